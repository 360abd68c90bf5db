import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Demo, readDemo } from "./demo.ts";
import { freePair } from "./ports.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TARGET = join(ROOT, "journeys/target");
const JAVA = join(ROOT, "journeys/kit/java");
const JAR = join(ROOT, "server/target/quarkus-app/quarkus-run.jar");

export const START_MS = 240_000;
export const STOP_MS = 60_000;

/** The packaged program on data of its own, as an operator runs it. */
export interface Product {
  readonly port: number;
  /** What it has said on the terminal since its last start. */
  said(): string;
  /** Starts it, again on the same data after a stop. Settles when everything answers. */
  start(): Promise<void>;
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** `kill -9` of its PostgreSQL, which it has to notice and to start again by itself. */
  killDatabase(): void;
  /** Leaves nothing running, however the journey went. */
  end(): Promise<void>;
}

export interface DemoProduct extends Product {
  demo(): Demo;
}

/** With the demo store, its staff and their conversations. */
export async function newDemo(name: string): Promise<DemoProduct> {
  const file = join(TARGET, name, "demo.json");
  const product = await newProduct(name, ["--demo"], [`-Dshopbell.demo-file=${file}`], () =>
    isWritten(file),
  );
  return {
    ...product,
    async start() {
      rmSync(file, { force: true });
      await product.start();
    },
    demo: () => readDemo(readFileSync(file, "utf8")),
  };
}

/** As it comes: no accounts, no store. */
export function newInstallation(name: string): Promise<Product> {
  return newProduct(name, [], [], (said) => said.includes("Listening on"));
}

async function newProduct(
  name: string,
  options: readonly string[],
  javaOptions: readonly string[],
  isReady: (said: string) => boolean,
): Promise<Product> {
  const folder = join(TARGET, name);
  const pidFile = join(folder, "data/postgres/cluster/postmaster.pid");
  const port = await freePair();
  if (!existsSync(JAR)) throw new Error("There is nothing to run yet: build it with bin/demo.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  let child: ChildProcess | null = null;
  let said = "";

  async function start(): Promise<void> {
    said = "";
    const log = createWriteStream(join(folder, "log.txt"), { flags: "a" });
    const at = ["--port", `${port}`, "--data", join(folder, "data")];
    const started = spawn(JAVA, [...javaOptions, "-jar", JAR, ...options, ...at]);
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        said += text;
        log.write(text);
      });
    }
    // Whatever becomes of the journeys, no server outlives them.
    process.once("exit", () => started.kill("SIGTERM"));
    await until(() => {
      if (hasEnded(started)) throw new Error(`It did not start:\n${said}`);
      return isReady(said);
    }, START_MS);
  }

  async function stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const running = child;
    child = null;
    if (!running || hasEnded(running)) return;
    running.kill(signal);
    await until(() => hasEnded(running), STOP_MS);
    if (signal === "SIGTERM" && running.exitCode !== 0) {
      throw new Error(`It did not stop cleanly, but with ${running.exitCode}:\n${said}`);
    }
  }

  function killDatabase(): void {
    process.kill(databasePid(pidFile), "SIGKILL");
  }

  async function end(): Promise<void> {
    await stop();
    stopOrphan(pidFile);
  }

  return { port, said: () => said, start, stop, killDatabase, end };
}

function isWritten(file: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").trimEnd().endsWith("}");
}

/** A database whose server was killed and never started again. */
function stopOrphan(pidFile: string): void {
  if (!existsSync(pidFile)) return;
  const pid = databasePid(pidFile);
  try {
    if (pid > 0) process.kill(pid, "SIGINT");
  } catch {
    // It is gone already.
  }
}

function databasePid(pidFile: string): number {
  return Number(readFileSync(pidFile, "utf8").split("\n")[0]);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function until(holds: () => boolean, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Nothing happened within ${patience / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
