import { createServer, type Server } from "node:net";

const TRIES = 50;

/** A port with a free one right after it: the demo's shop takes the next one. */
export async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const first = await listening(0);
    const port = portOf(first);
    const second = await listening(port + 1).catch(() => null);
    await closed(first);
    if (second) {
      await closed(second);
      return port;
    }
  }
  throw new Error("There are no two free ports in a row.");
}

function listening(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It has no port.");
  return address.port;
}
