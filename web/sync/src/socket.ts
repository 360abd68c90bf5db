import { isLinkFrame, type LinkFrame } from "@shopbell/protocol/link";
import { backOff } from "./back-off.ts";
import { type Connection, ENDINGS, type Ending } from "./connection.ts";
import type { Environment, Wake, Wire } from "./environment.ts";
import { type Poll, type Polling, startPolling } from "./long-poll.ts";

export interface SocketOptions<N> {
  readonly environment: Environment;
  readonly url: string;
  /** The first frame of every connection, made when it opens, so that it names the newest position. */
  hello(): unknown;
  decode(data: unknown): N | LinkFrame | undefined;
  heard(news: N): void;
  readonly poll: Poll;
  changed(connection: Connection): void;
}

/** One live connection for as long as a page lives: it connects, and connects again, and knows when to stop. */
export interface Socket {
  /** Connects, also after `signed_out`; after a `hold` with back-off, because a server that says start over in a circle must not be hammered. */
  start(): void;
  /** Lost when the line is down: only for what is of no worth a moment later. */
  say(frame: unknown): void;
  /** Hangs up until the next `start`. */
  hold(): void;
  end(reason: Ending): void;
}

/** The server pings every 25 s. This much silence while somebody looks means that nobody is there. */
const SILENCE = 40_000;
const OPENING = 10_000;
/** One that broke sooner counts as a failed try. */
const LASTING = 5_000;
const MISSES_BEFORE_POLLING = 3;
const BETWEEN_TRIES_WHILE_POLLING = 60_000;

export function createSocket<N extends { readonly type: string }>(
  options: SocketOptions<N>,
): Socket {
  const { environment } = options;
  let connection: Connection = { kind: "connecting" };
  let wire: Wire | null = null;
  let heardAt = 0;
  /** When the first frame came over this wire. An open socket that carries nothing is not open. */
  let openSince: number | null = null;
  let tries = 0;
  let misses = 0;
  let notBefore = 0;
  let polling: Polling | null = null;
  let started = false;
  let held = false;
  let cancelTry = () => {};
  let cancelWatch = () => {};
  let cancelWake = () => {};

  function show(next: Connection): void {
    // Still away is the same absence: it keeps the moment it began.
    if (next.kind === connection.kind) return;
    connection = next;
    options.changed(next);
  }

  function connect(): void {
    hangUp();
    heardAt = environment.now();
    openSince = null;
    const opening = environment.openWire(options.url, {
      opened: () => opening.send(JSON.stringify(options.hello())),
      heard: (data) => hear(opening, data),
      closed(code) {
        wire = null;
        const ending = ENDINGS.get(code);
        if (ending) end(ending);
        else lost();
      },
    });
    wire = opening;
    watch(OPENING);
  }

  function hear(from: Wire, data: unknown): void {
    heardAt = environment.now();
    const frame = decoded(data);
    if (frame === undefined) {
      end("not_understood");
      return;
    }
    if (openSince === null) opened();
    if (!isLinkFrame(frame)) options.heard(frame);
    else if (frame.type === "ping") from.send('{"type":"pong"}');
    else {
      notBefore = environment.now() + frame.afterMs;
      tryAfter(frame.afterMs);
    }
  }

  function decoded(data: unknown): N | LinkFrame | undefined {
    try {
      return typeof data === "string" ? options.decode(JSON.parse(data)) : undefined;
    } catch {
      return undefined;
    }
  }

  function opened(): void {
    openSince = environment.now();
    misses = 0;
    stopPolling();
    show({ kind: "open" });
  }

  function lost(): void {
    hangUp();
    count();
    if (misses >= MISSES_BEFORE_POLLING) poll();
    if (connection.kind !== "polling") {
      show({ kind: "reconnecting", since: environment.now() });
    }
    tryAfter(polling ? BETWEEN_TRIES_WHILE_POLLING : backOff(tries, environment.random));
  }

  function count(): void {
    const lasted = openSince !== null && environment.now() - openSince >= LASTING;
    if (openSince === null) misses += 1;
    tries = lasted ? 0 : tries + 1;
  }

  function tryAfter(milliseconds: number): void {
    cancelTry();
    const wait = Math.max(milliseconds, notBefore - environment.now());
    cancelTry = environment.after(wait, connect);
  }

  function watch(milliseconds: number): void {
    cancelWatch();
    cancelWatch = environment.after(milliseconds, () => {
      const limit = openSince === null ? OPENING : SILENCE;
      const left = heardAt + limit - environment.now();
      if (left > 0) watch(left);
      // A hidden page's timers prove nothing; it looks again when somebody does.
      else if (environment.visible()) lost();
      else watch(limit);
    });
  }

  function wake(why: Wake): void {
    if (held) return;
    polling?.wake();
    const silent = environment.now() - heardAt >= SILENCE;
    // A network that came back is often another one, and the old socket does not know that it is dead.
    if (wire && why === "visible" && !silent) return;
    if (wire) {
      hangUp();
      show({ kind: "reconnecting", since: environment.now() });
    }
    tryAfter(0);
  }

  function poll(): void {
    polling ??= startPolling({
      environment,
      poll: options.poll,
      answered() {
        const wasAway = connection.kind !== "polling";
        show({ kind: "polling", since: environment.now() });
        // The server is back: the socket may be, too, a minute before its turn.
        if (wasAway && !wire) tryAfter(0);
      },
      unanswered: () => show({ kind: "reconnecting", since: environment.now() }),
      signedOut: () => end("signed_out"),
    });
  }

  function stopPolling(): void {
    polling?.stop();
    polling = null;
  }

  function hangUp(): void {
    cancelTry();
    cancelWatch();
    wire?.close();
    wire = null;
  }

  function end(reason: Ending): void {
    hangUp();
    stopPolling();
    cancelWake();
    show({ kind: "closed", reason });
  }

  return {
    start() {
      if (connection.kind === "closed" && connection.reason !== "signed_out") return;
      held = false;
      cancelWake();
      cancelWake = environment.onWake(wake);
      if (started) return tryAfter(backOff(tries, environment.random));
      started = true;
      connect();
    },
    say(frame) {
      if (openSince !== null) wire?.send(JSON.stringify(frame));
    },
    hold() {
      if (!started || connection.kind === "closed") return;
      held = true;
      hangUp();
      stopPolling();
      count();
      show({ kind: "reconnecting", since: environment.now() });
    },
    end,
  };
}
