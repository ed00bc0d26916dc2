import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { descriptions } from "./descriptions.ts";
import { type Figure, median, quantile, tableOf } from "./figures.ts";
import { ask, type Question, type Round } from "./load.ts";
import { type MeasuredBot, startMeasuredBot } from "./measured-bot.ts";
import { startTime } from "./start-time.ts";
import { measureStorage } from "./storage.ts";
import { measureThought } from "./thinking.ts";

// `npm run bench`: measures Spotter beside a bare discord.js client, in turns over the same local Discord.
// Nothing leaves this machine. Other programs disturb the absolute figures, so trust the ratios more.

const ROUNDS = 9;
const PER_ROUND = 300;
const IN_FLIGHT = 16;
const WARM_UP = 600;
const STARTS = 3;
const AFTER_ANSWERS = 1_000;
const MEGABYTE = 1_000_000;

const constant: Question = { command: "constant", options: [{}] };
const triage: Question = { command: "upperback-sore", options: descriptions.map((describe) => ({ describe })) };

type Contender = { readonly bot: MeasuredBot; readonly question: Question };

const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), "spotter-bench-"));
const running: MeasuredBot[] = [];
const start = async (script: string) => {
  const bot = await startMeasuredBot(script, join(folder, String(running.length)));
  running.push(bot);
  return bot;
};

try {
  const figures = [
    ...(await measureMemory()),
    ...(await measureAnswers()),
    ...measureThinking(),
    ...(await measureSettings()),
    ...(await measureStart()),
  ];
  console.log(tableOf(figures));
  console.log(`\n${((performance.now() - startedAt) / 1_000).toFixed(0)} s, Node ${process.versions.node}`);
} finally {
  await Promise.all(running.map((bot) => bot.stop()));
  rmSync(folder, { recursive: true, force: true });
}

async function measureMemory(): Promise<Figure[]> {
  const bot = await start("src/main.ts");
  const atStart = await bot.usage();
  await ask(bot, triage, { count: AFTER_ANSWERS, inFlight: IN_FLIGHT });
  const later = await bot.usage();
  const memory = (when: string, bytes: number): Figure => ({
    name: `memory of the bot, ${when}`,
    value: bytes / MEGABYTE,
    unit: "MB",
    goal: 130,
  });
  return [memory("connected", atStart.residentBytes), memory(`after ${AFTER_ANSWERS} answers`, later.residentBytes)];
}

async function measureAnswers(): Promise<Figure[]> {
  const [spotter] = running;
  if (spotter === undefined) throw new Error("memory is measured first, with the bot that goes on here");
  const contenders: Contender[] = [
    { bot: await start("bench/bare-client.ts"), question: constant },
    { bot: await start("bench/constant-bot.ts"), question: constant },
    { bot: spotter, question: triage },
  ];
  for (const { bot, question } of contenders) await ask(bot, question, { count: WARM_UP, inFlight: IN_FLIGHT });
  const rounds: Round[][] = contenders.map(() => []);
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [index, { bot, question }] of contenders.entries()) {
      rounds[index]?.push(await ask(bot, question, { count: PER_ROUND, inFlight: IN_FLIGHT }));
    }
  }
  const [bare = [], own = [], full = []] = rounds;
  return [
    cpu("bare discord.js, constant answer", bare),
    cpu("Spotter, constant answer", own),
    { name: "  beside the bare client", value: ratio(own, bare), unit: "x", goal: 1.25 },
    cpu("Spotter, triage of 300 characters", full),
    { name: "  beside the bare client", value: ratio(full, bare), unit: "x", goal: 2.5 },
    ...delays("bare discord.js, constant answer", bare),
    ...delays("Spotter, constant answer", own, 5),
    ...delays("Spotter, triage of 300 characters", full, 5),
  ];
}

function cpu(name: string, rounds: readonly Round[]): Figure {
  return { name: `CPU an answer: ${name}`, value: median(rounds.map((round) => round.cpuMicroseconds)), unit: "µs" };
}

/** How much more CPU than another contender in the same turn: the middle of all turns. */
function ratio(rounds: readonly Round[], others: readonly Round[]): number {
  return median(rounds.map((round, index) => round.cpuMicroseconds / (others[index]?.cpuMicroseconds ?? Number.NaN)));
}

function delays(name: string, rounds: readonly Round[], goal?: number): Figure[] {
  const all = rounds.flatMap(({ milliseconds }) => milliseconds);
  const figure = (share: number): Figure => ({
    name: `interaction to reply, p${share * 100}, ${IN_FLIGHT} in flight: ${name}`,
    value: quantile(all, share),
    unit: "ms",
  });
  return [{ ...figure(0.5), ...(goal === undefined ? {} : { goal }) }, figure(0.99)];
}

function measureThinking(): Figure[] {
  const { triage, search } = measureThought();
  return [
    { name: "CPU of triage alone, 300 characters", value: triage, unit: "µs", goal: 150 },
    { name: "CPU of search alone, a question", value: search, unit: "µs", goal: 300 },
  ];
}

async function measureSettings(): Promise<Figure[]> {
  const dataDir = join(folder, "settings");
  mkdirSync(dataDir);
  return measureStorage(dataDir);
}

async function measureStart(): Promise<Figure[]> {
  const times: number[] = [];
  for (let n = 0; n < STARTS; n += 1) times.push(await startTime(join(folder, "playground")));
  return [{ name: "npm start until the page answers", value: median(times) / 1_000, unit: "s", goal: 2 }];
}
