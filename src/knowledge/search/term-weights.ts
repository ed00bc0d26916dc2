/** How much a term tells subjects apart. */
export type TermWeights = (term: string) => number;

// What nobody wrote into the content is most likely about something else.
const UNKNOWN = 3.5;
// Everyday English that no subject holds says little.
const UNKNOWN_BUT_COMMON = 1.5;

/** Weighs terms: the fewer subjects hold one, the more it says. */
export function createTermWeights(
  subjects: readonly ReadonlySet<string>[],
  isCommon: (term: string) => boolean,
): TermWeights {
  const holders = new Map<string, number>();
  for (const terms of subjects) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const rarity = (count: number) => Math.log(1 + (subjects.length - count + 0.5) / (count + 0.5));
  const weights = new Map([...holders].map(([term, count]) => [term, rarity(count)]));
  return (term) => weights.get(term) ?? (isCommon(term) ? UNKNOWN_BUT_COMMON : UNKNOWN);
}
