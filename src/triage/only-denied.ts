import { cueClass } from "./cues.ts";
import type { MarkedText } from "./ground.ts";
import type { Reading } from "./reading.ts";

/** Words of an item in a list of what somebody does not have. */
const LONGEST_ITEM = 2;

/** "no headache when I lift": all that is told is that there is nothing; the second reader sees only the words. */
export function isOnlyDenied({ findings, hints, leftovers, ignored, sentences, marked }: Reading): boolean {
  if (findings.length > 0 || sentences.length !== 1) return false;
  if (isDeniedList(marked)) return true;
  if (hints.length > 0) return false;
  if (isDeniedThroughout(marked)) return true;
  return leftovers.length === 0 && ignored.length > 0 && ignored.every(({ reason }) => reason === "negated");
}

/**
 * Begins with a denial and holds nothing that would end it, such as "but" or "except"; in "no pain that comes when
 * coughing" the rest only says which pain.
 */
function isDeniedThroughout(text: MarkedText): boolean {
  if (!beginsWithDenial(text)) return false;
  const isOnePhrase = text.tokens.every(
    ({ breakBefore, norm }, i) => i === 0 || (breakBefore === "none" && norm !== "i"),
  );
  return !text.has(cueClass("ends-scope")) || (isOnePhrase && text.tokens.some(({ norm }) => norm === "that"));
}

/** "no a, b or c": one list that "or" closes, its items short. */
function isDeniedList(text: MarkedText): boolean {
  if (!beginsWithDenial(text) || text.has(cueClass("ends-scope"))) return false;
  const starts = text.tokens.flatMap(({ breakBefore }, i) => (i > 0 && breakBefore !== "none" ? [i] : []));
  const clauses = starts.map((start, k) => text.tokens.slice(start, starts[k + 1]));
  const isClosing = (clause: typeof text.tokens): boolean => clause.some(({ norm }) => norm === "or" || norm === "nor");
  const isItem = (clause: typeof text.tokens): boolean => clause.length <= LONGEST_ITEM || isClosing(clause);
  return clauses.some(isClosing) && clauses.every((clause) => clause[0]?.breakBefore === "comma" && isItem(clause));
}

function beginsWithDenial(text: MarkedText): boolean {
  return text.isAt(0, cueClass("negates-before")) && !text.isAt(0, cueClass("pseudo"));
}
