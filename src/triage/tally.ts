/** Counts positions of a range that pass a test, in one step however long the range is. */
export type Tally = (from: number, to: number) => number;

/** Tests each position once and counts ahead; ranges are half-open, those that end before they start count none. */
export function tally(length: number, isCounted: (position: number) => boolean): Tally {
  const before = new Uint32Array(length + 1);
  for (let i = 0; i < length; i++) before[i + 1] = (before[i] as number) + (isCounted(i) ? 1 : 0);
  return (from, to) => {
    const end = Math.min(to, length);
    const start = Math.max(from, 0);
    return end <= start ? 0 : (before[end] as number) - (before[start] as number);
  };
}
