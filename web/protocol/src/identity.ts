/** How a store vouches for its customers: docs/reference/protocol.md, 3. */

export type TokenAlgorithm = "hs256" | "ed25519";

export interface IdentityKeyDraft {
  readonly name: string;
  readonly algorithm: TokenAlgorithm;
  /** PEM or JWK; of `ed25519` alone. */
  readonly publicKey?: string;
}

export interface IdentityKey {
  /** What a token may name as its `kid`. */
  readonly id: string;
  readonly name: string;
  readonly algorithm: TokenAlgorithm;
  readonly createdBy: string;
  readonly createdAt: string;
  /** To the minute; null before the first use. */
  readonly lastUsedAt: string | null;
}

export interface IdentityKeyMade {
  readonly identityKey: IdentityKey;
  /** Told this once; null where the store keeps the other half of the key. */
  readonly secret: string | null;
}
