import { isOrigins, type Origins } from "@shopbell/protocol/origins";
import { ask, type Outcome } from "./http.ts";

/** Whose pages may show the store's chat. */
export interface OriginsApi {
  read(): Promise<Outcome<Origins>>;
  /** All that there are to be, the main one first; of an address with a path only the origin is kept. */
  change(origins: readonly string[]): Promise<Outcome<Origins>>;
}

export function createOriginsApi(store: string, base = ""): OriginsApi {
  const url = `${base}/api/staff/stores/${store}/settings/origins`;
  return {
    read: () => ask({ url, guard: isOrigins }),
    change: (origins) => ask({ method: "PUT", url, body: { origins }, guard: isOrigins }),
  };
}
