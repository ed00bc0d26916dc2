/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };

/** One difference between two documents; `undefined` where there was or is nothing. */
export type Change = {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
};

/**
 * Tells where two documents differ, as deep down as both have something there. A whole entry that came or went
 * is one change; a list is one value.
 */
export function findChanges(before: unknown, after: unknown): readonly Change[] {
  return changesAt([], before as Json, after as Json);
}

function changesAt(path: readonly string[], before: Json | undefined, after: Json | undefined): Change[] {
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => changesAt([...path, key], own(before, key), own(after, key)));
  }
  return isSame(before, after) ? [] : [{ path, before, after }];
}

/** Whether two values are the same whatever order their keys were written in. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (isObject(one) && isObject(other)) return changesAt([], one, other).length === 0;
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
}

/** Which changes touch the same place as any of the others. */
export function findOverlapping(changes: readonly Change[], others: readonly Change[]): readonly Change[] {
  return changes.filter(({ path }) => others.some((other) => isOnOneLine(path, other.path)));
}

function isOnOneLine(path: readonly string[], other: readonly string[]): boolean {
  const shared = Math.min(path.length, other.length);
  return path.slice(0, shared).every((key, index) => key === other[index]);
}

/**
 * Does once more to `current` what was done to `base` to get `mine`. Where both touched the same place, `mine` wins;
 * an entry that `current` lost meanwhile and `mine` changed comes back whole.
 */
export function mergeChanges(base: unknown, mine: unknown, current: unknown): Json {
  let merged = current as Json;
  for (const { path } of findChanges(base, mine)) merged = takeOver(merged, mine as Json, path);
  return merged;
}

function takeOver(current: Json | undefined, mine: Json, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(current) || !isObject(mine)) return mine;
  const { [key]: there, ...others } = current;
  const wanted = own(mine, key);
  if (wanted === undefined) return others;
  return { ...current, [key]: rest.length === 0 ? wanted : takeOver(there, wanted, rest) };
}

function own(document: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
