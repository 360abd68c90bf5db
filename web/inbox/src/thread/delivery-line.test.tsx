import { act } from "react";
import { expect, test } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { DeliveryLine } from "./delivery-line.tsx";

function shown(code: string) {
  const done: string[] = [];
  const session = {
    ...aSession([], []),
    retry: (id: string) => void done.push(`retry ${id}`),
    discard: (id: string) => void done.push(`discard ${id}`),
  };
  const { container } = render(
    <InStore session={session}>
      <DeliveryLine delivery={{ kind: "failed", id: "one", code }} />
    </InStore>,
  );
  const buttons = [...container.querySelectorAll("button")];
  return { done, buttons, words: container.textContent };
}

test.each([
  ["thread_moved", "a colleague replied meanwhile", "Send anyway"],
  ["mention_not_possible", "may not read it", "Send without telling them"],
  ["text_too_long", "Not sent.", "Try again"],
])("what was refused as %s says why, and what sending it again means", (code, why, again) => {
  const { words, buttons, done } = shown(code);
  expect(words).toContain(why);
  expect(buttons.map(({ textContent }) => textContent)).toEqual([again, "Delete"]);

  act(() => buttons[0]?.click());
  act(() => buttons[1]?.click());
  expect(done).toEqual(["retry one", "discard one"]);
});
