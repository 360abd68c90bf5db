import type { Card } from "@shopbell/protocol/card";
import { expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { givenSession, say } from "../testkit/given-session.ts";
import { withoutDoubles } from "./desk.ts";

const BOWL: Card = {
  kind: "product",
  productId: "p-1",
  title: "Ash bowl",
  url: null,
  imageUrl: null,
  price: 4200,
  compareAtPrice: null,
  currency: "EUR",
  available: true,
};
const CODE: Card = { kind: "discount", code: "BOWL10", text: null, url: null };

test("what was chosen goes with the next answer, with or without words", async () => {
  const { session, state } = await givenSession();
  session.choose("a", [BOWL, CODE]);
  session.choose("b", [CODE]);

  const id = session.send("a");

  const entry = state().outbox.entries.find((each) => each.id === id);
  expect(entry?.body).toMatchObject({ kind: "staff", text: "", cards: [BOWL, CODE] });
  expect(state().cards.get("a")).toBeUndefined();
  expect(state().cards.get("b")).toEqual([CODE]);
  expect(session.send("a")).toBeNull();
});

test("a note brings none: they wait for the next answer", async () => {
  const { session, state } = await givenSession();
  session.choose("a", [BOWL]);
  session.write("a", { kind: "note", text: "Which one?", mentions: [] });

  const id = session.send("a");

  expect(state().outbox.entries.find((each) => each.id === id)?.body).not.toHaveProperty("cards");
  expect(state().cards.get("a")).toEqual([BOWL]);
});

test("what the server does not take is chosen again, beside what was chosen since", async () => {
  const { world, server, session, state } = await givenSession();
  server.failing("post", refusal(422, "product_not_found"));
  session.choose("a", [BOWL]);
  say(session, "a", "Look");
  session.choose("a", [CODE, BOWL]);
  await world.advance(2_000);

  expect(state().outbox.entries).toEqual([]);
  expect(state().cards.get("a")).toEqual([BOWL, CODE]);
  expect(state().drafts.get("a")).toMatchObject({ text: "Look", held: "card" });
});

test("what was meant for a conversation that is closed by now is a draft again", async () => {
  const { world, server, session, state } = await givenSession();
  server.failing("post", refusal(409, "conversation_continued"));
  session.choose("a", [BOWL]);
  say(session, "a", "Look");
  await world.advance(2_000);

  expect(state().outbox.entries).toEqual([]);
  expect(state().cards.get("a")).toEqual([BOWL]);
  expect(state().drafts.get("a")).toMatchObject({ text: "Look", held: "closed" });
});

test("the same is chosen once, where it was first", () => {
  expect(withoutDoubles([BOWL, CODE, { ...BOWL, title: "Later" }, CODE])).toEqual([BOWL, CODE]);
});
