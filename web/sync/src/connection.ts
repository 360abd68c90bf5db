/** How the live connection stands. Times are milliseconds since 1970. */
export type Connection =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** No socket gets through, but long-polling does: as fresh as ever, only dearer. */
  | { readonly kind: "polling"; readonly since: number }
  | { readonly kind: "reconnecting"; readonly since: number }
  | { readonly kind: "closed"; readonly reason: Ending };

/** Why a connection ended for good. After `not_understood` only a newer version of the page can help. */
export type Ending = "signed_out" | "not_found" | "not_understood" | "stopped";

/** The close codes that no further try can change. */
export const ENDINGS: ReadonlyMap<number, Ending> = new Map<number, Ending>([
  [4400, "not_understood"],
  [4401, "signed_out"],
  [4404, "not_found"],
]);
