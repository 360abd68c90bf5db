import type { EmailSettings, ForwardingMail } from "@shopbell/protocol/email";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { formOf } from "./form.ts";
import { IncomingCard } from "./incoming-card.tsx";

const ADDRESS = "store-5f0c2a9e7d3b41688c1d2e90@mail.shopbell.example";

const settings: EmailSettings = {
  saved: null,
  used: "nothing",
  earlier: null,
  installation: { from: null, reads: false },
  forwardTo: ADDRESS,
  forwardingMails: [],
};

const question: ForwardingMail = {
  from: "forwarding-noreply@google.com",
  subject: "(#482915736) Gmail Forwarding Confirmation",
  text: "Confirmation code: 482915736\nhttps://mail-settings.google.com/mail/vf-1 and javascript:alert(1)",
  receivedAt: "2026-11-16T09:43:00Z",
};

const refresh = vi.fn();

afterEach(() => {
  vi.restoreAllMocks();
  refresh.mockClear();
});

function card(change: Partial<EmailSettings>, arrival: "imap" | "forwarding" | "none") {
  const given = { ...settings, ...change };
  return render(
    <IncomingCard
      settings={given}
      form={{ ...formOf(given, "Hearthlow"), arrival }}
      mistakes={{}}
      onChange={() => {}}
      refresh={refresh}
    />,
  );
}

const choices = (container: HTMLElement) =>
  [...container.querySelectorAll("option")].map((option) => option.textContent);

test("forwarding is offered where this Shopbell takes forwarded mail", () => {
  expect(choices(card({}, "imap").container)).toContain("My provider forwards mail here");
  expect(choices(card({ forwardTo: null }, "imap").container)).not.toContain(
    "My provider forwards mail here",
  );
});

test("where it was chosen and is not offered any more, the page says so", () => {
  const { container } = card({ forwardTo: null }, "forwarding");
  expect(choices(container)).toContain("My provider forwards mail here");
  expect(container.textContent).toContain("does not take forwarded mail");
});

test("the address can be copied, and each provider's way is told", async () => {
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const { container, find } = card({}, "forwarding");

  await act(async () => find("figure button").click());

  expect(writeText).toHaveBeenCalledWith(ADDRESS);
  expect(find("figure [role=status]").textContent).not.toBe("");
  expect([...container.querySelectorAll("summary")].map((each) => each.textContent)).toContain(
    "Gmail and Google Workspace",
  );
});

test("a provider's question is shown with its link and code, and with a warning", () => {
  const { container } = card({ forwardingMails: [question] }, "forwarding");
  expect(container.textContent).toContain("(#482915736) Gmail Forwarding Confirmation");
  expect(container.textContent).toContain("Anybody can write to this address.");
  expect([...container.querySelectorAll("a")].map(({ href }) => href)).toEqual([
    "https://mail-settings.google.com/mail/vf-1",
  ]);
});

test("while it is being set up, the page looks for a question", () => {
  card({}, "forwarding");
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(refresh).toHaveBeenCalled();
});

test("otherwise it does not", () => {
  card({}, "imap");
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(refresh).not.toHaveBeenCalled();
});
