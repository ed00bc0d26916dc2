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
  const words = [...targets].filter((target) => target.length >= 3 && !/[^a-z]/.test(target));
  const bySkeleton = new Map<string, string>();
  for (const word of words) {
    const skeleton = consonants(word);
    const rival = bySkeleton.get(skeleton);
    if (rival === undefined || word.length < rival.length) bySkeleton.set(skeleton, word);
  }
  const similarTo = indexByDeletion(words.filter((word) => word.length >= SHORTEST));
  return (word) => {
    if (word.length < 3 || isKnown(word) || /[^a-z]/.test(word)) return null;
    if (!/[aeiou]/.test(word)) return bySkeleton.get(consonants(word)) ?? null;
    return word.length < SHORTEST ? null : nearest(word, similarTo(word));
  };
}

function nearest(word: string, candidates: Iterable<string>): string | null {
  const allowed = word.length >= LENGTH_FOR_TWO_SLIPS ? 2 : 1;
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // People rarely mistype the first letter; in a short word another one makes another word ("never", "fever").
    if (candidate[0] !== word[0] && word.length < LENGTH_FOR_TWO_SLIPS) continue;
    const slips = editDistance(word, candidate);
    const score = slips + (candidate[0] === word[0] ? 0 : 0.5);
    if (slips <= allowed && score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

const BUCKETS = 1 << 13;

/**
 * Finds words that become the same as a given one where each loses at most one letter.
 *
 * Tens of thousands of such forms are kept by their hash alone, in two arrays, ordered by bucket and then by word.
 */
function indexByDeletion(words: readonly string[]): (word: string) => ReadonlySet<string> {
  const starts = new Uint32Array(BUCKETS + 1);
  for (const word of words) {
    for (let cut = -1; cut < word.length; cut++) count(starts, (hashWithout(word, cut) & (BUCKETS - 1)) + 1);
  }
  for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const hashes = new Int32Array(starts[BUCKETS] as number);
  const owners = new Uint32Array(hashes.length);
  const free = starts.slice();
  words.forEach((word, owner) => {
    for (let cut = -1; cut < word.length; cut++) {
      const hash = hashWithout(word, cut);
      const at = count(free, hash & (BUCKETS - 1));
      hashes[at] = hash;
      owners[at] = owner;
    }
  });
  return (word) => {
    const found = new Set<string>();
    for (let cut = -1; cut < word.length; cut++) {
      const hash = hashWithout(word, cut);
      const bucket = hash & (BUCKETS - 1);
      const end = starts[bucket + 1] as number;
      for (let i = starts[bucket] as number; i < end; i++) {
        if (hashes[i] === hash) found.add(words[owners[i] as number] as string);
      }
    }
    return found;
  };
}

/** Adds one and gives the number before. */
function count(counts: Uint32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}

/** FNV-1a of a word without its letter at `cut`; of the whole word for -1. */
function hashWithout(word: string, cut: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== cut) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
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
