import type { Failure } from "./http.ts";

/** How the loading of something stands. While `failed` is a failure that may pass, it is tried again by itself. */
export type Load =
  | { readonly kind: "idle" }
  | { readonly kind: "loading" }
  /** Not, or no longer, to be seen. */
  | { readonly kind: "gone" }
  | { readonly kind: "failed"; readonly failure: Failure };

export const IDLE: Load = { kind: "idle" };
export const LOADING: Load = { kind: "loading" };
export const GONE: Load = { kind: "gone" };
