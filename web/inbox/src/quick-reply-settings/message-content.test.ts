import { expect, test } from "vitest";
import { read, show } from "./message-content.ts";

function fieldWith(text: string): HTMLElement {
  const field = document.createElement("div");
  show(field, text);
  return field;
}

test.each([
  "",
  "Plain",
  "Sorry, {customer.first_name}. A new one",
  "{store.name}{staff.first_name}",
  "One\n\nTwo\n",
  "{unknown} <b>no markup</b> &amp;",
])("what is shown of %j is read again to the letter", (text) => {
  expect(read(fieldWith(text))).toBe(text);
});

test("a variable is one piece that says what it is", () => {
  const chip = fieldWith("Hi {customer.first_name}").querySelector("[data-variable]");
  expect(chip?.textContent).toBe("First name");
  expect(chip?.getAttribute("contenteditable")).toBe("false");
});

test("markup stays text", () => {
  expect(fieldWith("<img src=x onerror=alert(1)>").querySelector("img")).toBeNull();
});

test("the lines browsers make are line breaks", () => {
  const field = document.createElement("div");
  field.innerHTML = "One<div>Two</div><div>Three<br>Four</div>";
  expect(read(field)).toBe("One\nTwo\nThree\nFour");
});
