import { hashOf, type Named } from "./named.ts";

/** How many places features have; few of them share one by hash. */
export const FEATURE_SPACE = 1 << 24;

/** What a feature is of, such as a word or a pair of words, and how much each counts beside other kinds, in whole numbers. */
export type Kind = { readonly letter: string; readonly hash: number; readonly weight: number };

export const kindOf = (letter: string, weight: number): Kind => ({ letter, hash: hashOf(letter), weight });

/** Features as columns: their places, and how much each counts, in whole numbers. */
export type FeatureColumns = { readonly indices: readonly number[]; readonly counts: readonly number[] };

/** Collects features of one or two names, each once. */
export class FeatureList {
  readonly indices: number[] = [];
  readonly counts: number[] = [];
  readonly #kinds: Kind[] = [];
  readonly #firsts: Named[] = [];
  readonly #seconds: (Named | null)[] = [];
  readonly #taken: HashSet;
  #square = 0;

  /** @param taken Emptied first, and not to be used for another list before this one is whole. */
  constructor(taken: HashSet) {
    this.#taken = taken;
    taken.clear();
  }
  add(kind: Kind, first: Named, second: Named | null = null): void {
    const alone = join(kind.hash, first.hash);
    const hash = second === null ? alone : join(alone, second.hash);
    if (!this.#taken.add(hash)) return;
    this.indices.push(placeOf(hash));
    this.counts.push(kind.weight);
    this.#kinds.push(kind);
    this.#firsts.push(first);
    this.#seconds.push(second);
    this.#square += kind.weight * kind.weight;
  }
  /** The sum of the squares of what they count. */
  get square(): number {
    return this.#square;
  }
  kindAt(position: number): Kind {
    return this.#kinds[position] as Kind;
  }
  /** The one or two names of a feature. */
  namesAt(position: number): string {
    const second = this.#seconds[position] ?? null;
    const { name } = this.#firsts[position] as Named;
    return second === null ? name : `${name} ${second.name}`;
  }
}

/** Hashes, each once; at least half of its room is empty. A new `Set` for every text takes the reader a sixth longer. */
export class HashSet {
  #hashes = new Int32Array(1 << 10);
  /** The round in which a place was filled: a new round empties them all at once. */
  #rounds = new Uint32Array(1 << 10);
  #round = 0;
  #size = 0;

  clear(): void {
    this.#round += 1;
    this.#size = 0;
  }
  /** Whether the hash is a new one. */
  add(hash: number): boolean {
    const mask = this.#hashes.length - 1;
    let at = hash & mask;
    while (this.#rounds[at] === this.#round) {
      if (this.#hashes[at] === hash) return false;
      at = (at + 1) & mask;
    }
    this.#hashes[at] = hash;
    this.#rounds[at] = this.#round;
    this.#size += 1;
    if (this.#size * 2 > this.#hashes.length) this.#grow();
    return true;
  }

  #grow(): void {
    const known = this.#hashes.filter((_, at) => this.#rounds[at] === this.#round);
    this.#hashes = new Int32Array(this.#hashes.length * 4);
    this.#rounds = new Uint32Array(this.#hashes.length);
    this.#round = 1;
    this.#size = 0;
    for (const hash of known) this.add(hash);
  }
}

/** The places of every run of so many letters in a text. */
export function placesOfRuns({ hash }: Kind, text: string, lengths: readonly number[]): readonly number[] {
  return lengths.flatMap((length) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) =>
      placeOf(join(hash, hashOf(text, start, start + length))),
    ),
  );
}

/** One hash of two, in this order. */
function join(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second;
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (FEATURE_SPACE - 1);
}
