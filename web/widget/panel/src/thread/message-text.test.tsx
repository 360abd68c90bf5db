import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { MessageText } from "./message-text.tsx";

afterEach(() => render(null, document.body));

function numbersIn(text: string): readonly (string | null)[] {
  act(() => render(<MessageText text={text} />, document.body));
  expect(document.body.textContent).toBe(text);
  return [...document.querySelectorAll("bdi")].map(({ textContent }) => textContent);
}

test("the number of an order keeps its sign in front, whatever the direction of the words", () => {
  expect(numbersIn("طلبك #2236 في الطريق، و#2237 أيضا")).toEqual(["#2236", "#2237"]);
  expect(numbersIn("No. 7 of 9 #thanks")).toEqual([]);
});
