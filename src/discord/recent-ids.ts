/** Remembers the latest ids, so that an interaction that the gateway delivers twice is answered once. */
export class RecentIds {
  // Two generations: the older one is dropped whole, which costs nothing per id.
  #current = new Set<string>();
  #previous = new Set<string>();
  readonly #capacity: number;

  /** @param capacity How many ids are remembered at least; at most twice as many. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Notes an id and tells whether it is new. */
  add(id: string): boolean {
    if (this.#current.has(id) || this.#previous.has(id)) return false;
    if (this.#current.size >= this.#capacity) {
      this.#previous = this.#current;
      this.#current = new Set();
    }
    this.#current.add(id);
    return true;
  }
}
