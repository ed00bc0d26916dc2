/** Counts positions of a range that pass a test, in one step however long the range is. */
export type Tally = (from: number, to: number) => number;

/** Tests each position once, when first asked; ranges are half-open, those that end before they start count none. */
export function tally(length: number, isCounted: (position: number) => boolean): Tally {
  let before: readonly number[] | null = null;
  return (from, to) => {
    before ??= countAhead(length, isCounted);
    const end = Math.min(to, length);
    const start = Math.max(from, 0);
    return end <= start ? 0 : (before[end] as number) - (before[start] as number);
  };
}

/** How many positions before each one pass. */
function countAhead(length: number, isCounted: (position: number) => boolean): readonly number[] {
  const before = [0];
  let counted = 0;
  for (let i = 0; i < length; i++) {
    if (isCounted(i)) counted += 1;
    before.push(counted);
  }
  return before;
}
