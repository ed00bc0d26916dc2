import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { createCharts } from "#src/pictures/charts.ts";
import type { Diary } from "#src/triage/diary.ts";
import { median, quantile, tableOf } from "../figures.ts";

// Prints what drawing the charts of full diaries costs, and what of it the bot feels.
// Run by hand: node scripts/launch.mjs bench/pictures/run.ts

const CHARTS = 200;
const DAY_HOURS = 24;
const MEGABYTE = 1_000_000;
const NANOSECONDS_A_MILLISECOND = 1e6;

/** A diary of 50 entries; another number gives another one. */
function fullDiary(number: number): Diary {
  return Array.from({ length: 50 }, (_, day) => ({
    hour: 498_000 + day * DAY_HOURS,
    soreness: (number + day * 7) % 11,
    trend: null,
    isSharp: day % 9 === 0,
    isTingling: false,
    isNumb: false,
    alreadyDays: null,
  }));
}

const charts = createCharts({ report: (problem) => console.error(problem) });
const beginsAt = performance.now();
await charts.draw(fullDiary(0));
const firstMs = performance.now() - beginsAt;
const residentBefore = process.memoryUsage().rss;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const times: number[] = [];
const sizes: number[] = [];
for (let number = 1; number <= CHARTS; number += 1) {
  const startedAt = performance.now();
  const png = await charts.draw(fullDiary(number));
  times.push(performance.now() - startedAt);
  sizes.push(png?.length ?? Number.POSITIVE_INFINITY);
}
delay.disable();
const grownBytes = process.memoryUsage().rss - residentBefore;
await charts.stop();
console.log(
  tableOf([
    { name: "the first chart, with the start of the worker", value: firstMs, unit: "ms", goal: 1_500 },
    { name: "a chart, median", value: median(times), unit: "ms", goal: 100 },
    { name: "a chart, 99 of 100", value: quantile(times, 0.99), unit: "ms" },
    {
      name: "how late the bot's own work gets meanwhile, 99 of 100",
      value: delay.percentile(99) / NANOSECONDS_A_MILLISECOND,
      unit: "ms",
      goal: 10,
    },
    { name: "the largest chart", value: Math.max(...sizes) / 1_000, unit: "kB", goal: 40 },
    { name: `memory grown after ${CHARTS} charts`, value: grownBytes / MEGABYTE, unit: "MB", goal: 60 },
  ]),
);
