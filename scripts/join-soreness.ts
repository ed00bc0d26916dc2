import type { LabelledText } from "../bench/triage/labelled-sets.ts";
import { seeded } from "./seeded-order.ts";

/** How many of each kind of message are joined with a soreness. */
const WARNINGS = 8000;
const WATCHED = 1400;
const HARMLESS = 5400;
/** Words of a soreness, and of a message that it is joined to. */
const SHORT = 9;
const LONGEST = 20;
const SORE = "ordinary-soreness";

/** Between two halves of a message; some of them end a sentence. */
const JOINTS = [", ", " and ", " but ", ", also ", ". ", ", ", "; ", " plus ", ". Also ", "\n", " - ", ", but "];

/**
 * Joins short messages with a soreness that another message tells ("lost my speech for a minute" and "quads are cooked"),
 * with the label of the first.
 *
 * People who write of soreness mostly write of nothing else, so without these a sum of weights takes the soreness for a
 * reason against any warning beside it. The same texts give the same joined ones, in the same order.
 */
export function joinSoreness(texts: readonly LabelledText[]): readonly LabelledText[] {
  const random = seeded(11);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const short = texts.filter(({ text }) => wordsOf(text) <= LONGEST);
  const sore = short.filter((one) => isSoreness(one) && one.subject === "self" && wordsOf(one.text) <= SHORT);
  const joined = (pool: readonly LabelledText[], count: number): readonly LabelledText[] =>
    Array.from({ length: count }, () => {
      const one = pick(pool);
      const halves = random() < 0.5 ? [one.text, pick(sore).text] : [pick(sore).text, one.text];
      const findings = [...new Set([...one.findings, SORE])];
      return { ...one, findings, text: join(halves as [string, string], pick(JOINTS)) };
    });
  return [
    ...joined(
      short.filter(({ level }) => level >= 2),
      WARNINGS,
    ),
    ...joined(
      short.filter(({ level }) => level === 1),
      WATCHED,
    ),
    ...joined(
      short.filter((one) => one.level === 0 && !isSoreness(one)),
      HARMLESS,
    ),
  ];
}

function isSoreness({ level, findings }: LabelledText): boolean {
  return level === 0 && findings.length === 1 && findings[0] === SORE;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

function join([first, second]: readonly [string, string], joint: string): string {
  const isNew = /[.\n]/.test(joint);
  // "I" stays as it is, whatever stands before it.
  const begin = isNew || !/^[A-Z][a-z]/.test(second) ? second : second.charAt(0).toLowerCase() + second.slice(1);
  return first.replace(/[.!?\s]+$/, "") + joint + begin;
}
