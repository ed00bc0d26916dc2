import type { Cues } from "./cues.ts";
import type { MarkedText } from "./ground.ts";
import { lazy } from "./lookup.ts";
import { isInside, type Match } from "./pattern.ts";
import { tally } from "./tally.ts";
import { tellsOfNow } from "./then-and-now.ts";
import type { Mention } from "./vocabulary.ts";

/** How far a negation reaches over plain words, in content words. */
const NEGATION_REACH = 6;
/** A list item ("no pops, cracks") has at most this many content words. */
const LONGEST_LIST_ITEM = 2;
/** How near "nope" must follow, in tokens. */
const ANSWER_REACH = 3;
const INNER_NEGATIONS = new Set(["without", "not", "isnt", "w"]);
/** Words that join the items of a list of denials. */
export const JOINERS: ReadonlySet<string> = new Set(["or", "nor"]);
const DOUBLED_REACH = 6;
const EXCEPTED_REACH = 2;

/** Tells whether a negation reaches a part of a sign. */
export type Negation = (part: Mention, match: Match) => boolean;

/**
 * Prepares the negations of one text.
 *
 * In "no numbness, tingling or weakness but my hand burns", "no" reaches three signs and "but" stops it.
 */
export function readNegation(text: MarkedText, cues: Cues): Negation {
  const isListItem = readListItems(text, cues);
  return (part, match) => isNegatedBefore(part, match, cues, isListItem) || isNegatedAfter(part, cues);
}

function isNegatedBefore(part: Mention, match: Match, cues: Cues, isListItem: ListItems): boolean {
  const { text } = cues;
  const negations = cues.of("negates-before");
  if (negations.isAbsent) return false;
  const pseudo = cues.of("pseudo");
  const stops = cues.of("ends-scope");
  const exceptions = cues.of("excepts");
  const listWords = cues.of("list-word");
  const examples = cues.of("examples");
  let crossedComma = false;
  // "no numbness or a change of feeling": what follows "or" is denied as near as "or" itself.
  let nearest = part.start;
  for (let i = part.start - 1; i >= 0; i--) {
    const after = text.tokens[i + 1]?.breakBefore;
    if (after === "sentence" || after === "clause") return false;
    // "no other symptoms, such as tingling, numbness or pins": examples belong to what is denied.
    if (after === "comma" && !examples.startsAt(i + 1)) {
      if (!isListItem(i + 1, part) || tellsOfNow(text, i + 1)) return false;
      crossedComma = true;
    }
    const reach = (text.content[nearest] as number) - (text.content[i + 1] as number);
    if (!crossedComma && reach > NEGATION_REACH) return false;
    if (JOINERS.has(text.tokens[i]?.norm ?? "")) nearest = i;
    // "no pain except when I breathe in": no denial reaches past an exception, though one sign be told on both sides.
    if (exceptions.covers(i)) return false;
    if (isInside(i, match)) continue;
    if (pseudo.covers(i)) return false;
    if (negations.covers(i)) {
      for (const negation of negations.before(i + 1)) {
        if (negation.end <= i) break;
        if (!isInside(negation.start, match)) return !isDoubled(negation, cues) && !isExcepted(part, cues);
      }
    }
    if (stops.covers(i) && !listWords.covers(i)) return false;
    if (isNewSubject(i, part, text)) return false;
  }
  return false;
}

const ANSWERING = new Set("i im ive it its theres there he hes she shes they theyre my".split(" "));

/** "never a session without tingling", "I would not say it's not sharp": two negations tell that it is there. */
function isDoubled(inner: Mention, cues: Cues): boolean {
  const { tokens, sentence } = cues.text;
  if (!INNER_NEGATIONS.has(tokens[inner.start]?.norm ?? "")) return false;
  for (const outer of cues.of("negates-before").before(inner.start)) {
    if (inner.start - outer.end > DOUBLED_REACH || sentence[outer.start] !== sentence[inner.start]) return false;
    // "no i'm not numb" answers a question.
    if (tokens[outer.start]?.norm === "no" && ANSWERING.has(tokens[outer.end]?.norm ?? "")) return false;
    return !cues.hasComma(outer.end, inner.start) && !cues.isParted(outer.end - 1, inner.start);
  }
  return false;
}

