/** How many places the learned weights have; features share them by hash. */
export const FEATURE_SPACE = 1 << 18;

/** Features as columns, since a long text has thousands: places among the weights, and values of length one together. */
export type FeatureColumns = { readonly indices: Uint32Array; readonly values: Float64Array };

/** Collects features by their names, each once; a name is hashed as it comes, and built only where it is kept. */
export class FeatureList {
  /** In the order of the features; empty unless names are kept. */
  readonly names: string[] = [];
  readonly #keepsNames: boolean;
  readonly #weights: number[] = [];
  readonly #hashes: number[] = [];
  /** Positions in the list plus one, by hash; at least half of it is empty. */
  #slots = new Uint32Array(1 << 12);

  constructor(keepsNames: boolean) {
    this.#keepsNames = keepsNames;
  }

  /** Adds a feature named by a kind, such as "w ", and some text; its position, or null where it is known already. */
  add(kind: string, text: string, weight: number): number | null {
    const position = this.#put(hashOn(hashOn(FNV_START, kind), text), weight);
    if (this.#keepsNames && position !== null) this.names.push(kind + text);
    return position;
  }

  addPair(kind: string, [first, second]: readonly [string, string], weight: number): number | null {
    const position = this.#put(hashOn(hashOn(hashOn(hashOn(FNV_START, kind), first), " "), second), weight);
    if (this.#keepsNames && position !== null) this.names.push(`${kind}${first} ${second}`);
    return position;
  }

  /** Adds every run of so many letters. */
  addRuns(kind: string, text: string, { length, weight }: { readonly length: number; readonly weight: number }): void {
    const before = hashOn(FNV_START, kind);
    for (let end = length; end <= text.length; end++) {
      const position = this.#put(hashOn(before, text, end - length, end), weight);
      if (this.#keepsNames && position !== null) this.names.push(kind + text.slice(end - length, end));
    }
  }

  columns(): FeatureColumns {
    let square = 0;
    for (const weight of this.#weights) square += weight * weight;
    const scale = 1 / Math.sqrt(square);
    const columns = { indices: new Uint32Array(this.#hashes.length), values: new Float64Array(this.#hashes.length) };
    for (let i = 0; i < this.#hashes.length; i++) {
      const hash = this.#hashes[i] as number;
      columns.indices[i] = (hash ^ (hash >>> 15)) & (FEATURE_SPACE - 1);
      columns.values[i] = (this.#weights[i] as number) * scale;
    }
    return columns;
  }

  #put(hash: number, weight: number): number | null {
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] !== 0) return null;
    const position = this.#hashes.push(hash) - 1;
    this.#weights.push(weight);
    this.#slots[slot] = position + 1;
    if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
    return position;
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

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Goes on with FNV-1a over the UTF-16 units of a text. */
function hashOn(hash: number, text: string, start = 0, end = text.length): number {
  let value = hash;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value;
}
