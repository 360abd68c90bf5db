import { describe, expect, test } from "vitest";
import { refusal } from "../../testkit/fake-post.ts";
import {
  aPicture,
  createFakeAttachments,
  createMemoryFiles,
  goodEyes,
} from "../../testkit/files.ts";
import { createWorld, type World } from "../../testkit/world.ts";
import { MOST_BYTES } from "./problems.ts";
import { loose, type UploadsState } from "./upload.ts";
import { createUploads } from "./uploads.ts";

function browser() {
  const world: World = createWorld();
  const server = createFakeAttachments(world);
  const storage = createMemoryFiles();
  const addresses = new Set<string>();
  let drawn = 0;

  function page(tab = "tab-1", owner = "maya") {
    let state: UploadsState = { uploads: [], arrived: new Map() };
    const uploads = createUploads({
      api: server.api,
      storage,
      environment: world,
      eyes: goodEyes,
      owner,
      tab,
      addresses: {
        of() {
          drawn += 1;
          addresses.add(`blob:${drawn}`);
          return `blob:${drawn}`;
        },
        release: (address) => void addresses.delete(address),
      },
      changed(next) {
        state = next;
      },
    });
    const all = () => state.uploads;
    return { uploads, state: () => state, all, kinds: () => all().map((one) => one.progress.kind) };
  }
  return { world, server, storage, addresses, page };
}

async function chosen(count: number) {
  const here = browser();
  const page = here.page();
  const files = Array.from({ length: count }, (_, index) => aPicture(`mug-${index}.png`));
  page.uploads.add("c", files, 10);
  await here.world.settle();
  return { ...here, ...page, ids: page.all().map(({ id }) => id) };
}

test("files are sent three at a time, in the order they were chosen", async () => {
  const { world, server, kinds, ids } = await chosen(5);
  expect(kinds()).toEqual(["sending", "sending", "sending", "waiting", "waiting"]);

  await world.advance(10_000);
  expect(kinds()).toEqual(["there", "there", "there", "there", "there"]);
  expect(server.puts).toEqual(ids);
  expect(server.most()).toBe(3);
});

test("how far a file has come is told", async () => {
  const { world, all } = await chosen(1);
  await world.advance(600);
  expect(all()[0]?.progress).toEqual({ kind: "sending", part: 0.5 });
});

test("one that is cut off goes on with the same id, and is stored once", async () => {
  const cut = browser();
  cut.server.meets("cut", "answer_lost", refusal(503, "unavailable"));
  const page = cut.page();
  page.uploads.add("c", [aPicture("mug.png")], 10);
  await cut.world.advance(1_000);
  expect(page.kinds()).toEqual(["retrying"]);
  await cut.world.advance(120_000);
  expect(page.kinds()).toEqual(["there"]);
  expect(cut.server.puts).toHaveLength(4);
  expect(new Set(cut.server.puts).size).toBe(1);
  expect(cut.server.stored.size).toBe(1);
});

test("when the network is back it is tried at once", async () => {
  const { world, server, page } = browser();
  server.meets("cut");
  const { uploads, kinds } = page();
  uploads.add("c", [aPicture("mug.png")], 10);
  await world.advance(1_000);
  expect(kinds()).toEqual(["retrying"]);
  uploads.wake();
  await world.settle();
  expect(kinds()).toEqual(["sending"]);
});

test("one that is called off is not stored, and the next one takes its turn", async () => {
  const { world, server, uploads, all, addresses, ids, storage } = await chosen(4);
  uploads.remove(ids[0] ?? "");
  await world.advance(10_000);

  expect(all().map(({ id }) => id)).toEqual(ids.slice(1));
  expect([...server.stored.keys()]).toEqual(ids.slice(1));
  expect(server.removed).toEqual([ids[0]]);
  expect(addresses.size).toBe(3);
  expect([...storage.kept.keys()]).toEqual(ids.slice(1));
});

describe("a file that does not fit", () => {
  test("is not sent; shrunk, it is", async () => {
    const { world, server, page } = browser();
    const { uploads, all } = page();
    uploads.add("c", [aPicture("poster.png", MOST_BYTES + 1)], 10);
    await world.advance(1_000);
    expect(all()[0]).toMatchObject({
      kind: "image",
      progress: { kind: "problem", problem: { kind: "too_large", canShrink: true } },
    });
    expect(server.puts).toEqual([]);

    uploads.shrink(all()[0]?.id ?? "");
    await world.advance(2_000);
    expect(all()[0]).toMatchObject({ bytes: 5, progress: { kind: "there" } });
    expect(await server.stored.get(all()[0]?.id ?? "")?.text()).toBe("small");
  });

  test("holds nobody up", async () => {
    const { world, page } = browser();
    const { uploads, kinds } = page();
    uploads.add("c", [new File(["MZ"], "notes.exe"), aPicture("mug.png")], 10);
    await world.advance(2_000);
    expect(kinds()).toEqual(["problem", "there"]);
  });

  test("is one that is too many", async () => {
    const { world, page } = browser();
    const { uploads, all } = page();
    uploads.add("c", [aPicture("one.png"), aPicture("two.png")], 1);
    await world.advance(2_000);
    expect(all().map(({ progress }) => progress.kind)).toEqual(["there", "problem"]);
    expect(all()[1]?.progress).toEqual({ kind: "problem", problem: { kind: "too_many" } });
  });

  test("is one that the server does not take, and is not sent again", async () => {
    const { world, server, page } = browser();
    server.meets(refusal(422, "image_too_large"));
    const { uploads, all } = page();
    uploads.add("c", [aPicture("wide.png")], 10);
    await world.advance(60_000);
    const problem = { kind: "refused", code: "image_too_large", canShrink: true };
    expect(all()[0]?.progress).toEqual({ kind: "problem", problem });
    expect(server.puts).toHaveLength(1);
  });
});

