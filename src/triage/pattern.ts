import { firstFrom, getOrAdd } from "./lookup.ts";
import type { Mention } from "./vocabulary.ts";

/** A place in the text that a pattern matched: token positions, half-open, and the mentions it is made of. */
export type Match = { readonly start: number; readonly end: number; readonly parts: readonly Mention[] };

/** Whether a token is one of those that a match is made of. */
export function isInside(position: number, match: Match): boolean {
  return match.parts.some((part) => part.start <= position && position < part.end);
}

type Step = {
  readonly classes: readonly string[];
  readonly order: "after" | "any";
  /** Content words that may stand between this part and the nearest earlier one. */
  readonly reach: number;
};

/** Word classes joined by gaps; see `parsePattern`. */
export type Pattern = { readonly source: string; readonly steps: readonly Step[] };

const DEFAULT_REACH = { " ": 0, "..": 4, "&": 6 } as const;

/**
 * Reads a pattern such as `cannot .. feel & hand|arm`.
 *
 * Names are word classes, `|` means either; a space means next to each other (filler words aside), `..` means later
 * with up to 4 words between, `&` means in either order with up to 6 words between; `..9` and `&9` set the reach.
 *
 * @throws Error naming the pattern when a class is unknown or the form is wrong.
 */
export function parsePattern(source: string, isClass: (name: string) => boolean): Pattern {
  const steps: Step[] = [];
  let join: { order: Step["order"]; reach: number } = { order: "after", reach: 0 };
  let joined = true;
  for (const piece of source.trim().split(/\s+/)) {
    const operator = /^(\.\.|&)(\d*)$/.exec(piece);
    if (operator !== null) {
      const [, sign, reach] = operator as unknown as [string, ".." | "&", string];
      join = {
        order: sign === "&" ? "any" : "after",
        reach: reach === "" ? DEFAULT_REACH[sign] : Number(reach),
      };
      joined = true;
      continue;
    }
    if (!joined) join = { order: "after", reach: DEFAULT_REACH[" "] };
    const classes = piece.split("|");
    const unknown = classes.find((name) => !isClass(name));
    if (unknown !== undefined) throw new Error(`pattern "${source}" names the unknown word class "${unknown}"`);
    steps.push({ classes, ...join });
    joined = false;
  }
  if (steps.length === 0 || joined) throw new Error(`pattern "${source}" ends without a word class`);
  return { source, steps };
}

/** The text as patterns see it. */
export type Ground = {
  /** Mentions by class, in the order of their starts. */
  readonly byClass: ReadonlyMap<string, readonly Mention[]>;
  /** How many content words stand before a token position; one entry more than there are tokens. */
  readonly content: readonly number[];
  /** Token position to the number of its sentence. */
  readonly sentence: readonly number[];
};

// Two short sentences ("Left hand. Numb.") still speak of one thing.
const REACH_ACROSS_SENTENCES = 3;

/** How much a mention itself may add to a distance: no phrase is longer, and no word counts for more than four. */
const LONGEST_MENTION = 40;

/** As many as there are bits to tell them apart. */
const MOST_PARTS = 30;

/** Tells which of some patterns may hold in a text with these classes, by position; nearly all may not. */
export type PatternIndex = (classIds: Iterable<string>) => readonly number[];

/** Files the parts of patterns under their classes; a pattern may hold where each of its parts has a class. */
export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  /** Pairs of a pattern's position and the bit of one of its parts. */
  const byClass = new Map<string, number[]>();
  patterns.forEach(({ source, steps }, position) => {
    if (steps.length > MOST_PARTS) throw new Error(`pattern "${source}" has more than ${MOST_PARTS} parts`);
    steps.forEach(({ classes }, k) => {
      for (const name of classes) getOrAdd(byClass, name, (): number[] => []).push(position, 1 << k);
    });
  });
  const wholes = Int32Array.from(patterns, ({ steps }) => 2 ** steps.length - 1);
  // Used anew for every text: making it is dearer than what is reckoned in it.
  const parts = new Int32Array(patterns.length);
  return (classIds) => {
    parts.fill(0);
    for (const name of classIds) {
      const filed = byClass.get(name);
      if (filed === undefined) continue;
      for (let i = 0; i < filed.length; i += 2) {
        const position = filed[i] as number;
        parts[position] = (parts[position] as number) | (filed[i + 1] as number);
      }
    }
    const possible: number[] = [];
    for (let position = 0; position < parts.length; position++)
      if (parts[position] === wholes[position]) possible.push(position);
    return possible;
  };
}

/** Finds where a pattern holds; at most one match for each mention of its first part. */
export function matchPattern({ steps }: Pattern, ground: Ground): readonly Match[] {
  for (const step of steps) if (!step.classes.some((name) => ground.byClass.has(name))) return [];
  const matches: Match[] = [];
  for (const name of (steps[0] as Step).classes) {
    for (const mention of ground.byClass.get(name) ?? []) {
      const match = extend({ start: mention.start, end: mention.end, parts: [mention] }, steps, ground);
      if (match !== null) matches.push(match);
    }
  }
  return matches;
}

function extend(match: Match, steps: readonly Step[], ground: Ground): Match | null {
  const step = steps[match.parts.length];
  if (step === undefined) return match;
  for (const next of nearest(match, step, ground)) {
    const start = Math.min(match.start, next.start);
    const end = Math.max(match.end, next.end);
    const found = extend({ start, end, parts: [...match.parts, next] }, steps, ground);
    if (found !== null) return found;
  }
  return null;
}

/** The mentions within reach, nearest first. */
function nearest({ start, end }: Match, step: Step, ground: Ground): readonly Mention[] {
  const candidates: { mention: Mention; distance: number }[] = [];
  const add = (mention: Mention, distance: number, crosses: boolean): void => {
    const reach = crosses ? Math.min(step.reach, REACH_ACROSS_SENTENCES) : step.reach;
    if (distance <= reach) candidates.push({ mention, distance });
  };
  const { sentence } = ground;
  for (const name of step.classes) {
    const mentions = ground.byClass.get(name);
    if (mentions === undefined) continue;
    const after = firstFrom(mentions, end, startOf);
    for (let i = step.order === "any" ? firstWithin(mentions, start, step.reach, ground) : after; i < after; i++) {
      const mention = mentions[i] as Mention;
      if (mention.end > start) continue;
      add(mention, between(mention.end, start, ground), sentence[mention.start] !== sentence[start]);
    }
    for (let i = after; i < mentions.length; i++) {
      const mention = mentions[i] as Mention;
      const distance = between(end, mention.start, ground);
      if (distance > step.reach) break;
      add(mention, distance, sentence[mention.start] !== sentence[end - 1]);
    }
  }
  if (candidates.length > 1) candidates.sort((a, b) => a.distance - b.distance);
  return candidates.map(({ mention }) => mention);
}

const startOf = ({ start }: Mention): number => start;

/** The index of the first mention that may end within reach before a position. */
function firstWithin(mentions: readonly Mention[], position: number, reach: number, { content }: Ground): number {
  const least = (content[position] as number) - reach - LONGEST_MENTION;
  return firstFrom(mentions, least, ({ start }) => content[start] as number);
}

function between(end: number, start: number, { content }: Ground): number {
  return (content[start] as number) - (content[end] as number);
}
