import { beginsAnew, type Diary, type DiaryEntry, isMarked } from "#src/triage/diary.ts";

const WIDTH = 940;
const HEIGHT = 568;
// Below the days there is room for the badge that Discord lays over a picture with a description.
const DAYS_Y = 480;
const PLOT = { left: 86, right: 884, top: 104, bottom: 424 } as const;
const MOST_SORE = 10;
const GRID = [0, 5, 10];
const LABEL_SIZE = 34;
const FEW = 25;
const DAY_HOURS = 24;
// With fewer days the label in the middle would touch the others.
const DAYS_FOR_MIDDLE = 5;

// As on the muscle maps: told apart with any kind of colour vision, on Discord's dark and light ground alike.
const COLOURS = {
  panel: "#20262f",
  grid: "#465262",
  line: "#ff9a4d",
  mark: "#ffffff",
  outline: "#1a2028",
  text: "#ffffff",
} as const;

type Point = { readonly x: number; readonly y: number; readonly entry: DiaryEntry };

/**
 * Draws the soreness of a diary over its days as an SVG; sharp or tingling entries are diamonds, and the line breaks
 * where a new soreness begins.
 *
 * @param diary At least one entry.
 */
export function trendChart(diary: Diary): string {
  const points = diary.map((entry) => ({ x: xOf(entry, diary), y: yOf(entry.soreness), entry }));
  const hasMarks = points.some(({ entry }) => isMarked(entry));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter">
<rect width="${WIDTH}" height="${HEIGHT}" rx="28" fill="${COLOURS.panel}"/>
${text({ x: 40, y: 62, anchor: "start" }, "Soreness, 0 to 10")}
${hasMarks ? `${diamond(538, 51, 15)}${text({ x: 566, y: 62, anchor: "start" }, "sharp or tingling")}` : ""}
${GRID.map(gridLine).join("")}
${dayLabels(diary)}
${segments(points, diary).map(segment).join("")}
${points.map((point) => marker(point, points.length)).join("")}
</svg>`;
}

function hoursOf(diary: Diary): number {
  return (diary.at(-1)?.hour ?? 0) - (diary[0]?.hour ?? 0);
}

function xOf({ hour }: DiaryEntry, diary: Diary): number {
  const hours = hoursOf(diary);
  const share = hours === 0 ? 0.5 : (hour - (diary[0]?.hour ?? 0)) / hours;
  return Math.round(PLOT.left + 20 + share * (PLOT.right - PLOT.left - 40));
}

function yOf(soreness: number): number {
  return Math.round(PLOT.bottom - (soreness / MOST_SORE) * (PLOT.bottom - PLOT.top));
}

function gridLine(soreness: number): string {
  const y = yOf(soreness);
  return (
    `<line x1="${PLOT.left}" y1="${y}" x2="${PLOT.right}" y2="${y}" stroke="${COLOURS.grid}" stroke-width="2.5"/>` +
    text({ x: PLOT.left - 16, y: y + 12, anchor: "end" }, String(soreness))
  );
}

function dayLabels(diary: Diary): string {
  const days = Math.floor(hoursOf(diary) / DAY_HOURS) + 1;
  const label = (day: number, x: number, anchor: Anchor) => text({ x, y: DAYS_Y, anchor }, `day ${day}`);
  if (days === 1) return label(1, (PLOT.left + PLOT.right) / 2, "middle");
  const middle = Math.round((days + 1) / 2);
  const share = (middle - 1) / (days - 1);
  const x = PLOT.left + 20 + share * (PLOT.right - PLOT.left - 40);
  return [
    label(1, PLOT.left, "start"),
    days >= DAYS_FOR_MIDDLE ? label(middle, Math.round(x), "middle") : "",
    label(days, PLOT.right, "end"),
  ].join("");
}

function segments(points: readonly Point[], diary: Diary): Point[][] {
  const found: Point[][] = [];
  points.forEach((point, index) => {
    const last = found.at(-1);
    if (last === undefined || isBreak(diary, index)) found.push([point]);
    else last.push(point);
  });
  return found;
}

/** From a note that it is gone the line rises again. */
function isBreak(diary: Diary, index: number): boolean {
  const wasGone = diary[index - 1]?.soreness === 0 && diary[index]?.trend !== "new";
  return beginsAnew(diary, index) && !wasGone;
}

function segment(points: readonly Point[]): string {
  if (points.length < 2) return "";
  const line = points.map(({ x, y }) => `${x},${y}`).join(" ");
  const ground = `${points.at(-1)?.x},${PLOT.bottom} ${points[0]?.x},${PLOT.bottom}`;
  return (
    `<polygon points="${line} ${ground}" fill="${COLOURS.line}" fill-opacity="0.16"/>` +
    `<polyline points="${line}" fill="none" stroke="${COLOURS.line}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"/>`
  );
}

function marker({ x, y, entry }: Point, count: number): string {
  const radius = count > FEW ? 8 : 11;
  if (isMarked(entry)) return diamond(x, y, radius + 6);
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${COLOURS.line}" stroke="${COLOURS.outline}" stroke-width="3"/>`;
}

function diamond(x: number, y: number, size: number): string {
  const corners = `${x},${y - size} ${x + size},${y} ${x},${y + size} ${x - size},${y}`;
  return `<polygon points="${corners}" fill="${COLOURS.mark}" stroke="${COLOURS.outline}" stroke-width="3"/>`;
}

type Anchor = "start" | "middle" | "end";

function text(
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: Anchor },
  words: string,
): string {
  return `<text x="${x}" y="${y}" font-size="${LABEL_SIZE}" font-weight="600" text-anchor="${anchor}" fill="${COLOURS.text}">${words}</text>`;
}
