/** Why the server refused a request, `application/problem+json`. `code` is stable and translated; `title` is for logs and left out here. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** The input it is about, when there is one. */
  readonly field: string | null;
}
