export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly credentials: string | undefined;
  readonly outlivesPage: boolean;
}

/** Takes the place of the network while `during` runs. Null stands for one that is down. */
export async function withFetch<T>(
  answer: (asked: Asked, signal: AbortSignal | null) => Response | null | Promise<Response>,
  during: () => Promise<T>,
): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const asked: Asked = {
      method: init?.method ?? "GET",
      url: String(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: typeof init?.body === "string" ? JSON.parse(init.body) : null,
      credentials: init?.credentials,
      outlivesPage: init?.keepalive === true,
    };
    const response = await answer(asked, init?.signal ?? null);
    if (!response) throw new TypeError("network is down");
    return response;
  };
  try {
    return await during();
  } finally {
    globalThis.fetch = real;
  }
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}
