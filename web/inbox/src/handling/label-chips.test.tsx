import { expect, test } from "vitest";
import { render } from "../../testkit/render.ts";
import { LabelChips } from "./label-chips.tsx";

const seen = (container: HTMLElement) =>
  [...container.querySelectorAll("span > span:not(.visually-hidden)")].map(
    ({ textContent }) => textContent,
  );

test("two labels are shown, and how many more there are", () => {
  const labels = ["Delivery", "Returns", "Warranty", "Wholesale"];
  const { container, find } = render(<LabelChips labels={labels} />);

  expect(seen(container)).toEqual(["Delivery", "Returns", "+2"]);
  expect(find("[title]").title).toBe("Delivery, Returns, Warranty, Wholesale");
  expect(container.textContent).toContain("Wholesale");
});

test("those that all fit are all shown", () => {
  const { container } = render(<LabelChips labels={["Delivery", "Returns"]} />);

  expect(seen(container)).toEqual(["Delivery", "Returns"]);
});
