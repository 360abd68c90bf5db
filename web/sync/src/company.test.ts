import { describe, expect, test } from "vitest";
import { aStaffMessage } from "../testkit/samples.ts";
import { createWorld } from "../testkit/world.ts";
import { type Company, createCompany, NO_COMPANY } from "./company.ts";

const jonas = { id: "jonas", name: "Jonas Weber" };

function given() {
  const world = createWorld();
  const said: unknown[] = [];
  let shown: Company = NO_COMPANY;
  const company = createCompany({
    environment: world,
    say: (frame) => said.push(frame),
    changed(next) {
      shown = next;
    },
  });
  const typing = (conversation = "a") =>
    shown.typing.get(conversation)?.map(({ staff }) => staff?.name ?? "the customer") ?? [];
  const viewers = (conversation = "a") => shown.viewers.get(conversation) ?? [];
  const hear = (staff: typeof jonas | null, note = false) =>
    company.heardTyping({ type: "typing", conversation: "a", staff, note });
  return { world, said, company, typing, viewers, hear };
}

describe("typing", () => {
  test("is over after six seconds without another sign", async () => {
    const { world, hear, typing } = given();
    hear(null);
    await world.advance(4_000);
    hear(null);
    await world.advance(5_999);
    expect(typing()).toEqual(["the customer"]);
    await world.advance(1);
    expect(typing()).toEqual([]);
  });

  test("is over with its author's message, and with nobody else's", () => {
    const { company, hear, typing } = given();
    hear(null);
    hear(jonas);
    company.said([aStaffMessage(1, { conversation: "a", kind: "staff", author: jonas })]);
    expect(typing()).toEqual(["the customer"]);
    company.said([aStaffMessage(2, { conversation: "b" })]);
    expect(typing()).toEqual(["the customer"]);
    company.said([aStaffMessage(3, { conversation: "a" })]);
    expect(typing()).toEqual([]);
  });

  test("of a conversation taken away, or over a line that is down, is not known", () => {
    const { company, hear, typing } = given();
    hear(jonas);
    company.gone(["a"]);
    expect(typing()).toEqual([]);
    hear(jonas);
    company.lost();
    expect(typing()).toEqual([]);
  });

  test("of one's own is said every three seconds, and sooner of something else", async () => {
    const { world, company, said } = given();
    for (let key = 0; key < 40; key += 1) {
      company.type("a", false);
      await world.advance(150);
    }
    expect(said).toHaveLength(2);
    company.type("a", true);
    await world.advance(700);
    company.type("b", true);
    company.type("a", true);
    expect(said.slice(2)).toEqual([
      { type: "typing", conversation: "a", note: true },
      { type: "typing", conversation: "b", note: true },
    ]);
  });

  test("of one's own is said again with the next key on a new line", () => {
    const { company, said } = given();
    company.type("a", false);
    company.found();
    company.type("a", false);

    expect(said).toEqual([
      { type: "typing", conversation: "a", note: false },
      { type: "typing", conversation: "a", note: false },
    ]);
  });
});

describe("viewing", () => {
  test("is said after a second, again on a new line, and when it is over", async () => {
    const { world, company, said } = given();
    company.found();
    company.view("a");
    company.view("a");
    expect(said).toEqual([]);
    await world.advance(1_000);
    company.found();
    company.view(null);
    await world.advance(1_000);
    company.found();
    expect(said).toEqual(
      ["a", "a", null].map((conversation) => ({ type: "viewing", conversation })),
    );
  });

  test("is not said of what one only passes", async () => {
    const { world, company, said } = given();
    for (const conversation of ["a", "b", "c", "d"]) {
      company.view(null);
      company.view(conversation);
      await world.advance(300);
    }
    await world.advance(1_000);

    expect(said).toEqual([{ type: "viewing", conversation: "d" }]);
  });

  test("by others is known of what one looks at oneself, until one looks elsewhere", () => {
    const { company, viewers } = given();
    const told = { type: "viewers", conversation: "a", staff: [jonas] } as const;
    company.heardViewers(told);
    expect(viewers()).toEqual([]);
    company.view("a");
    company.heardViewers(told);
    expect(viewers()).toEqual([jonas]);
    company.view("b");
    expect(viewers()).toEqual([]);
  });
});
