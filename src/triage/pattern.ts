import type { Mention } from "./vocabulary.ts";

/** A place in the text that a pattern matched: token positions, half-open, and the mentions it is made of. */
export type Match = { readonly start: number; readonly end: number; readonly parts: readonly Mention[] };

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
  readonly byClass: ReadonlyMap<string, readonly Mention[]>;
  /** How many content words stand before a token position; one entry more than there are tokens. */
  readonly content: readonly number[];
  /** Token position to the number of its sentence. */
  readonly sentence: readonly number[];
};

// Two short sentences ("Left hand. Numb.") still speak of one thing.
const REACH_ACROSS_SENTENCES = 3;

/** Finds where a pattern holds; at most one match for each mention of its first part. */
export function matchPattern(pattern: Pattern, ground: Ground): readonly Match[] {
  const [first, ...rest] = pattern.steps as [Step, ...Step[]];
  for (const step of rest) if (!step.classes.some((name) => ground.byClass.has(name))) return [];
  const matches: Match[] = [];
  for (const name of first.classes) {
    for (const mention of ground.byClass.get(name) ?? []) {
      const parts = extend([mention], rest, ground);
      if (parts !== null) matches.push(spanOf(parts));
    }
  }
  return matches;
}

function extend(parts: readonly Mention[], steps: readonly Step[], ground: Ground): readonly Mention[] | null {
  const [step, ...rest] = steps;
  if (step === undefined) return parts;
  for (const next of nearest(parts, step, ground)) {
    const found = extend([...parts, next], rest, ground);
    if (found !== null) return found;
  }
  return null;
}

function nearest(parts: readonly Mention[], step: Step, ground: Ground): readonly Mention[] {
  const candidates: { mention: Mention; distance: number }[] = [];
  const { start, end } = spanOf(parts);
  for (const name of step.classes) {
    for (const mention of ground.byClass.get(name) ?? []) {
      const isAfter = mention.start >= end;
      if (!isAfter && (step.order === "after" || mention.end > start)) continue;
      const distance = isAfter ? between(end, mention.start, ground) : between(mention.end, start, ground);
      const crosses = ground.sentence[mention.start] !== ground.sentence[isAfter ? end - 1 : start];
      if (distance <= (crosses ? Math.min(step.reach, REACH_ACROSS_SENTENCES) : step.reach)) {
        candidates.push({ mention, distance });
      }
    }
  }
  return candidates.sort((a, b) => a.distance - b.distance).map((candidate) => candidate.mention);
}

function between(end: number, start: number, { content }: Ground): number {
  return (content[start] as number) - (content[end] as number);
}

function spanOf(parts: readonly Mention[]): Match {
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    parts,
  };
}
