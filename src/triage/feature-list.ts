import { hashOf, type Named } from "./named.ts";

/** How many places the learned weights have; features share them by hash. */
export const FEATURE_SPACE = 1 << 18;

/** What a feature is of, such as a word or a pair of words, and how much each counts beside those of other kinds. */
export type Kind = { readonly letter: string; readonly hash: number; readonly weight: number };

export const kindOf = (letter: string, weight: number): Kind => ({ letter, hash: hashOf(letter), weight });

/** Features as columns: places among the weights, and how much each counts. */
export type FeatureColumns = { readonly indices: Uint32Array; readonly values: Float64Array };

/** Collects features of one or two names, each once. */
export class FeatureList {
  readonly #kinds: Kind[] = [];
  readonly #firsts: Named[] = [];
  readonly #seconds: (Named | null)[] = [];
  readonly #hashes: number[] = [];
  /** Positions in the list plus one, by hash; at least half of it is empty. */
  #slots = new Uint32Array(1 << 10);

  get length(): number {
    return this.#hashes.length;
  }
  add(kind: Kind, first: Named, second: Named | null = null): void {
    const alone = join(kind.hash, first.hash);
    const hash = second === null ? alone : join(alone, second.hash);
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] !== 0) return;
    this.#kinds.push(kind);
    this.#firsts.push(first);
    this.#seconds.push(second);
    this.#slots[slot] = this.#hashes.push(hash);
    if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
  }
  /** The sum of the squares of what they count. */
  get square(): number {
    let sum = 0;
    for (const { weight } of this.#kinds) sum += weight * weight;
    return sum;
  }
  columns(scale: number): FeatureColumns {
    const columns = { indices: new Uint32Array(this.length), values: new Float64Array(this.length) };
    for (let i = 0; i < this.length; i++) {
      columns.indices[i] = placeOf(this.#hashes[i] as number);
      columns.values[i] = (this.#kinds[i] as Kind).weight * scale;
    }
    return columns;
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

  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0 && this.#hashes[(this.#slots[slot] as number) - 1] !== hash)
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    this.#hashes.forEach((hash, position) => {
      this.#slots[this.#slotOf(hash)] = position + 1;
    });
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
