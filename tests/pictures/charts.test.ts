import { afterAll, describe, expect, test } from "vitest";
import { createCharts } from "#src/pictures/charts.ts";
import { trendChart } from "#src/pictures/trend-chart.ts";
import type { Diary, DiaryEntry } from "#src/triage/diary.ts";

const note = (day: number, soreness: number, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  hour: 498_000 + day * 24,
  soreness,
  trend: null,
  isSharp: false,
  isTingling: false,
  isNumb: false,
  alreadyDays: null,
  ...more,
});
const fortnight: Diary = Array.from({ length: 14 }, (_, day) => note(day, 3 + (day % 4)));
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe("the drawing of a diary", () => {
  test("has a point for every entry, in days from the first", () => {
    const svg = trendChart(fortnight);
    expect(count(svg, "<circle")).toBe(14);
    for (const label of ["day 1", "day 8", "day 14", "Soreness, 0 to 10"]) expect(svg).toContain(`>${label}<`);
  });

  test("marks what is sharp or tingling by shape, not by colour alone, and says so", () => {
    const svg = trendChart([note(0, 3), note(1, 4, { isSharp: true }), note(2, 4, { isTingling: true })]);
    expect(count(svg, "<circle")).toBe(1);
    expect(svg).toContain(">sharp or tingling<");
    expect(trendChart(fortnight)).not.toContain("sharp or tingling");
  });

  test("breaks the line where a new soreness begins, and not where it was noted as gone", () => {
    const lines = (diary: Diary) => count(trendChart(diary), "<polyline");
    expect(lines([note(0, 3), note(1, 4), note(2, 4, { trend: "new" }), note(3, 3)])).toBe(2);
    expect(lines([note(0, 3), note(1, 4), note(30, 4), note(31, 3)])).toBe(2);
    expect(lines([note(0, 3), note(1, 0), note(2, 4), note(3, 3)])).toBe(1);
  });

  test.each([
    ["one entry", [note(0, 10)]],
    ["nothing but zeros", [note(0, 0), note(1, 0)]],
    ["the longest span", [note(0, 10), note(2700, 0)]],
  ])("of %s has no number that is none", (_, diary) => {
    expect(trendChart(diary)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("drawing beside the bot", () => {
  const problems: string[] = [];
  const report = (problem: string) => void problems.push(problem);
  const charts = createCharts({ report });
  afterAll(() => charts.stop());

  const sizeOf = (png: Uint8Array | null) => {
    const view = Buffer.from(png ?? []);
    return [view.subarray(1, 4).toString("latin1"), view.readUInt32BE(16), view.readUInt32BE(20)];
  };

  test("gives a PNG of twice a phone's width, small enough for a mobile connection, the same every time", async () => {
    const [first, second] = await Promise.all([charts.draw(fortnight), charts.draw(fortnight)]);
    expect(sizeOf(first)).toEqual(["PNG", 720, 435]);
    expect(first?.length).toBeLessThan(40_000);
    expect(Buffer.from(first ?? [])).toEqual(Buffer.from(second ?? []));
    expect(problems).toEqual([]);
  });

  test("does not hold up the bot: its clock ticks on while charts are drawn", async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 5);
    await Promise.all(Array.from({ length: 5 }, () => charts.draw(fortnight)));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
  });

  test("what cannot be drawn is no chart and a line in the log, and the next is drawn", async () => {
    const broken = [null] as unknown as Diary;
    expect(await charts.draw(broken)).toBeNull();
    expect(problems).toHaveLength(1);
    expect(sizeOf(await charts.draw(fortnight))[0]).toBe("PNG");
  });

  test("a worker that hangs or dies gives no chart, and the next starts a new one", async () => {
    const source = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const reports: string[] = [];
    const make = (code: string) =>
      createCharts({ report: (line) => reports.push(line), giveUpAfterMs: 500, workerFile: source(code) });
    const hangs = make('import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});');
    expect(await Promise.all([hangs.draw(fortnight), hangs.draw(fortnight)])).toEqual([null, null]);
    expect(await hangs.draw(fortnight)).toBeNull();
    const dies = make('throw new Error("no memory");');
    expect(await dies.draw(fortnight)).toBeNull();
    expect(reports).toContain("no memory");
    await hangs.stop();
  });

  test("more than it can wait for go without a chart at once", async () => {
    const full = createCharts({ report, mostWaiting: 1 });
    const first = full.draw(fortnight);
    expect(await full.draw(fortnight)).toBeNull();
    expect(sizeOf(await first)[0]).toBe("PNG");
    await full.stop();
  });

  test("stopping lets whoever waits go without a chart", async () => {
    const stopped = createCharts({ report });
    const waiting = stopped.draw(fortnight);
    await stopped.stop();
    expect(await waiting).toBeNull();
  });
});
