/** What the page says then; it may run before the chat is there. */
export const PAGE_CODE = "(window.Shopbell ||= []).push(() => Shopbell.identify(token));";

/** What a store's server does to sign who somebody is; docs/how-to/identify-customers.md says what each claim means. */
export function serverCode(widgetKey: string): string {
  return `import { createHmac } from "node:crypto";

export function identityToken(customer) {
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = \`\${part({ alg: "HS256", typ: "JWT" })}.\${part({
    aud: "${widgetKey}",
    sub: customer.id,
    email: customer.email,
    email_verified: customer.emailConfirmed,
    name: customer.name,
    iat: now,
    exp: now + 600,
  })}\`;
  const secret = process.env.SHOPBELL_IDENTITY_SECRET;
  return \`\${signed}.\${createHmac("sha256", secret).update(signed).digest("base64url")}\`;
}`;
}
