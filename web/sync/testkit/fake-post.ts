import type { Outcome, Refused } from "../src/http.ts";
import type { World } from "./world.ts";

/** What goes wrong with one request: nothing, its way there, its way back, or the server itself. */
export type Trouble = "none" | "lost" | "answer_lost" | "unavailable" | "busy";

export interface FakePost {
  post(id: string, body: string): Promise<Outcome<null>>;
  /** Every body that was stored, in order. */
  readonly stored: readonly { readonly id: string; readonly body: string }[];
  /** How often the server recognised a message that it had. */
  recognised(): number;
  requests(): number;
}

/** A server that stores each id once, behind a network that loses and delays. */
export function createFakePost(world: World, trouble: () => Trouble): FakePost {
  const stored: { id: string; body: string }[] = [];
  let recognised = 0;
  let requests = 0;

  function store(id: string, body: string): void {
    if (stored.some((one) => one.id === id)) recognised += 1;
    else stored.push({ id, body });
  }

  return {
    stored,
    recognised: () => recognised,
    requests: () => requests,
    async post(id, body) {
      requests += 1;
      const what = trouble();
      await world.later(world.random() * 400);
      switch (what) {
        case "none":
          store(id, body);
          await world.later(world.random() * 400);
          return { kind: "done", value: null };
        case "lost":
          return { kind: "unreached" };
        case "answer_lost":
          store(id, body);
          await world.later(world.random() * 4000);
          return { kind: "unreached" };
        case "unavailable":
          return refusal(503, "unavailable", null);
        case "busy":
          return refusal(429, "too_many_requests", 2);
        default:
          return what satisfies never;
      }
    },
  };
}

export function refusal(
  status: number,
  code: string,
  retryAfter: number | null = null,
  more: Readonly<Record<string, unknown>> = {},
): Refused {
  const problem = { status, code, ...more };
  return { kind: "refused", status, code, field: null, retryAfter, problem };
}
