/** Everything the live client asks of the world around it, so that a test can be that world. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after that time; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** From 0 up to, never, 1. */
  random(): number;
  newId(): string;
  visible(): boolean;
  /** Tells when it is worth trying again at once: the network came back, or somebody looks. */
  onWake(woken: (why: Wake) => void): () => void;
  openWire(url: string, events: WireEvents): Wire;
}

export type Wake = "online" | "visible";

/** One socket. After `close` no event follows. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

export interface WireEvents {
  opened(): void;
  heard(data: unknown): void;
  closed(code: number): void;
}

export function browserEnvironment(): Environment {
  return {
    now: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    visible: () => document.visibilityState === "visible",
    onWake(woken) {
      const online = () => woken("online");
      const visible = () => {
        if (document.visibilityState === "visible") woken("visible");
      };
      addEventListener("online", online);
      document.addEventListener("visibilitychange", visible);
      return () => {
        removeEventListener("online", online);
        document.removeEventListener("visibilitychange", visible);
      };
    },
    openWire,
  };
}

function openWire(url: string, events: WireEvents): Wire {
  const socket = new WebSocket(url);
  socket.onopen = () => events.opened();
  socket.onmessage = (event) => events.heard(event.data);
  socket.onclose = (event) => events.closed(event.code);
  return {
    send(text) {
      // A socket that is closing already throws nothing away that its close event does not make up for.
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close(1000);
    },
  };
}
