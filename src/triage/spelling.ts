/** Reads an unknown word as a known one, or not at all. */
export type Speller = (word: string) => string | null;

const SHORTEST = 4;
const LENGTH_FOR_TWO_SLIPS = 7;

/**
 * Builds cautious spelling repair: one slip from four letters on, two from seven, and words without their vowels.
 *
 * "grion" gives "groin", "shldr" gives "shoulder"; a word that `isKnown` is never changed ("week" stays).
 */
export function createSpeller(targets: ReadonlySet<string>, isKnown: (word: string) => boolean): Speller {
  const byDeletion = new Map<string, string[]>();
  const bySkeleton = new Map<string, string>();
  for (const target of targets) {
    if (target.length < 3 || /[^a-z]/.test(target)) continue;
    const skeleton = consonants(target);
    const rival = bySkeleton.get(skeleton);
    if (rival === undefined || target.length < rival.length) bySkeleton.set(skeleton, target);
    if (target.length < SHORTEST) continue;
    for (const form of deletions(target)) {
      const list = byDeletion.get(form);
      if (list === undefined) byDeletion.set(form, [target]);
      else list.push(target);
    }
  }
  return (word) => {
    if (word.length < 3 || isKnown(word) || /[^a-z]/.test(word)) return null;
    if (!/[aeiou]/.test(word)) return bySkeleton.get(consonants(word)) ?? null;
    return word.length < SHORTEST ? null : nearest(word, byDeletion);
  };
}

function nearest(word: string, byDeletion: ReadonlyMap<string, readonly string[]>): string | null {
  const allowed = word.length >= LENGTH_FOR_TWO_SLIPS ? 2 : 1;
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const form of deletions(word)) {
    for (const candidate of byDeletion.get(form) ?? []) {
      // People rarely mistype the first letter; in a short word another one makes another word ("never", "fever").
      if (candidate[0] !== word[0] && word.length < LENGTH_FOR_TWO_SLIPS) continue;
      const slips = editDistance(word, candidate);
      const score = slips + (candidate[0] === word[0] ? 0 : 0.5);
      if (slips <= allowed && score < bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
  }
  return best;
}

function deletions(word: string): readonly string[] {
  const forms = [word];
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, "").replace(/(.)\1+/g, "$1");
}

/** Damerau's distance (optimal string alignment): a swap of neighbours is one slip. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j - 1] as number) + 1, (last[j] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
