import type { IdentityKey, IdentityKeyDraft, IdentityKeyMade } from "@shopbell/protocol/identity";
import { isIdentityKeyMade, isIdentityKeys } from "@shopbell/protocol/identity-guards";
import { ask, type Outcome } from "./http.ts";

interface All {
  readonly identityKeys: readonly IdentityKey[];
}

/** What Inbox administrators may ask about the keys by which their store vouches for its customers. */
export interface IdentityKeysApi {
  /** The newest first. */
  all(): Promise<Outcome<All>>;
  /** Makes the key of this id; repeating it draws another secret as long as it was not used. */
  make(id: string, draft: IdentityKeyDraft): Promise<Outcome<IdentityKeyMade>>;
  revoke(id: string): Promise<Outcome<All>>;
}

export function createIdentityKeysApi(store: string, base = ""): IdentityKeysApi {
  const all = `${base}/api/staff/stores/${store}/identity-keys`;
  return {
    all: () => ask({ url: all, guard: isIdentityKeys }),
    make: (id, body) => ask({ method: "PUT", url: `${all}/${id}`, body, guard: isIdentityKeyMade }),
    revoke: (id) => ask({ method: "DELETE", url: `${all}/${id}`, guard: isIdentityKeys }),
  };
}
