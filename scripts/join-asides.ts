import type { LabelledText } from "../bench/triage/labelled-sets.ts";
import { seeded } from "./seeded-order.ts";

/** How many messages of each level are joined with something. */
const WARNINGS = 18_000;
const WATCHED = 2000;
const HARMLESS = 13_000;
/** Words of a soreness, and of a message that something is joined to. */
const SHORT = 9;
const LONGEST = 20;
const SORE = "ordinary-soreness";
/** How often it is a soreness, and how often an aside stands on either side. */
const SORENESS_SHARE = 0.35;
const TWICE_SHARE = 0.25;

/** Between two pieces of a message; some of them end a sentence. */
const JOINTS = [", ", " and ", " but ", ", also ", ". ", ", ", "; ", " plus ", ". Also ", "\n", " - ", ", but "];
const LOOSE_JOINTS = [", ", ". ", "\n", " ", ", ", " - ", "... ", " and ", " but "];

/**
 * Joins short messages with what stands beside the thing that matters: a soreness that another message tells, or an
 * aside such as "hey guys" and "any tips?". Each keeps its label.
 *
 * People who ask for tips or write of soreness mostly have nothing else, so without these a sum of weights takes such
 * words for a reason against any warning beside them. The same texts give the same joined ones, in the same order.
 *
 * @param asides Pieces that change nothing of what a message means.
 */
export function joinAsides(texts: readonly LabelledText[], asides: readonly string[]): readonly LabelledText[] {
  const random = seeded(11);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const short = texts.filter(({ text }) => wordsOf(text) <= LONGEST);
  const sore = short.filter((one) => isSoreness(one) && one.subject === "self" && wordsOf(one.text) <= SHORT);
  const besideSoreness = (one: LabelledText): LabelledText => {
    const pieces = random() < 0.5 ? ([one.text, pick(sore).text] as const) : ([pick(sore).text, one.text] as const);
    return { ...one, findings: [...new Set([...one.findings, SORE])], text: join(...pieces, pick(JOINTS)) };
  };
  const besideAsides = (one: LabelledText): LabelledText => {
    const isTwice = random() < TWICE_SHARE;
    const isBefore = isTwice || random() < 0.5;
    const begun = isBefore ? join(pick(asides), one.text, pick(LOOSE_JOINTS)) : one.text;
    return { ...one, text: isTwice || !isBefore ? join(begun, pick(asides), pick(LOOSE_JOINTS)) : begun };
  };
  const joined = (count: number, isMeant: (one: LabelledText) => boolean): readonly LabelledText[] => {
    const pool = short.filter(isMeant);
    return Array.from({ length: count }, () => {
      const one = pick(pool);
      return random() < SORENESS_SHARE && !isSoreness(one) ? besideSoreness(one) : besideAsides(one);
    });
  };
  return [
    ...joined(WARNINGS, ({ level }) => level >= 2),
    ...joined(WATCHED, ({ level }) => level === 1),
    ...joined(HARMLESS, ({ level }) => level === 0),
  ];
}

function isSoreness({ level, findings }: LabelledText): boolean {
  return level === 0 && findings.length === 1 && findings[0] === SORE;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

function join(first: string, second: string, joint: string): string {
  const isNew = /[.\n]/.test(joint);
  // "I" stays as it is, whatever stands before it.
  const begin = isNew || !/^[A-Z][a-z]/.test(second) ? second : second.charAt(0).toLowerCase() + second.slice(1);
  return first.replace(/[.!\s]+$/, "") + joint + begin;
}
