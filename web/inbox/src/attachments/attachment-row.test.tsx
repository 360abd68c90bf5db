import type { FileProblem } from "@shopbell/sync/uploads/problems";
import type { Upload } from "@shopbell/sync/uploads/upload";
import { act } from "react";
import { expect, test } from "vitest";
import { aConversation, anUpload } from "../../testkit/given.ts";
import { aSession, InStore, theUploads } from "../../testkit/in-store.tsx";
import { asInput, press, render, type } from "../../testkit/render.ts";
import { AttachmentRow } from "./attachment-row.tsx";

const withProblem = (id: string, problem: FileProblem, changed: Partial<Upload> = {}) =>
  anUpload(id, { kind: "problem", problem }, { kind: null, preview: null, ...changed });

function row(...uploads: readonly Upload[]) {
  const { door, done } = theUploads(uploads);
  let emptied = 0;
  const page = render(
    <InStore session={aSession([aConversation()], [])} uploads={door}>
      <AttachmentRow
        uploads={uploads}
        onEmpty={() => {
          emptied += 1;
        }}
      />
    </InStore>,
  );
  const click = async (name: string) => {
    const button = [...page.container.querySelectorAll("button")].find(
      (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
    );
    if (!button) throw new Error(`No button is called ${name}`);
    await act(async () => button.click());
  };
  return { ...page, done, click, emptied: () => emptied };
}

test("each says what it is and how far it has come", () => {
  const { container, find } = row(
    anUpload("mug"),
    anUpload("bowl", { kind: "sending", part: 0.45 }),
    anUpload("vase", { kind: "retrying" }),
  );
  expect([...container.querySelectorAll("li b")].map((one) => one.textContent)).toEqual([
    "mug.png",
    "bowl.png",
    "vase.png",
  ]);
  expect(container.textContent).toContain("412 KB");
  const bar = find("[role=progressbar]");
  expect(bar.getAttribute("aria-label")).toBe("Upload of bowl.png");
  expect(bar.getAttribute("aria-valuenow")).toBe("45");
  expect(container.textContent).toContain("Cut off. Trying again");
});

test.each<[FileProblem, string, string]>([
  [
    { kind: "too_large", of: "video", bytes: 3.4 * 1024 * 1024, canShrink: false },
    "packing is 3.4 MB",
    "Videos can be up to 1 MB and 1 minute",
  ],
  [
    { kind: "too_large", of: "image", bytes: 1_048_577, canShrink: true },
    "packing is 1.1 MB",
    "Images can be up to 1 MB",
  ],
  [
    { kind: "too_long", seconds: 74.2 },
    "packing is 1:15 long",
    "Videos can be up to 1 MB and 1 minute",
  ],
  [{ kind: "wrong_type" }, "packing cannot be sent", "Use an image or a video"],
  [{ kind: "too_many" }, "packing is one too many", "A message takes up to 10 files"],
  [
    { kind: "refused", code: "file_damaged", canShrink: false },
    "packing is damaged",
    "Try another file",
  ],
  [
    { kind: "refused", code: "of_a_newer_server", canShrink: false },
    "packing could not be sent",
    "Try another file",
  ],
])("what is wrong is said with the limit: %j", (problem, what, limit) => {
  const { find } = row(withProblem("packing", problem, { name: "packing" }));
  expect(find("li b").textContent).toBe(what);
  expect(find("li").textContent).toContain(limit);
});

test("an image that is too large is offered to be shrunk", async () => {
  const problem: FileProblem = { kind: "too_large", of: "image", bytes: 4e6, canShrink: true };
  const { click, done } = row(withProblem("large", problem));
  await click("Shrink to fit");
  expect(done).toEqual([["shrink", "large"]]);
});

test("Delete removes the one that has the focus, and its neighbour has it next", async () => {
  const { find, done, emptied } = row(anUpload("one"), anUpload("two"));
  await act(async () => press(find('[data-upload="one"] button'), "Delete"));
  expect(done).toEqual([["remove", "one"]]);
  expect(document.activeElement).toBe(find('[data-upload="two"]'));
  expect(emptied()).toBe(0);
});

test("without a neighbour the focus goes to the field", async () => {
  const { click, done, emptied } = row(anUpload("one"));
  await click("Remove one.png");
  expect(done).toEqual([["remove", "one"]]);
  expect(emptied()).toBe(1);
});

test("what it shows can be said in words; Esc leaves them as they were", async () => {
  const { click, find, done, container } = row(anUpload("mug"));
  await click("Describe: mug.png");
  const field = asInput(find("input"));
  expect(field.getAttribute("aria-label")).toBe("What mug.png shows");
  type(field, "A chipped mug");
  // Not for the chip it is in.
  press(field, "Backspace");
  await act(async () => press(field, "Enter"));
  expect(done).toEqual([["describe", "mug", "A chipped mug"]]);
  expect(container.querySelector("input")).toBeNull();

  await click("Describe: mug.png");
  type(find("input"), "Something else");
  await act(async () => press(find("input"), "Escape"));
  expect(done).toHaveLength(1);
});
