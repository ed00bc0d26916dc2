import { gradeOf, MEASURES, type Outcome, scoreOf } from "./scores.ts";

export type Row = { readonly name: string; readonly outcomes: readonly Outcome[] };

const WIDTH = 10;

/** A row of percentages for each set; `!` marks what is worse than it must be, `*` what reaches the goal. */
export function tableOf(rows: readonly Row[]): string {
  const names = Math.max(...rows.map(({ name }) => name.length), 4);
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(names)}${cells.map((cell) => cell.padStart(WIDTH)).join("")}`;
  return [
    line(
      "",
      MEASURES.map(({ short }) => short),
    ),
    line(
      "must",
      MEASURES.map(({ best, must }) => `${best === "least" ? "≤" : "≥"} ${must}`),
    ),
    ...rows.map(({ name, outcomes }) =>
      line(
        name,
        MEASURES.map((measure) => cellOf(scoreOf(measure, outcomes), measure)),
      ),
    ),
  ].join("\n");
}

function cellOf(score: number | null, measure: (typeof MEASURES)[number]): string {
  if (score === null) return "-";
  const mark = { goal: "*", must: " ", missed: "!" }[gradeOf(measure, score)];
  return `${score.toFixed(1)}${mark}`;
}
