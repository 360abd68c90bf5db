import { expect, test } from "vitest";
import { pastedFiles } from "./pasted-files.ts";

const screenshot = new File(["x"], "image.png", { type: "image/png" });

function pasted(into: HTMLElement, files: readonly File[], words = ""): readonly File[] {
  document.body.append(into);
  let found: readonly File[] = [];
  const listen = (event: ClipboardEvent) => {
    found = pastedFiles(event);
  };
  addEventListener("paste", listen);
  const event = new Event("paste", { bubbles: true });
  Object.assign(event, { clipboardData: { files, getData: () => words } });
  (into.querySelector("input, textarea") ?? into).dispatchEvent(event);
  removeEventListener("paste", listen);
  into.remove();
  return found;
}

function page(html: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
}

test("a screenshot is taken from the composer, and where no field has the focus", () => {
  expect(
    pasted(page('<form data-mode="staff"><textarea></textarea></form>'), [screenshot]),
  ).toEqual([screenshot]);
  expect(pasted(page("<p>Messages</p>"), [screenshot])).toEqual([screenshot]);
});

test("what is pasted into another field or a dialog is theirs", () => {
  expect(pasted(page("<input>"), [screenshot])).toEqual([]);
  expect(
    pasted(page("<dialog><p></p></dialog>").querySelector("dialog") ?? page(""), [screenshot]),
  ).toEqual([]);
});

test("words with a picture of themselves are words", () => {
  expect(pasted(page("<p></p>"), [screenshot], "a table")).toEqual([]);
});
