/** One thing measured; the goal may be missing where a figure only explains another. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: number;
};

/** Gets the value below which `share` of the values are; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}

/** Gets the value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Writes figures as a table with their goals, and whether each was reached; less is always better. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal }) => [
    name,
    `${rounded(value)} ${unit}`,
    goal === undefined ? "" : `at most ${goal} ${unit}`,
    goal === undefined ? "" : value <= goal ? "reached" : "MISSED",
  ]);
  const all = [["", "measured", "goal", ""], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
