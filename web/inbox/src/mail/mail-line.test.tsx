import type { MessageEmail } from "@shopbell/protocol/staff";
import { act } from "react";
import { expect, test, vi } from "vitest";
import { aConversation, anna } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { MailLine } from "./mail-line.tsx";

const email: MessageEmail = {
  from: "anna@example.com",
  fromName: "Anna Kowalska",
  subject: "Broken mug",
  known: true,
  refused: [],
  folded: true,
};

const { id } = aConversation();

function under(message: Partial<MessageEmail>, emailVerified = false) {
  return render(
    <InStore session={aSession([], [])}>
      <MailLine
        email={{ ...email, ...message }}
        conversation={id}
        seq={7}
        customer={{ ...anna, emailVerified }}
      />
    </InStore>,
  );
}

test("a mail from the address of the thread says so, and that nobody proved the address", () => {
  expect(under({}).find("p").textContent).toContain("By e-mail, address not verified");
  expect(under({}, true).find("p").textContent).not.toContain("not verified");
});

test("a mail from another address names it", () => {
  const line = under({ known: false, from: "bob@example.net" }).find("p");

  expect(line.textContent).toContain("From another address: bob@example.net");
  expect(line.getAttribute("data-kind")).toBe("another");
});

test("a mail that claims to answer another conversation says so, and no other does", () => {
  const claim = "This mail says it answers another conversation";

  expect(under({ answersAnother: true }).container.textContent).toContain(claim);
  expect(under({}).container.textContent).not.toContain(claim);
});

test("what was not taken along is named with the reason", () => {
  const { container } = under({
    refused: [{ name: "receipt.pdf", code: "file_type_not_accepted" }],
  });

  expect(container.textContent).toContain("receipt.pdf was not taken: not an image or a video");
});

test("a mail with more than the message shows says so in its button", () => {
  expect(under({ folded: true }).find("button").textContent).toBe("Show all…");
  expect(under({ folded: false }).find("button").textContent).toBe("Show original");
});

test("what could not be taken whole is told", () => {
  expect(under({ cutOff: true }).container.textContent).toContain("Not all of it could be taken");
  expect(under({}).container.textContent).not.toContain("Not all of it");
});

test("the original opens in a frame that may run and fetch nothing", async () => {
  const { find } = under({});

  await act(async () => find("button").click());

  const frame = await vi.waitFor(() => find("iframe"));
  expect(frame.getAttribute("src")).toBe(`/original/${id}/7`);
  expect(frame.getAttribute("sandbox")).not.toMatch(/scripts|same-origin|forms|top-navigation/);
});
