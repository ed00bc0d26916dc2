/** The index of the first item, of items in rising order, that is at least `least`; their number when none is. */
export function firstFrom<Item>(items: readonly Item[], least: number, orderOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (orderOf(items[middle] as Item) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a value when it is first asked for. */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The value of a key, made and kept where the key is new. */
export function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/**
 * Makes the value of a key once and keeps it as long as it is asked for; of at most twice `most` values, those that
 * were not asked for while `most` others came are forgotten.
 */
export function remembered<Value extends object>(most: number, make: (key: string) => Value): (key: string) => Value {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? make(key);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
