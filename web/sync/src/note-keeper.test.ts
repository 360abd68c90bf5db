import type { StaffNote } from "@shopbell/protocol/profile";
import { expect, test } from "vitest";
import { createWorld } from "../testkit/world.ts";
import type { Outcome } from "./http.ts";
import { createNoteKeeper } from "./note-keeper.ts";

const jonas = { id: "jonas", name: "Jonas Weber" };
const changed: Outcome<never> = {
  kind: "refused",
  status: 409,
  code: "staff_note_changed_meanwhile",
  field: null,
  retryAfter: null,
  problem: {},
};

function aNote(text: string, version = 1): StaffNote {
  const at = "2026-10-05T09:00:00Z";
  return { id: "n", text, version, author: jonas, createdAt: at, editedBy: jonas, editedAt: at };
}

/** A server with one note, and one person who types in it. */
function given(note: StaffNote | null) {
  const world = createWorld();
  const saves: string[] = [];
  const server = { note, saves, isAway: false };
  const keeper = createNoteKeeper({
    note,
    environment: world,
    async save(text, version) {
      if (server.isAway) return { kind: "unreached" };
      if ((server.note?.version ?? 0) !== version) return changed;
      server.saves.push(text);
      server.note = aNote(text.trim(), version + 1);
      return { kind: "done", value: { note: server.note } };
    },
    reread: () => keeper.hear(server.note),
  });
  const colleagueWrites = (text: string) => {
    server.note = aNote(text, (server.note?.version ?? 0) + 1);
  };
  return { world, server, keeper, colleagueWrites, now: keeper.getSnapshot };
}

test("what is typed is saved once typing stops for 600 ms", async () => {
  const { world, server, keeper, now } = given(null);
  for (const text of ["G", "Gi", "Gift"]) {
    keeper.type(text);
    await world.advance(500);
  }
  expect(server.saves).toEqual([]);
  expect(now().standing.kind).toBe("typed");

  await world.advance(200);
  expect(server.saves).toEqual(["Gift"]);
  expect(now().standing.kind).toBe("saved");
});

test("leaving the field saves at once, and what is saved is not saved again", async () => {
  const { world, server, keeper } = given(aNote("Gift"));
  keeper.type("Gift buyer");
  keeper.flush();
  await world.advance(0);
  keeper.flush();
  await world.advance(1_000);

  expect(server.saves).toEqual(["Gift buyer"]);
});

test("what a colleague changed shows where nothing was typed", () => {
  const { server, keeper, colleagueWrites, now } = given(aNote("Gift"));
  colleagueWrites("Gift buyer");
  keeper.hear(server.note);

  expect(now().text).toBe("Gift buyer");
  expect(now().standing.kind).toBe("saved");
});

test("a colleague's words are not overwritten unread, whichever is heard first", async () => {
  for (const isHeardFirst of [true, false]) {
    const { world, server, keeper, colleagueWrites, now } = given(aNote("Gift"));
    keeper.type("Gift, no logo");
    colleagueWrites("Gift, twice a year");
    if (isHeardFirst) keeper.hear(server.note);
    await world.advance(1_000);

    expect(server.saves).toEqual([]);
    expect(now().text).toBe("Gift, no logo");
    expect(now().standing).toMatchObject({
      kind: "conflict",
      theirs: { text: "Gift, twice a year" },
    });
  }
});

test("mine is kept over what was read, and theirs taken over what was typed", async () => {
  for (const choice of ["keepMine", "takeTheirs"] as const) {
    const { world, server, keeper, colleagueWrites, now } = given(aNote("Gift"));
    keeper.type("Gift, no logo");
    colleagueWrites("Gift, twice a year");
    keeper.hear(server.note);
    keeper[choice]();
    await world.advance(1_000);

    expect(now().standing.kind).toBe("saved");
    expect(now().text).toBe(choice === "keepMine" ? "Gift, no logo" : "Gift, twice a year");
    expect(server.note?.text).toBe(now().text);
  }
});

test("what was removed while it was typed can be kept all the same", async () => {
  const { world, server, keeper, now } = given(aNote("Gift"));
  keeper.type("Gift, no logo");
  server.note = null;
  await world.advance(1_000);
  expect(now().standing).toEqual({ kind: "conflict", theirs: null });

  keeper.keepMine();
  await world.advance(1_000);
  expect(server.saves).toEqual(["Gift, no logo"]);
});

test("a server that does not answer is asked again", async () => {
  const { world, server, keeper, now } = given(null);
  server.isAway = true;
  keeper.type("Gift");
  await world.advance(1_000);
  expect(now().standing.kind).toBe("unreached");

  server.isAway = false;
  await world.advance(5_000);
  expect(server.saves).toEqual(["Gift"]);
  expect(now().standing.kind).toBe("saved");
});
