import type { ApiKey, ApiKeyMade } from "./api-keys.ts";
import { isListOf, isNullable, isObject, isText } from "./guard.ts";

const isApiKey = isObject<ApiKey>({
  id: isText,
  name: isText,
  ending: isText,
  scopes: isListOf(isText),
  createdBy: isText,
  createdAt: isText,
  lastUsedAt: isNullable(isText),
});

export const isApiKeys = isObject<{ readonly apiKeys: readonly ApiKey[] }>({
  apiKeys: isListOf(isApiKey),
});

export const isApiKeyMade = isObject<ApiKeyMade>({ apiKey: isApiKey, secret: isText });
