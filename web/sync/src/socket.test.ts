import type { ShopperNews } from "@shopbell/protocol/shopper";
import { decodeShopperFrame } from "@shopbell/protocol/shopper-guards";
import { describe, expect, test } from "vitest";
import { createWorld, type FarEnd } from "../testkit/world.ts";
import type { Connection } from "./connection.ts";
import type { Polled } from "./long-poll.ts";
import { createSocket } from "./socket.ts";

const WELCOME = {
  type: "welcome",
  conversation: {
    id: "c",
    lastPublicSeq: 0,
    delivered: 0,
    seen: 0,
    staffSeen: 0,
    blocked: false,
    version: 1,
  },
  viewer: "the-viewer",
} as const;

/** A socket whose far end does with each connection what the test says. */
function given(answer: (end: FarEnd) => void, polled: () => Polled = () => "unanswered") {
  const world = createWorld();
  const begun = world.now();
  const ends: FarEnd[] = [];
  const tries: number[] = [];
  const polls: number[] = [];
  const shown: Connection[] = [];
  const heard: ShopperNews[] = [];
  const said: unknown[] = [];
  let doing = answer;
  world.listen((end) => {
    ends.push(end);
    tries.push(world.now() - begun);
    end.onHeard((frame) => said.push(frame));
    doing(end);
  });
  const socket = createSocket<ShopperNews>({
    environment: world,
    url: "wss://chat.example/socket",
    hello: () => ({ type: "hello", after: tries.length }),
    decode: decodeShopperFrame,
    heard: (news) => heard.push(news),
    async poll(_, wait) {
      polls.push(wait);
      await world.later(wait === 0 ? 50 : wait * 1000);
      return polled();
    },
    changed: (connection) => shown.push(connection),
  });
  return {
    world,
    socket,
    ends,
    tries,
    polls,
    shown,
    heard,
    said,
    kinds: () => shown.map(({ kind }) => kind),
    from: (next: (end: FarEnd) => void) => {
      doing = next;
    },
  };
}

function welcome(end: FarEnd): void {
  end.open();
  end.say(WELCOME);
}

describe("a connection", () => {
  test("says hello first, and is open when the server has said something", async () => {
    const { world, socket, ends, said, heard, kinds } = given((end) => end.open());
    socket.start();
    await world.advance(100);
    expect(said).toEqual([{ type: "hello", after: 1 }]);
    expect(kinds()).toEqual([]);

    ends[0]?.say(WELCOME);

    expect(kinds()).toEqual(["open"]);
    expect(heard).toEqual([WELCOME]);
  });

  test("answers a ping when it comes, and tells nobody of it", async () => {
    const { world, socket, ends, said, heard } = given(welcome);
    socket.start();
    await world.advance(100);

    ends[0]?.say({ type: "ping" });

    expect(said).toEqual([{ type: "hello", after: 1 }, { type: "pong" }]);
    expect(heard).toEqual([WELCOME]);
  });

  test("passes on a frame from the future as unknown", async () => {
    const { world, socket, ends, heard, kinds } = given(welcome);
    socket.start();
    await world.advance(100);

    ends[0]?.say({ type: "typing" });

    expect(heard.at(-1)).toEqual({ type: "unknown" });
    expect(kinds()).toEqual(["open"]);
  });

  test("that lasted comes back within half a second, with a new hello", async () => {
    const { world, socket, ends, said, kinds, tries } = given(welcome);
    socket.start();
    await world.advance(10_000);

    ends[0]?.close(1006);
    await world.advance(500);

    expect(kinds()).toEqual(["open", "reconnecting", "open"]);
    expect(said.at(-1)).toEqual({ type: "hello", after: 2 });
    expect(tries).toHaveLength(2);
  });

  test("that opens and breaks in a circle is tried less and less often", async () => {
    const { world, socket, tries } = given((end) => {
      welcome(end);
      end.close(4413);
    });
    socket.start();

    await world.advance(600_000);

    // With full jitter the mean wait is half of 30 s; without back-off there would be thousands.
    expect(tries.length).toBeGreaterThan(15);
    expect(tries.length).toBeLessThan(80);
  });

  test.each([
    [4400, "not_understood"],
    [4401, "signed_out"],
    [4404, "not_found"],
  ] as const)("closed with %i has ended for good: %s", async (code, reason) => {
    const { world, socket, shown, tries } = given((end) => end.close(code));
    socket.start();
    await world.advance(600_000);
    world.wake("online");
    await world.advance(600_000);

    expect(shown).toEqual([{ kind: "closed", reason }]);
    expect(tries).toHaveLength(1);
  });

  test.each(["{", "[]", '{"type":"welcome"}', '{"type":"reconnect","afterMs":"soon"}'])(
    "that says what nobody understands has ended for good: %s",
    async (text) => {
      const { world, socket, shown, ends } = given((end) => {
        end.open();
        end.sayText(text);
      });
      socket.start();
      await world.advance(1000);

      expect(shown).toEqual([{ kind: "closed", reason: "not_understood" }]);
      expect(ends[0]?.isOpen()).toBe(false);
    },
  );
});

