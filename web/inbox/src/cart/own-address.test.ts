import { expect, test } from "vitest";
import { ownAddress } from "./own-address.ts";

const origins = ["https://shop.example", "http://shop.localhost:8081"];

test("an address of the store's own pages is taken as it is", () => {
  expect(ownAddress("https://shop.example/a.png?w=80", origins)).toBe(
    "https://shop.example/a.png?w=80",
  );
  expect(ownAddress("http://shop.localhost:8081/a.png", origins)).toBe(
    "http://shop.localhost:8081/a.png",
  );
});

test.each([
  null,
  "",
  "a.png",
  "https://shop.example.evil.example/a.png",
  "https://evil.example/https://shop.example/a.png",
  "http://shop.example/a.png",
  "https://shop.example:444/a.png",
  "https://me@shop.example/a.png",
  "javascript:alert(1)//https://shop.example",
  "data:image/png;base64,AAAA",
  "blob:https://evil.example/1",
])("%s is not", (told) => {
  expect(ownAddress(told, origins)).toBeNull();
});
