import type { Knowledge } from "../knowledge.ts";
import type { Section } from "../section.ts";

const MOST_NAMES = 25;

type Typed = { readonly typed: string; readonly fitting: readonly string[] };

/**
 * The names to offer for what is typed so far: the very name, names that begin so, names that hold it, and then the
 * titles of the fitting sections; the starters' titles where nothing is typed.
 */
export function suggestNames(
  { sections }: Knowledge,
  starters: readonly string[],
  { typed, fitting }: Typed,
): string[] {
  const wanted = plainName(typed);
  const titles = (ids: readonly string[]) => ids.flatMap((id) => sections.get(id)?.title ?? []);
  if (wanted === "") return titles(starters).slice(0, MOST_NAMES);
  const names = [...sections.values()]
    .flatMap(namesOf)
    .map((name) => ({ name, rank: rankOf(plainName(name), wanted) }))
    .filter(({ rank }) => rank < NOT_HELD)
    .sort((a, b) => a.rank - b.rank);
  return [...new Set([...names.map(({ name }) => name), ...titles(fitting)])].slice(0, MOST_NAMES);
}

/** A name without anything that two people might write differently: "Face-pulls" and "face pulls" are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const NOT_HELD = 3;

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : NOT_HELD;
}

function namesOf({ title, aliases }: Section): string[] {
  return [title, ...aliases];
}
