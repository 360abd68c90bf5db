/** Keys for a store's own systems: docs/reference/protocol.md, 3. */

export interface ApiKeyDraft {
  readonly name: string;
  readonly scopes: readonly string[];
}

export interface ApiKey extends ApiKeyDraft {
  readonly id: string;
  /** The last characters of the key itself. */
  readonly ending: string;
  readonly createdBy: string;
  readonly createdAt: string;
  /** To the minute; null before the first use. */
  readonly lastUsedAt: string | null;
}

export interface ApiKeyMade {
  readonly apiKey: ApiKey;
  /** Told this once. */
  readonly secret: string;
}
