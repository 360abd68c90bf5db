import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { useHeldOrder } from "./use-held-order.ts";

function Order({ ids, held }: { readonly ids: readonly string[]; readonly held: boolean }) {
  return useHeldOrder(ids, { held, pointed: held, exists: () => true }).join(" ");
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("rows under the pointer stay, and move by themselves after five seconds", () => {
  const { container, rerender } = render(<Order ids={["a", "b"]} held />);
  rerender(<Order ids={["b", "a"]} held />);
  act(() => vi.advanceTimersByTime(4_900));
  expect(container.textContent).toBe("a b");
  act(() => vi.advanceTimersByTime(200));

  expect(container.textContent).toBe("b a");
});

test("they move at once when the pointer leaves", () => {
  const { container, rerender } = render(<Order ids={["a", "b"]} held />);
  rerender(<Order ids={["b", "a"]} held />);
  rerender(<Order ids={["b", "a"]} held={false} />);

  expect(container.textContent).toBe("b a");
});
