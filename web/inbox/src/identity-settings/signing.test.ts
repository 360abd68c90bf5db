import { createHmac } from "node:crypto";
import { isObject } from "@shopbell/protocol/guard";
import { expect, test, vi } from "vitest";
import { serverCode } from "./signing.ts";

const isSigning = isObject<{ identityToken: (customer: object) => string }>({
  identityToken: (data: unknown): data is (customer: object) => string =>
    typeof data === "function",
});

test("the code that people copy signs what the server takes", async () => {
  vi.stubEnv("SHOPBELL_IDENTITY_SECRET", "sbi_secret");
  const code = serverCode("hearthlow-key");
  const module: unknown = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  if (!isSigning(module)) throw new Error("no such function");

  const token = module.identityToken({
    id: "c-1",
    email: "anna@example.com",
    emailConfirmed: true,
    name: "Anna",
  });

  const [header = "", payload = "", signature] = token.split(".");
  expect(signature).toBe(
    createHmac("sha256", "sbi_secret").update(`${header}.${payload}`).digest("base64url"),
  );
  expect(parsed(header)).toEqual({ alg: "HS256", typ: "JWT" });
  const claims = parsed(payload);
  expect(claims).toMatchObject({
    aud: "hearthlow-key",
    sub: "c-1",
    email: "anna@example.com",
    email_verified: true,
    name: "Anna",
  });
});

function parsed(part: string): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}
