// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { localStorageAt } from "./storage.ts";

afterEach(() => localStorage.clear());

test("keeps items under its own prefix and sees no others", async () => {
  const storage = localStorageAt("outbox:one:");
  await localStorageAt("outbox:two:").set("x", "elsewhere");

  await storage.set("a", "1");
  await storage.set("b", "2");
  await storage.remove("a");

  expect(await storage.all()).toEqual([{ key: "b", value: "2" }]);
  expect(localStorage.getItem("outbox:one:b")).toBe("2");
});

test("tells of what another tab changed, until told to stop", () => {
  let told = 0;
  const stop = localStorageAt("outbox:one:").subscribe(() => {
    told += 1;
  });

  dispatchEvent(new StorageEvent("storage", { key: "outbox:one:a" }));
  dispatchEvent(new StorageEvent("storage", { key: "outbox:two:a" }));
  dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(told).toBe(2);

  stop();
  dispatchEvent(new StorageEvent("storage", { key: "outbox:one:a" }));
  expect(told).toBe(2);
});
