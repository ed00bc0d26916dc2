import { cueClass } from "./cues.ts";
import type { MarkedText, Stretch } from "./ground.ts";
import { JOINERS } from "./negation.ts";
import type { Reading } from "./reading.ts";

/** Words of an item in a list of what somebody does not have. */
const LONGEST_ITEM = 2;
/** Words that may go on denying where no "or" closes what was begun: "no sudden, extremely bad headache". */
const LONGEST_REST = 3;

/** "no headache when I lift": all that is told is that there is nothing; the second reader sees only the words. */
export function isOnlyDenied({ findings, hints, leftovers, ignored, sentences, marked }: Reading): boolean {
  if (findings.length > 0 || sentences.length !== 1) return false;
  const clauses = clausesOf(marked);
  if (isDeniedList(clauses, marked)) return true;
  if (hints.length > 0 || !goesOnDenying(clauses, marked)) return false;
  if (isDeniedThroughout(marked)) return true;
  return leftovers.length === 0 && ignored.length > 0 && ignored.every(({ reason }) => reason === "negated");
}

type Clause = Stretch & {
  /** Whether it holds an "or", which ends a list, or even begins with it. */
  readonly isClosing: boolean;
  readonly isJoined: boolean;
};

/** What commas and dashes part; "or" closes a list. */
function clausesOf({ tokens }: MarkedText): readonly Clause[] {
  const starts = tokens.flatMap(({ breakBefore }, i) => (breakBefore === "none" ? [] : [i]));
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? tokens.length;
    const isJoiner = tokens.slice(start, end).map(({ norm }) => JOINERS.has(norm));
    return { start, end, isClosing: isJoiner.includes(true), isJoined: isJoiner[0] === true };
  });
}

/** "no fever or anything, coughing blood" denies the fever alone: after a list that is closed only another denial goes on. */
function goesOnDenying(clauses: readonly Clause[], text: MarkedText): boolean {
  return clauses.every((clause, k) => {
    if (k === 0 || clause.isJoined || isDenialAt(clause.start, text)) return true;
    const isClosed = clauses.slice(0, k).some(({ isClosing }) => isClosing);
    return !isClosed && (clause.isClosing || clause.end - clause.start <= LONGEST_REST);
  });
}

/**
 * Begins with a denial and holds nothing that would end it, such as "but" or "except"; in "no pain that comes when
 * coughing" the rest only says which pain.
 */
function isDeniedThroughout(text: MarkedText): boolean {
  if (!isDenialAt(0, text)) return false;
  const isOnePhrase = text.tokens.every(
    ({ breakBefore, norm }, i) => i === 0 || (breakBefore === "none" && norm !== "i"),
  );
  return !text.has(cueClass("ends-scope")) || (isOnePhrase && text.tokens.some(({ norm }) => norm === "that"));
}

/** "no a, b or c": one list that "or" closes, its items short. */
function isDeniedList([first, ...others]: readonly Clause[], text: MarkedText): boolean {
  if (first === undefined || !isDenialAt(first.start, text) || text.has(cueClass("ends-scope"))) return false;
  const isItem = ({ start, end, isClosing }: Clause): boolean =>
    text.tokens[start]?.breakBefore === "comma" && (end - start <= LONGEST_ITEM || isClosing);
  return others.at(-1)?.isClosing === true && others.every(isItem);
}

function isDenialAt(position: number, text: MarkedText): boolean {
  return text.isAt(position, cueClass("negates-before")) && !text.isAt(position, cueClass("pseudo"));
}
