import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aWriting } from "../../testkit/given.ts";
import { aSession, InStore, typed } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { StrandedDrafts } from "./stranded-drafts.tsx";

beforeEach(() => typed.set({ drafts: new Map() }));

async function shown(...writings: ReturnType<typeof aWriting>[]) {
  typed.set({ drafts: new Map(writings.map((each) => [each.conversation, each])) });
  const page = render(
    <InStore session={aSession([], [])}>
      <StrandedDrafts />
    </InStore>,
  );
  const open = async () => {
    act(() => page.find("button").click());
    await act(() => vi.dynamicImportSettled());
  };
  return { ...page, open };
}

test("without such drafts there is nothing to see", async () => {
  const { container } = await shown(aWriting(), aWriting({ conversation: "b", text: " " }));

  expect(container.childElementCount).toBe(0);
});

test("they are counted, and shown with the newest first", async () => {
  const { find, container, open } = await shown(
    aWriting({ conversation: "a", text: "Older", at: 1, isStranded: true }),
    aWriting({ conversation: "b", text: "نعم، غدًا", at: 2, isStranded: true }),
    aWriting({ conversation: "c", text: "In its place" }),
  );
  expect(find("button").textContent).toBe("Drafts you cannot send here2");

  await open();
  const texts = [...container.querySelectorAll("article > p")];
  expect(texts.map((text) => text.textContent)).toEqual(["نعم، غدًا", "Older"]);
  expect(texts[0]?.getAttribute("dir")).toBe("auto");
});

test("deleting the last one leaves nothing behind", async () => {
  const { container, open } = await shown(aWriting({ isStranded: true }));
  await open();
  const remove = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Delete",
  );
  act(() => remove?.click());

  expect(typed.get().drafts.size).toBe(0);
  expect(container.childElementCount).toBe(0);
});
