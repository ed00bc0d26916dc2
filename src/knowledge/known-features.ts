/**
 * The features that training met often enough to weigh them, each with a row among the weights; all others count for
 * nothing.
 *
 * If every feature had a place among the weights by its hash alone, rare ones would share the places of those that
 * matter.
 */
export class KnownFeatures {
  readonly size: number;
  /** So many rows come first whose features are common enough for the hidden units. */
  readonly common: number;
  /** The place of each row. */
  readonly places: Int32Array;
  readonly #common: Slots;
  readonly #others: Slots;

  /** @param common Places of common features, and of the others: hashes, each once, in rising order. */
  constructor(common: readonly number[], others: readonly number[]) {
    this.common = common.length;
    this.size = common.length + others.length;
    this.places = Int32Array.from([...common, ...others]);
    this.#common = new Slots(common, 0);
    this.#others = new Slots(others, common.length);
  }
  /** The row of the feature at a place; -1 of one that is not known. */
  rowOf(place: number): number {
    const row = this.#common.rowOf(place);
    return row === NONE ? this.#others.rowOf(place) : row;
  }
}

/** Open addressing, a place and its row side by side; at most two thirds are taken. */
class Slots {
  readonly #slots: Int32Array;

  constructor(places: readonly number[], firstRow: number) {
    this.#slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(places.length * 1.5 + 1))).fill(NONE);
    places.forEach((place, i) => {
      this.#slots.set([place, firstRow + i], this.#slotOf(place));
    });
  }
  rowOf(place: number): number {
    return this.#slots[this.#slotOf(place) + 1] as number;
  }
  /** Where a place stands, or the empty slot where it would. */
  #slotOf(place: number): number {
    const last = this.#slots.length - 1;
    let slot = (place * 2) & last;
    while (this.#slots[slot] !== place && this.#slots[slot] !== NONE) slot = (slot + 2) & last;
    return slot;
  }
}

const NONE = -1;
const SEVEN_BITS = 0x7f;
const MORE = 0x80;

/** Rising whole numbers as the gaps between them, seven bits a byte. */
export function packRising(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let gap = number - last;
    for (; gap > SEVEN_BITS; gap >>>= 7) bytes.push((gap & SEVEN_BITS) | MORE);
    bytes.push(gap);
    last = number;
  }
  return Uint8Array.from(bytes);
}

/** What `packRising` packed. */
export function unpackRising(bytes: Uint8Array): readonly number[] {
  const numbers: number[] = [];
  let last = 0;
  let gap = 0;
  let shift = 0;
  for (const byte of bytes) {
    gap |= (byte & SEVEN_BITS) << shift;
    shift += 7;
    if ((byte & MORE) !== 0) continue;
    last += gap;
    numbers.push(last);
    gap = 0;
    shift = 0;
  }
  return numbers;
}
