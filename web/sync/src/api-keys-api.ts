import type { ApiKey, ApiKeyDraft, ApiKeyMade } from "@shopbell/protocol/api-keys";
import { isApiKeyMade, isApiKeys } from "@shopbell/protocol/api-keys-guards";
import { ask, type Outcome } from "./http.ts";

interface All {
  readonly apiKeys: readonly ApiKey[];
}

/** What Inbox administrators may ask about the keys of their store's own systems. */
export interface ApiKeysApi {
  /** The newest first. */
  all(): Promise<Outcome<All>>;
  /** Makes the key of this id; repeating it draws another one as long as it was not used. */
  make(id: string, draft: ApiKeyDraft): Promise<Outcome<ApiKeyMade>>;
  revoke(id: string): Promise<Outcome<All>>;
}

export function createApiKeysApi(store: string, base = ""): ApiKeysApi {
  const all = `${base}/api/staff/stores/${store}/api-keys`;
  return {
    all: () => ask({ url: all, guard: isApiKeys }),
    make: (id, body) => ask({ method: "PUT", url: `${all}/${id}`, body, guard: isApiKeyMade }),
    revoke: (id) => ask({ method: "DELETE", url: `${all}/${id}`, guard: isApiKeys }),
  };
}
