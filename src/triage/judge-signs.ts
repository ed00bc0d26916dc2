import type { SetAsideReason } from "./assessment.ts";
import type { CompiledSign } from "./compile-signs.ts";
import type { Context } from "./context.ts";
import type { MarkedText } from "./ground.ts";
import { getOrAdd } from "./lookup.ts";
import { indexPatterns, type Match, matchPattern, type Pattern } from "./pattern.ts";
import { tally } from "./tally.ts";

/** A place where a sign's pattern matched, and why it may not count. */
export type Seen = { readonly id: string; readonly match: Match; readonly reason: SetAsideReason | null };

/** Looks for signs in a text, in the order of the content. */
export type Judge = (text: MarkedText, context: Context) => readonly Seen[];

/** Prepares the search for some of each sign's patterns: those that decide, or those that hint. */
export function createJudge(
  signs: readonly CompiledSign[],
  patternsOf: (sign: CompiledSign) => readonly Pattern[],
): Judge {
  const entries = signs.flatMap((sign) => patternsOf(sign).map((pattern) => ({ sign, pattern })));
  const findPossible = indexPatterns(entries.map(({ pattern }) => pattern));
  return (text, context) => {
    const innocents = new Map<string, IsInnocent>();
    return findPossible(text.byClass.keys()).flatMap((position) => {
      const { sign, pattern } = entries[position] as (typeof entries)[number];
      return matchPattern(pattern, text).map((match): Seen => {
        const isInnocent = getOrAdd(innocents, sign.id, () => readInnocents(sign, text));
        const reason = isInnocent(match) ? "look-alike" : context.setAside(match, sign.lasting);
        return { id: sign.id, match, reason };
      });
    });
  };
}

/** Whether an innocent reading stands beside a match, or over it. */
type IsInnocent = (match: Match) => boolean;

/** How near, in tokens, an innocent reading must stand to the sign it explains. */
const INNOCENT_REACH = 6;

function readInnocents(sign: CompiledSign, text: MarkedText): IsInnocent {
  // What explains a sign stands in one sentence, and on its side of a "but": "so sore. I passed out" is no "faint
  // soreness", and "back feels good but my chest hurts" none of a chest that feels good.
  const turns = tally(text.tokens.length, (i) => text.tokens[i]?.norm === "but");
  const isTogether = (from: number, to: number): boolean =>
    text.sentence[from] === text.sentence[to] && turns(Math.min(from, to), Math.max(from, to)) === 0;
  const innocents = sign.innocent
    .flatMap((pattern) => matchPattern(pattern, text))
    .filter(({ start, end }) => isTogether(start, end - 1));
  if (innocents.length === 0) return () => false;
  const isCovered = new Uint8Array(text.tokens.length);
  const isStart = new Uint8Array(text.tokens.length);
  const isEnd = new Uint8Array(text.tokens.length + 1);
  for (const { start, end } of innocents) {
    isCovered.fill(1, start, end);
    isStart[start] = 1;
    isEnd[end] = 1;
  }
  const covered = tally(text.tokens.length, (i) => isCovered[i] === 1);
  return ({ start, end }) => {
    if (covered(start, end) > 0) return true;
    for (let gap = 0; gap <= INNOCENT_REACH; gap++) {
      if (isStart[end + gap] === 1 && isTogether(end - 1, end + gap)) return true;
      if (isEnd[start - gap] === 1 && isTogether(start - gap - 1, start)) return true;
    }
    return false;
  };
}
