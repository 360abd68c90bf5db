import { type ReactNode, useRef } from "react";
import { expect, test } from "vitest";
import { render } from "../../testkit/render.ts";
import { Dialog } from "./dialog.tsx";

function Shown({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={ref} title="A question" onClose={() => {}}>
      {children}
    </Dialog>
  );
}

test("where there is something to type, one begins with that", () => {
  const { find } = render(
    <Shown>
      <input type="checkbox" aria-label="Also this" />
      <input aria-label="Name" />
      <textarea aria-label="More" />
    </Shown>,
  );

  expect(document.activeElement).toBe(find("[aria-label=Name]"));
});

test("where there is nothing to type, the browser says where one begins", () => {
  const { find } = render(
    <Shown>
      <input type="checkbox" aria-label="Also this" />
      <button type="button">Yes</button>
    </Shown>,
  );

  expect(find("[aria-label='Also this']").matches(":focus")).toBe(false);
});
