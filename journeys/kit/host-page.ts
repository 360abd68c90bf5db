import { createServer } from "node:http";
import { freePair } from "./ports.ts";

export interface HostPage {
  /** The page under a name that leads to this machine. */
  at(name: string): string;
  close(): Promise<void>;
}

/** Somebody's own shop, not the demo's: one page, at any address, on any `….localhost`. */
export async function openHostPage(html: () => string): Promise<HostPage> {
  const port = await freePair();
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(html());
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    at: (name) => `http://${name}.localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
