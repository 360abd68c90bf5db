import { act } from "react";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { aConversation, anna } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { takeSaid } from "./inserted.ts";
import { Suggestions } from "./suggestions.tsx";

const { id: conversation } = aConversation();
let seq = 0;
const asked: string[] = [];

beforeEach(() => {
  seq += 1;
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const suggestion = {
      kind: "quick_reply",
      id: "replace",
      title: "Damaged on arrival",
      text: "Sorry, {customer.first_name}.",
      matched: ["damaged"],
    };
    const faq = {
      ...suggestion,
      kind: "faq",
      id: "seconds",
      title: "Seconds?",
      text: "{store.name}",
    };
    return new Response(JSON.stringify({ seq, suggestions: [suggestion, faq] }));
  });
});

afterAll(() => void vi.unstubAllGlobals());

async function offered() {
  const inserted: string[] = [];
  const strip = (last: number) => (
    <InStore session={aSession([], [])}>
      <Suggestions
        conversation={conversation}
        customer={anna}
        seq={last}
        onInsert={(text) => inserted.push(text)}
      />
    </InStore>
  );
  const page = render(strip(seq));
  await act(async () => {});
  const comes = async (last: number) => {
    page.rerender(strip(last));
    await act(async () => {});
  };
  return { ...page, inserted, comes };
}

test("what fits is offered with the words that say so, and one press inserts it filled in", async () => {
  const { find, inserted } = await offered();
  const button = find("li button");
  expect(button.textContent).toBe("Damaged on arrivalmatches damaged");
  act(() => button.click());

  expect(inserted).toEqual(["Sorry, Anna."]);
  expect(takeSaid(conversation, "Sorry, Anna.")).toEqual(["replace"]);
});

test("an answer that shoppers read is inserted as they read it, and is no quick reply", async () => {
  const { find, inserted } = await offered();
  const button = find("li + li button");
  expect(button.getAttribute("aria-label")).toBe("Insert FAQ: Seconds?, matches damaged");
  act(() => button.click());

  expect(inserted).toEqual(["{store.name}"]);
  expect(takeSaid(conversation, "{store.name}")).toEqual([]);
});

test("dismissed, they stay away until the customer writes again", async () => {
  const { container, find, comes } = await offered();
  act(() => find("[aria-label='Dismiss suggestions']").click());
  expect(container.querySelector("section")).toBeNull();
  await comes(seq);
  expect(container.querySelector("section")).toBeNull();

  seq += 1;
  await comes(seq);
  expect(container.querySelector("section")).not.toBeNull();
  expect(asked).toHaveLength(2);
});