/** "no pain except when I breathe in": the exception takes the negation back. */
function isExcepted(part: Mention, cues: Cues): boolean {
  const next = cues.of("excepts").nextAfter(part.end);
  return next !== undefined && next.start - part.end <= EXCEPTED_REACH;
}

/** "no pain, my hand is numb": "my" opens a statement of its own, "pain in my hand" does not. */
function isNewSubject(position: number, part: Mention, text: MarkedText): boolean {
  const norm = text.tokens[position]?.norm;
  if (norm !== "my" && norm !== "i" && norm !== "it") return false;
  const before = text.tokens[position - 1]?.norm ?? "";
  if (/^(?:in|on|of|at|with|from|down|to|for|do|did|say|think|if|that|have|any|when)$/.test(before)) return false;
  return position + 1 < part.start;
}

/** Whether the words from a comma to a part of a sign are one bare item of a list that a negation began. */
type ListItems = (from: number, part: Mention) => boolean;

const STATEMENT_WORDS = new Set(["my", "i", "it", "is", "are", "has", "feels", "hurts", "goes", "gets"]);

/** Counts the words of a text that lists are told by, the first time that a comma must be judged. */
function readListItems(text: MarkedText, cues: Cues): ListItems {
  const { tokens } = text;
  const counts = lazy(() => {
    const listWords = cues.of("list-word");
    const norm = (i: number): string => tokens[i]?.norm ?? "";
    const count = (isCounted: (position: number) => boolean) =>
      tally(tokens.length, (i) => !listWords.covers(i) && isCounted(i));
    return {
      ends: itemEnds(text, cues),
      content: count((i) => !text.isAt(i, "filler")),
      telling: count((i) => STATEMENT_WORDS.has(norm(i)) || /^\d/.test(norm(i))),
      places: count((i) => text.isAt(i, "place")),
      joiners: tally(tokens.length, (i) => JOINERS.has(norm(i))),
    };
  });
  return (from, part) => {
    const { ends, content, telling, places, joiners } = counts();
    const to = ends[part.end] as number;
    if (telling(from, to) > 0) return false;
    const size = content(from, to);
    const sentence = text.sentences[text.sentence[part.start] as number];
    if (joiners(from, sentence?.end ?? tokens.length) > 0) return size <= LONGEST_LIST_ITEM + 2;
    return size <= LONGEST_LIST_ITEM && places(from, part.start) + places(part.end, to) === 0;
  };
}

/** Token position to where a list item that goes on there ends. */
function itemEnds({ tokens }: MarkedText, cues: Cues): readonly number[] {
  const ends: number[] = new Array(tokens.length + 1).fill(tokens.length);
  const stops = cues.of("ends-scope");
  for (let i = tokens.length - 1; i >= 0; i--) {
    const isEnd = tokens[i]?.breakBefore !== "none" || stops.covers(i);
    ends[i] = isEnd ? i : (ends[i + 1] as number);
  }
  return ends;
}

/** "numbness? none", "tingling - nope", "numb, no". */
function isNegatedAfter(part: Mention, cues: Cues): boolean {
  const { tokens } = cues.text;
  const answers = cues.of("negates-after");
  if (answers.isAbsent) return false;
  const isAnswer = (i: number): boolean => answers.startsAt(i) && isClosing(i, cues.text);
  if (tokens[part.end]?.breakBefore === "comma" && isAnswer(part.end)) return true;
  if (tokens[part.start]?.asked && isAnsweredNext(part, cues)) return true;
  for (let i = part.end; i < Math.min(part.end + ANSWER_REACH, tokens.length); i++) {
    const parting = tokens[i]?.breakBefore;
    if (parting === "sentence" || parting === "comma") return false;
    if (isAnswer(i)) return true;
  }
  return false;
}

function isAnsweredNext(part: Mention, cues: Cues): boolean {
  for (let i = part.end; i <= part.end + ANSWER_REACH; i++) {
    if (cues.text.tokens[i]?.breakBefore === "sentence") return cues.of("negates-after").startsAt(i);
  }
  return false;
}

/** "numbness? none", "tingling - nope": the answer ends its clause, "no way" does not. */
function isClosing(position: number, text: MarkedText): boolean {
  const next = text.tokens[position + 1];
  return next === undefined || next.breakBefore !== "none";
}
