import { parentPort } from "node:worker_threads";
import type { Diary } from "#src/triage/diary.ts";
import { svgToPng } from "./svg-to-png.ts";
import { trendChart } from "./trend-chart.ts";

/** What the worker is asked, and what it answers; `png` is null where it could not draw. */
export type ChartOrder = { readonly id: number; readonly diary: Diary };
export type DrawnChart = { readonly id: number; readonly png: Uint8Array | null; readonly problem: string | null };

// What runs here blocks nobody: the bot goes on answering beside it.
parentPort?.on("message", ({ id, diary }: ChartOrder) => {
  parentPort?.postMessage(draw(id, diary));
});

function draw(id: number, diary: Diary): DrawnChart {
  try {
    return { id, png: svgToPng(trendChart(diary)), problem: null };
  } catch (error) {
    return { id, png: null, problem: error instanceof Error ? error.message : "unknown" };
  }
}