describe("what a message takes along", () => {
  test("is there when all of it is", async () => {
    const { world, uploads, ids } = await chosen(2);
    let outcome: unknown = null;
    void uploads.there(ids).then((one) => {
      outcome = one;
    });
    await world.advance(900);
    expect(outcome).toBeNull();
    await world.advance(200);
    expect(outcome).toEqual({ kind: "done", value: null });
  });

  test("fails for now while one of them is cut off", async () => {
    const { world, server, page } = browser();
    server.meets("cut");
    const { uploads, all } = page();
    uploads.add("c", [aPicture("mug.png")], 10);
    await world.settle();
    const there = uploads.there(all().map(({ id }) => id));
    await world.advance(1_000);
    expect(await there).toEqual({ kind: "unreached" });
  });

  test("fails for good where the server does not take one of them", async () => {
    const { world, server, page } = browser();
    server.meets(refusal(422, "file_damaged"));
    const { uploads, all } = page();
    uploads.add("c", [aPicture("mug.png")], 10);
    await world.settle();
    const there = uploads.there(all().map(({ id }) => id));
    await world.advance(1_000);
    expect(await there).toMatchObject({ kind: "refused", code: "file_damaged" });
  });

  test("is sent once more when the server has lost it", async () => {
    const { world, server, uploads, kinds, ids } = await chosen(1);
    await world.advance(2_000);
    server.stored.clear();
    uploads.again(ids);
    await world.advance(2_000);
    expect(kinds()).toEqual(["there"]);
    expect([...server.stored.keys()]).toEqual(ids);
  });

  test("is gone from here once its message is there, but for what is on screen", async () => {
    const { world, uploads, state, ids, storage, addresses } = await chosen(2);
    await world.advance(2_000);
    uploads.over(ids, true);
    expect(state().uploads).toEqual([]);
    expect([...state().arrived.keys()]).toEqual(ids);
    expect(addresses.size).toBe(2);
    expect(storage.kept.size).toBe(0);
  });
});

describe("a page load in the middle", () => {
  test("goes on with the same ids", async () => {
    const { world, server, uploads, page, ids } = await chosen(2);
    await world.advance(100);
    uploads.stop();
    const next = page();
    await next.uploads.start();
    await world.advance(5_000);

    expect(next.all().map(({ id }) => id)).toEqual(ids);
    expect(next.kinds()).toEqual(["there", "there"]);
    expect([...server.stored.keys()]).toEqual(ids);
  });

  test("brings nothing of another tab, another person, or of the day before yesterday", async () => {
    const { world, page, ids, storage } = await chosen(1);
    const another = page("tab-2");
    await another.uploads.start();
    const stranger = page("tab-1", "jonas");
    await stranger.uploads.start();
    expect([...another.all(), ...stranger.all()]).toEqual([]);

    // A message another tab has begun to send is sent by this one all the same.
    const there = another.uploads.there(ids);
    await world.advance(2_000);
    expect(await there).toEqual({ kind: "done", value: null });

    await world.advance(49 * 3_600_000);
    const late = page();
    await late.uploads.start();
    expect(late.all()).toEqual([]);
    expect(storage.kept.size).toBe(0);
  });

  test("that lost the bytes leaves it to the server whether it has them", async () => {
    const { page } = browser();
    expect(await page().uploads.there(["unknown"])).toEqual({ kind: "done", value: null });
  });
});

test("what a picture shows is said once it is there, before its message goes, and as it was said last", async () => {
  const { world, server, uploads, ids } = await chosen(1);
  const id = ids[0] ?? "";
  uploads.describe(id, "A chipped mug");
  expect(server.alts).toEqual([]);
  await world.advance(2_000);
  expect(server.alts).toEqual([[id, "A chipped mug"]]);

  uploads.describe(id, "A chipped mug");
  uploads.describe(id, "A mug");
  uploads.describe(id, "A mug, chipped at the handle");
  let isThere = false;
  void uploads.there(ids).then(() => {
    isThere = true;
  });
  await world.settle();
  expect(isThere).toBe(false);
  await world.advance(300);
  expect(isThere).toBe(true);
  expect(server.alts.at(-1)).toEqual([id, "A mug, chipped at the handle"]);
});

test("a video goes with a frame of it", async () => {
  const { world, server, page } = browser();
  const { uploads, all } = page();
  const head = [0, 0, 0, 24, ...[..."ftypisom"].map((sign) => sign.charCodeAt(0))];
  uploads.add("c", [aPicture("unpacking.mp4", 100, head)], 10);
  await world.advance(2_000);
  expect(await server.posters.get(all()[0]?.id ?? "")?.text()).toBe("frame");
  expect(all()[0]?.progress).toMatchObject({ kind: "there", attachment: { poster: true } });
});

test("loose is what no message takes along yet", async () => {
  const { all, ids } = await chosen(3);
  const entries = [{ body: { attachments: [ids[1] ?? ""] } }, { body: {} }];
  expect(loose(all(), "c", entries).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect(loose(all(), "d", [])).toEqual([]);
});
