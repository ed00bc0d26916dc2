import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";

const GIVE_UP_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 10;

/**
 * Runs `npm start` without a token and returns the milliseconds until the playground's page answers.
 *
 * @throws Error when it does not answer at all.
 */
export async function startTime(dataDir: string): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawnNpmStart({
    DISCORD_TOKEN: "",
    NODE_ENV: "",
    LOG_LEVEL: "warn",
    DATA_DIR: dataDir,
    PLAYGROUND_PORT: String(port),
  });
  const ended = once(child, "exit");
  try {
    while (!(await answers(port))) {
      const isOver = performance.now() - startedAt > GIVE_UP_AFTER_MS || child.exitCode !== null;
      if (isOver) throw new Error("the playground's page does not answer after npm start");
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return performance.now() - startedAt;
  } finally {
    end(child);
    await ended;
  }
}

function spawnNpmStart(settings: Readonly<Record<string, string>>): ChildProcess {
  const npm = process.env.npm_execpath;
  const [program, args] =
    npm === undefined ? ["npm", ["start"]] : [process.env.npm_node_execpath ?? "node", [npm, "start"]];
  return spawn(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...settings },
    detached: process.platform !== "win32",
  });
}

/** Ends npm and what it has started, as Ctrl-C does. */
function end(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill();
  else process.kill(-child.pid, "SIGINT");
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
