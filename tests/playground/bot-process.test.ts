import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createBotProcess } from "#src/playground/bot-process.ts";
import { testFolder } from "../storage/test-folder.ts";

const SCRIPT = `
import { appendFileSync } from "node:fs";
appendFileSync(process.env.STARTED, process.pid + "\\n");
setInterval(() => undefined, 1_000);
`;

/** A bot that does nothing but live, and the processes that ever were it. */
function startBot() {
  const folder = testFolder();
  const [entry, started] = [join(folder, "bot.mjs"), join(folder, "started")];
  writeFileSync(entry, SCRIPT);
  const bot = createBotProcess({
    entry,
    env: { ...process.env, STARTED: started },
    hasConnected: () => true,
    onStop: () => undefined,
    onRefusal: () => undefined,
    say: () => undefined,
  });
  const pids = () => (existsSync(started) ? readFileSync(started, "utf8").trim().split("\n").map(Number) : []);
  onTestFinished(() => {
    for (const pid of pids().filter(isAlive)) process.kill(pid, "SIGKILL");
  });
  bot.start({});
  return { bot, pids };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("two restarts at once leave one bot, and what is done meanwhile is done while there is none", async () => {
  const { bot, pids } = startBot();
  await expect.poll(() => pids().length, { timeout: 5_000 }).toBe(1);
  const alive: number[] = [];
  const restarts = [1, 2].map(() => bot.restart({}, () => alive.push(pids().filter(isAlive).length)));
  await Promise.all(restarts);
  expect(alive).toEqual([0, 0]);
  await expect.poll(() => pids().filter(isAlive).length, { timeout: 5_000 }).toBe(1);
  await bot.stop();
  expect(pids().filter(isAlive)).toEqual([]);
}, 20_000);

test("a bot that is stopped while it restarts does not come back", async () => {
  const { bot, pids } = startBot();
  await expect.poll(() => pids().length, { timeout: 5_000 }).toBe(1);
  const restarted = bot.restart({});
  await bot.stop();
  await restarted;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(pids().filter(isAlive)).toEqual([]);
}, 20_000);

test("a bot starts again even where what is done meanwhile fails", async () => {
  const { bot, pids } = startBot();
  await expect.poll(() => pids().length, { timeout: 5_000 }).toBe(1);
  const failing = bot.restart({}, () => {
    throw new Error("the disk");
  });
  await expect(failing).rejects.toThrow("the disk");
  await expect.poll(() => pids().filter(isAlive).length, { timeout: 5_000 }).toBe(1);
  await bot.stop();
}, 20_000);
