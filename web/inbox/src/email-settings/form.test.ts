import { expect, test } from "vitest";
import { draftOf, formOf, mistakesIn, withProvider } from "./form.ts";
import { PROVIDERS, providerAt, providerOf } from "./providers.ts";

const EMPTY = formOf(
  {
    saved: null,
    used: "nothing",
    earlier: null,
    installation: { from: null, reads: false },
    forwardTo: null,
    forwardingMails: [],
  },
  "Hearthlow",
);

test("a new store's form names the store, and what is missing is told", () => {
  expect(EMPTY.fromName).toBe("Hearthlow");
  expect(Object.keys(mistakesIn(EMPTY))).toEqual(["fromAddress", "smtp.host", "imap.host"]);
  expect(Object.keys(mistakesIn({ ...EMPTY, arrival: "none" }))).toEqual([
    "fromAddress",
    "smtp.host",
  ]);
});

test("a port is a number", () => {
  const wrong = { ...EMPTY, smtp: { ...EMPTY.smtp, port: "smtp" } };
  expect(mistakesIn(wrong)["smtp.port"]).toBeTruthy();
  expect(
    mistakesIn({ ...EMPTY, smtp: { ...EMPTY.smtp, port: "70000" } })["smtp.port"],
  ).toBeTruthy();
});

test("an address tells its provider, whose servers are filled in", () => {
  const provider = providerOf(" Chat@GMAIL.com ");
  expect(provider?.name).toBe("Gmail");
  if (!provider) return;
  const filled = withProvider({ ...EMPTY, fromAddress: "chat@gmail.com" }, provider);
  expect(filled.smtp).toMatchObject({
    host: "smtp.gmail.com",
    port: "587",
    user: "chat@gmail.com",
  });
  expect(providerAt(filled.smtp.host)).toBe(provider);
  expect(providerOf("chat@hearthlow.example")).toBeUndefined();
});

test("every provider's passwords are encrypted on their way", () => {
  for (const { name, smtp, imap } of PROVIDERS)
    expect([name, smtp.security === "none", imap.security === "none"]).toEqual([
      name,
      false,
      false,
    ]);
});

test("a password that was not typed is the one that is kept", () => {
  const form = {
    ...EMPTY,
    smtp: { ...EMPTY.smtp, host: "smtp.example.com", user: "chat", hasPassword: true },
    arrival: "none" as const,
  };
  expect(draftOf(form)).toMatchObject({
    smtp: { host: "smtp.example.com", port: 587, user: "chat", password: null },
    imap: null,
    folder: null,
  });
});
