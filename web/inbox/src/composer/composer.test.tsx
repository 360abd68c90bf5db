import { expect, test } from "vitest";
import { aConversation, anna, maya } from "../../testkit/given.ts";
import { aSession, InStore, type Sent } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { Composer } from "./composer.tsx";
import { draftOf } from "./drafts.ts";

const conversation = aConversation();

function compose(id = conversation.id) {
  const sent: Sent[] = [];
  const session = aSession([conversation], sent);
  const page = render(
    <InStore session={session}>
      <Composer key={id} conversation={id} customer={anna} />
    </InStore>,
  );
  return { ...page, sent, field: page.find("textarea") };
}

function textIn(field: HTMLElement): string {
  return field instanceof HTMLTextAreaElement ? field.value : "";
}

test("Enter sends what was typed, without outer blanks, and empties the field", () => {
  const { field, sent } = compose();
  type(field, "  It ships today.\n");
  press(field, "Enter");

  expect(sent).toEqual([
    { conversation: conversation.id, draft: { kind: "staff", text: "It ships today." } },
  ]);
  expect(textIn(field)).toBe("");
  expect(draftOf(maya.id, conversation.id)).toBe("");
});

test("Shift Enter, and Enter of an input method, send nothing", () => {
  const { field, sent } = compose();
  type(field, "にほん");
  press(field, "Enter", { shiftKey: true });
  press(field, "Enter", { isComposing: true });
  press(field, "Enter", { keyCode: 229 });

  expect(sent).toEqual([]);
  expect(textIn(field)).toBe("にほん");
});

test("blanks alone are not sent, and are not lost either", () => {
  const { field, sent } = compose();
  type(field, " \n");
  press(field, "Enter");

  expect(sent).toEqual([]);
  expect(textIn(field)).toBe(" \n");
});

test("a draft is there again after the page was left, for each conversation its own", () => {
  type(compose().field, "Half a thou");

  expect(textIn(compose().field)).toBe("Half a thou");
  expect(textIn(compose("another").field)).toBe("");
});

test("10,000 characters go, 10,001 do not, and an emoji counts as one", () => {
  const { field, sent, container, find } = compose();
  type(field, "😀".repeat(10_001));
  press(field, "Enter");
  expect(sent).toEqual([]);
  expect(find("[role=alert]").textContent).toMatch(/^1 character too many/);
  expect(field.getAttribute("aria-describedby")).toBe(find("[role=alert]").id);

  type(field, "😀".repeat(10_000));
  expect(container.querySelector("[role=alert]")).toBeNull();
  press(field, "Enter");
  expect(sent).toHaveLength(1);
});

test("before sending it is said where the reply goes", () => {
  expect(compose().container.textContent).toContain("Anna has left. Your reply waits");
});
