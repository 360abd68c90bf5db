import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { useAsking } from "./use-asking.ts";

function Asking({ query }: { readonly query: string }) {
  useAsking(query);
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the server is asked once typing pauses, for what was typed last alone", async () => {
  const search = vi.fn(async () => ({ kind: "unreached" }) as const);
  const session = { ...aSession([], []), search };
  const page = (query: string) => (
    <InStore session={session} permissions={["conversation_management"]}>
      <Asking query={query} />
    </InStore>
  );
  const { rerender } = render(page("a"));
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(search).not.toHaveBeenCalled();

  rerender(page("an"));
  await act(() => vi.advanceTimersByTimeAsync(100));
  rerender(page("anna "));
  await act(() => vi.advanceTimersByTimeAsync(1_000));

  expect(search).toHaveBeenCalledOnce();
  expect(search).toHaveBeenCalledWith(
    { query: "anna", view: "all" },
    null,
    expect.objectContaining({ aborted: false }),
  );
});
