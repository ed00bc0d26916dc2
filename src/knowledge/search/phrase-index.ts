import type { TermWeights } from "./term-weights.ts";

/** A short text that points to a subject: one of its names, a question, or a sentence of its answer. */
export type Phrase = { readonly subject: string; readonly terms: readonly string[] };

/** Finds the phrases that share most with a question. */
export type PhraseIndex = {
  /** How close the nearest phrases of each subject come, nearest first: 1 is the same terms, 0 none in common. */
  closenessOf(terms: readonly string[]): ReadonlyMap<string, readonly number[]>;
};

/** How many of a subject's nearest phrases are told. */
const NEAREST = 3;

/** Builds an index of phrases that compares them by the weights of the terms they share (the cosine). */
export function createPhraseIndex(phrases: readonly Phrase[], weightOf: TermWeights): PhraseIndex {
  const lengthOf = (terms: readonly string[]) => Math.sqrt(terms.reduce((sum, term) => sum + weightOf(term) ** 2, 0));
  const lengths = phrases.map(({ terms }) => lengthOf(terms));
  const holders = new Map<string, number[]>();
  for (const [row, { terms }] of phrases.entries()) {
    for (const term of terms) holders.set(term, [...(holders.get(term) ?? []), row]);
  }
  const shared = new Float64Array(phrases.length);
  return {
    closenessOf(terms) {
      const length = lengthOf(terms);
      const touched = new Set<number>();
      for (const term of terms) {
        const weight = weightOf(term) ** 2;
        for (const row of holders.get(term) ?? []) {
          touched.add(row);
          shared[row] = (shared[row] as number) + weight;
        }
      }
      const nearest = new Map<string, number[]>();
      for (const row of touched) {
        keepNearest(nearest, phrases[row] as Phrase, (shared[row] as number) / ((lengths[row] as number) * length));
        shared[row] = 0;
      }
      return nearest;
    },
  };
}

function keepNearest(nearest: Map<string, number[]>, { subject }: Phrase, closeness: number): void {
  const kept = nearest.get(subject);
  if (kept === undefined) nearest.set(subject, [closeness]);
  else if (kept.length < NEAREST || closeness > (kept[kept.length - 1] as number)) {
    let at = kept.length;
    while (at > 0 && closeness > (kept[at - 1] as number)) at--;
    kept.splice(at, 0, closeness);
    if (kept.length > NEAREST) kept.pop();
  }
}
