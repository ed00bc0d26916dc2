/** How much each term tells apart: the fewer targets hold it, the more. */
export type TermWeights = { weightOf(term: string): number; has(term: string): boolean };

/** Weighs terms by the number of targets whose texts hold them. */
export function createTermWeights(targets: readonly ReadonlySet<string>[], unknownWeight: number): TermWeights {
  const counts = new Map<string, number>();
  for (const terms of targets) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [term, count] of counts) weights.set(term, Math.log(1 + (targets.length - count + 0.5) / (count + 0.5)));
  return { weightOf: (term) => weights.get(term) ?? unknownWeight, has: (term) => counts.has(term) };
}
