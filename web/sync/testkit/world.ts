import type { Environment, Wake, Wire, WireEvents } from "../src/environment.ts";

/** A wire as the far end holds it. */
export interface FarEnd {
  readonly url: string;
  readonly isOpen: () => boolean;
  /** The client's frames, decoded from JSON. */
  onHeard(listener: (frame: unknown) => void): void;
  open(): void;
  say(frame: unknown): void;
  sayText(text: string): void;
  close(code: number): void;
}

/** Time, chance and sockets under the test's control. Two worlds of one seed behave the same. */
export interface World extends Environment {
  /** Lets time pass, running what falls due in its order, and all promises in between. */
  advance(milliseconds: number): Promise<void>;
  settle(): Promise<void>;
  setVisible(visible: boolean): void;
  wake(why: Wake): void;
  /** Who answers when a socket is opened. */
  listen(answer: (end: FarEnd) => void): void;
  /** Settles after that time: the duration of a fake request. */
  later(milliseconds: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const MONDAY_NINE = Date.UTC(2026, 9, 5, 9);

export function createWorld(seed = 1): World {
  const random = randomOf(seed);
  const wakers = new Set<(why: Wake) => void>();
  let timers: readonly Timer[] = [];
  let now = MONDAY_NINE;
  let order = 0;
  let visible = true;
  let answer: (end: FarEnd) => void = (end) => end.close(1006);

  function after(milliseconds: number, run: () => void): () => void {
    order += 1;
    const timer: Timer = { at: now + Math.max(0, milliseconds), order, run };
    timers = [...timers, timer].sort((one, other) => one.at - other.at || one.order - other.order);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) await null;
  }

  const world: World = {
    now: () => now,
    after,
    random,
    newId: () => idOf(random),
    visible: () => visible,
    onWake(woken) {
      wakers.add(woken);
      return () => wakers.delete(woken);
    },
    openWire(url, events) {
      const { wire, end } = wireBetween(url, events);
      after(0, () => answer(end));
      return wire;
    },
    settle,
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = timers[0]; timer && timer.at <= until; timer = timers[0]) {
        timers = timers.slice(1);
        now = timer.at;
        timer.run();
        await settle();
      }
      now = until;
    },
    setVisible(next) {
      visible = next;
    },
    wake(why) {
      for (const woken of [...wakers]) woken(why);
    },
    listen(next) {
      answer = next;
    },
    later: (milliseconds) => new Promise((resolve) => void after(milliseconds, () => resolve())),
  };
  return world;
}

function wireBetween(url: string, events: WireEvents): { wire: Wire; end: FarEnd } {
  const listeners = new Set<(frame: unknown) => void>();
  let open = true;
  const wire: Wire = {
    send(text) {
      const frame: unknown = JSON.parse(text);
      if (open) for (const listener of [...listeners]) listener(frame);
    },
    close() {
      open = false;
    },
  };
  const end: FarEnd = {
    url,
    isOpen: () => open,
    onHeard: (listener) => void listeners.add(listener),
    open: () => open && events.opened(),
    say: (frame) => end.sayText(JSON.stringify(frame)),
    sayText: (text) => open && events.heard(text),
    close(code) {
      if (!open) return;
      open = false;
      events.closed(code);
    },
  };
  return { wire, end };
}

/** Mulberry32: small, and good enough for tests. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function idOf(random: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
}
