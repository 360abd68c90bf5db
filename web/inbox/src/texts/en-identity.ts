/** Texts by the code the server refuses a key with. */
const refusals: Readonly<Record<string, string>> = {
  identity_key_name_empty: "Write a name.",
  identity_key_name_too_long: "Use at most 60 characters for the name.",
  identity_key_name_taken: "Another key has this name.",
  identity_key_in_use: "This key is used already.",
  identity_keys_too_many: "There are two keys already. Revoke the one that is not used any more.",
  public_key_invalid: "This is no Ed25519 public key, neither as PEM nor as JWK.",
  not_permitted: "Your roles do not allow this.",
};

/** What the page about identity keys says; a chunk of its own. */
export const identityTexts = {
  page: "Identity",
  intro:
    "Your shop can sign who its signed-in customers are. Then you see the customer you know instead of an address that somebody typed, and they find one conversation on all their devices.",
  add: "Make a key",
  failed: "The server could not do this. Try again.",
  offline: "The server does not answer. Check your connection.",
  refusals,
  list: "Identity keys",
  emptyTitle: "No keys yet",
  empty: "Without one every shopper is a visitor, whatever they type.",
  full: "There are two keys. Revoke one to make another.",
  algorithm: { hs256: "Shared secret, HS256", ed25519: "Your own key, EdDSA" },
  kid: "Key id (kid)",
  madeBy: (name: string, day: string) => `Made by ${name}, ${day}`,
  never: "Not used yet",
  usedNow: "Used just now",
  used: (when: string) => `Used last: ${when}`,
  revoke: "Revoke",
  revokeOf: (name: string) => `Revoke the key ${name}`,
  revokeTitle: "Revoke this key?",
  revokeText: (name: string) =>
    `What is signed with “${name}” is not believed any more. Customers who were signed in stay known. This cannot be taken back.`,
  revoked: (name: string) => `“${name}” is revoked.`,
  sign: {
    title: "Sign on your server",
    text: "A token is good for an hour at most and for this store alone. This is Node.js without a library; the secret belongs in your server's environment, never in a page.",
    server: "Code for your server",
    show: "Then show it in the page",
    page: "Code for your pages",
  },
  dialog: {
    title: "Make a key",
    name: "Name",
    nameHint: "What signs with it, such as Webshop.",
    how: "How your server signs",
    hows: {
      hs256: {
        name: "With a shared secret (HS256)",
        hint: "The secret is drawn here and shown once.",
      },
      ed25519: {
        name: "With your own key (EdDSA)",
        hint: "Only the public half comes here: paste it as PEM or JWK.",
      },
    },
    publicKey: "Public key",
    publicKeyEmpty: "Paste the public key.",
    submit: "Make key",
    making: "Making the key",
    madeTitle: "Your new key",
    once: (name: string) => `This is the secret of “${name}”. Copy it now: it is shown this once.`,
    label: "Secret",
    copy: "Copy secret",
    copied: "Copied",
    done: "Done",
  },
};