describe("when to come back", () => {
  test("not before the server asked to, even if woken", async () => {
    const { world, socket, ends, tries } = given(welcome);
    socket.start();
    await world.advance(10_000);

    ends[0]?.say({ type: "reconnect", afterMs: 4_000 });
    ends[0]?.close(1012);
    world.wake("visible");
    world.wake("online");
    await world.advance(3_999);
    expect(tries).toHaveLength(1);

    await world.advance(1);
    expect(tries).toHaveLength(2);
  });

  test("at once when the network is back or somebody looks", async () => {
    for (const why of ["online", "visible"] as const) {
      const { world, socket, tries, from } = given((end) => end.close(1006));
      socket.start();
      await world.advance(5_000);
      from(welcome);
      const before = tries.length;

      world.wake(why);
      await world.advance(0);

      expect(tries).toHaveLength(before + 1);
    }
  });

  test("a network that came back ends the old socket, which may be dead; a look does not", async () => {
    const { world, socket, ends, tries } = given(welcome);
    socket.start();
    await world.advance(10_000);

    world.wake("visible");
    await world.advance(1000);
    expect(tries).toHaveLength(1);

    world.wake("online");
    await world.advance(1000);
    expect(tries).toHaveLength(2);
    expect(ends[0]?.isOpen()).toBe(false);
  });

  test("after 40 s of silence with somebody looking", async () => {
    const { world, socket, ends, tries } = given(welcome);
    socket.start();
    await world.advance(25_000);
    ends[0]?.say({ type: "ping" });
    await world.advance(39_999);
    expect(tries).toHaveLength(1);

    await world.advance(501);
    expect(tries).toHaveLength(2);
  });

  test("of a hidden page, only when somebody looks again", async () => {
    const { world, socket, tries } = given(welcome);
    socket.start();
    world.setVisible(false);
    await world.advance(300_000);
    expect(tries).toHaveLength(1);

    world.setVisible(true);
    world.wake("visible");
    await world.advance(0);
    expect(tries).toHaveLength(2);
  });

  test("when nothing answers at all within 10 s", async () => {
    const { world, socket, tries } = given(() => {});
    socket.start();

    await world.advance(11_000);

    expect(tries).toHaveLength(2);
  });

  test("not while it is held, and after that with back-off", async () => {
    const { world, socket, ends, tries, kinds } = given(welcome);
    socket.start();
    await world.advance(10_000);

    socket.hold();
    world.wake("online");
    await world.advance(100_000);
    expect(tries).toHaveLength(1);
    expect(ends[0]?.isOpen()).toBe(false);

    socket.start();
    await world.advance(500);
    expect(kinds()).toEqual(["open", "reconnecting", "open"]);
  });

  test("never, once it was ended", async () => {
    const { world, socket, shown, tries } = given(welcome);
    socket.start();
    await world.advance(100);

    socket.end("stopped");
    world.wake("online");
    socket.start();
    await world.advance(600_000);

    expect(shown.at(-1)).toEqual({ kind: "closed", reason: "stopped" });
    expect(tries).toHaveLength(1);
  });
});

describe("where sockets are blocked", () => {
  test("long-polling begins after three misses, and the socket is still tried every minute", async () => {
    const { world, socket, kinds, tries, polls } = given(
      (end) => end.close(1006),
      () => "answered",
    );
    socket.start();
    await world.advance(10_000);
    expect(kinds()).toEqual(["reconnecting", "polling"]);
    const before = tries.length;

    await world.advance(600_000);

    expect(tries.length - before).toBeGreaterThanOrEqual(9);
    expect(tries.length - before).toBeLessThanOrEqual(11);
    expect(kinds()).toEqual(["reconnecting", "polling"]);
    expect(polls.slice(0, 3)).toEqual([0, 20, 20]);
  });

  test("not before three misses", async () => {
    const { world, socket, from, polls } = given((end) => end.close(1006));
    socket.start();
    await world.advance(0);
    from(welcome);

    await world.advance(60_000);

    expect(polls).toEqual([]);
  });

  test("a socket that opens ends the polling", async () => {
    const { world, socket, from, kinds, polls } = given(
      (end) => end.close(1006),
      () => "answered",
    );
    socket.start();
    await world.advance(10_000);
    from((end) => {
      welcome(end);
      const ping = () => {
        end.say({ type: "ping" });
        world.after(25_000, ping);
      };
      ping();
    });
    await world.advance(61_000);
    const before = polls.length;

    await world.advance(120_000);

    expect(kinds()).toEqual(["reconnecting", "polling", "open"]);
    expect(polls).toHaveLength(before);
  });

  test("a server that was away and answers a poll is tried by socket at once", async () => {
    let answeredAt = 0;
    let isBack = false;
    const { world, socket, tries, kinds } = given(
      (end) => (isBack ? welcome(end) : end.close(1006)),
      () => {
        if (isBack) answeredAt = world.now();
        return isBack ? "answered" : "unanswered";
      },
    );
    const begun = world.now();
    socket.start();
    await world.advance(100_000);
    const justTried = tries.at(-1) ?? 0;
    await world.advance(justTried + 60_001 - 100_000);
    expect(kinds()).toEqual(["reconnecting"]);

    isBack = true;
    await world.advance(35_000);

    expect(kinds().at(-1)).toBe("open");
    expect(answeredAt).toBeGreaterThan(0);
    expect(tries.at(-1)).toBe(answeredAt - begun);
  });

  test("polling that is told it is signed out ends everything", async () => {
    const { world, socket, shown } = given(
      (end) => end.close(1006),
      () => "signed_out",
    );
    socket.start();
    await world.advance(60_000);

    expect(shown.at(-1)).toEqual({ kind: "closed", reason: "signed_out" });
  });
});
