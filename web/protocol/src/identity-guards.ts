import { isListOf, isNullable, isObject, isOneOf, isText } from "./guard.ts";
import type { IdentityKey, IdentityKeyMade } from "./identity.ts";

const isIdentityKey = isObject<IdentityKey>({
  id: isText,
  name: isText,
  algorithm: isOneOf("hs256", "ed25519"),
  createdBy: isText,
  createdAt: isText,
  lastUsedAt: isNullable(isText),
});

export const isIdentityKeys = isObject<{ readonly identityKeys: readonly IdentityKey[] }>({
  identityKeys: isListOf(isIdentityKey),
});

export const isIdentityKeyMade = isObject<IdentityKeyMade>({
  identityKey: isIdentityKey,
  secret: isNullable(isText),
});
