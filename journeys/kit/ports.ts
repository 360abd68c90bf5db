import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";

/** Below the ports that systems give to outgoing connections, which would take them before the program does. */
const FIRST = 20_000;
const END = 32_000;
const TRIES = 50;

/** A port with a free one right after it: the demo's shop takes the next one. */
export async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = randomInt(FIRST, END);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error("There are no two free ports in a row.");
}

async function isFree(port: number): Promise<boolean> {
  const server = await listening(port).catch(() => null);
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  return server !== null;
}

function listening(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
