import { invalidForm } from "./api-error.ts";

type Order = "newest-first" | "oldest-first";

/**
 * Cuts one page out of a list by Discord's `limit`, `before`, `after` and `around`.
 *
 * @param items In ascending order of their ids.
 * @param page `most` is the largest limit and `usual` the one when none is given.
 * @throws ApiError for a limit out of range or an id that is none.
 */
export function readPage<Item extends { readonly id?: unknown }>(
  items: readonly Item[],
  query: URLSearchParams,
  page: { readonly most: number; readonly usual: number; readonly order: Order },
): Item[] {
  const limit = readLimit(query, page);
  const ids = (name: string) => readId(query, name);
  const [before, after, around] = [ids("before"), ids("after"), ids("around")];
  const idOf = ({ id }: Item) => BigInt(String(id));
  const ordered = (found: Item[]) => (page.order === "newest-first" ? found.reverse() : found);
  if (around !== null) {
    const at = items.findIndex((item) => idOf(item) >= around);
    const from = Math.max(0, (at === -1 ? items.length : at) - Math.floor(limit / 2));
    return ordered(items.slice(from, from + limit));
  }
  if (before !== null) return ordered(items.filter((item) => idOf(item) < before).slice(-limit));
  if (after !== null) return ordered(items.filter((item) => idOf(item) > after).slice(0, limit));
  return ordered(page.order === "newest-first" ? items.slice(-limit) : items.slice(0, limit));
}

/** Reads `limit` from a query. */
export function readLimit(
  query: URLSearchParams,
  { most, usual }: { readonly most: number; readonly usual: number },
): number {
  const asked = query.get("limit");
  if (asked === null) return usual;
  const limit = Number(asked);
  if (!Number.isInteger(limit)) throw invalidForm("limit", `Value "${asked}" is not int.`);
  if (limit < 1) throw invalidForm("limit", "int value should be greater than or equal to 1.");
  if (limit > most) throw invalidForm("limit", `int value should be less than or equal to ${most}.`);
  return limit;
}

function readId(query: URLSearchParams, name: string): bigint | null {
  const value = query.get(name);
  if (value === null) return null;
  if (!/^\d{1,20}$/.test(value)) throw invalidForm(name, `Value "${value}" is not snowflake.`);
  return BigInt(value);
}
