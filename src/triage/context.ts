import type { SetAsideReason } from "./assessment.ts";
import type { MarkedText } from "./ground.ts";
import type { Match } from "./pattern.ts";
import type { Mention } from "./vocabulary.ts";

/** How far a negation reaches over plain words, in content words. */
const NEGATION_REACH = 6;
/** A list item ("no pops, cracks") has at most this many content words. */
const LONGEST_LIST_ITEM = 2;
/** How near "nope" must follow, in tokens. */
const ANSWER_REACH = 3;
/** How near "is gone" must follow a sign, in content words. */
const RESOLVED_REACH = 6;
const QUESTION_REACH = 14;
const LONGEST_QUESTION = 16;
const OWN_REACH = 8;
const PRESENT_REACH = 5;
const IF_REACH = 7;

export const cueClass = (name: string): string => `cue ${name}`;

/** How long a sign counts after it was felt: an illness for life, a faint for days, a pain while it hurts. */
export type Lasting = "for-life" | "for-days" | "while-felt";

/** Reads what stands around a sign: negation, past, other people, what-ifs. When in doubt, a sign counts. */
export type Context = {
  /** Why the match does not count as a present sign of the writer; null when it counts. */
  setAside(match: Match, lasting: Lasting): SetAsideReason | null;
};

/**
 * Prepares the context of one text.
 *
 * @param isPlace Whether a word class names a part of the body; negation looks at the other words of a sign.
 */
export function readContext(text: MarkedText, isPlace: (classId: string) => boolean): Context {
  const cues = new CueFinder(text);
  const correctionAt = cues.first("corrects")?.start ?? Number.POSITIVE_INFINITY;
  const isTakenBack = (position: number): boolean =>
    position < correctionAt && cues.some("affirms", (cue) => cue.start >= correctionAt);
  return {
    setAside(match, lasting) {
      const parts = symptomParts(match, isPlace);
      if (parts.some((part) => isNegated(part, match, text, cues)) && !isTakenBack(match.start)) return "negated";
      if (isHypothetical(match, text, cues)) return "hypothetical";
      if (isGeneralQuestion(match, text, cues)) return "question";
      if (lasting !== "for-life" && isPast(match, text, cues, lasting === "for-days")) return "past";
      if (isSomebodyElses(match, text, cues)) return "somebody-else";
      return null;
    },
  };
}

class CueFinder {
  readonly #text: MarkedText;
  constructor(text: MarkedText) {
    this.#text = text;
  }
  all(name: string): readonly Mention[] {
    return this.#text.byClass.get(cueClass(name)) ?? [];
  }
  first(name: string): Mention | undefined {
    return this.all(name)[0];
  }
  some(name: string, test: (cue: Mention) => boolean): boolean {
    return this.all(name).some(test);
  }
  /** A cue that begins at this token. */
  startsAt(name: string, position: number): boolean {
    return this.some(name, (cue) => cue.start === position);
  }
  covers(name: string, position: number): boolean {
    return this.some(name, (cue) => cue.start <= position && position < cue.end);
  }
}

function symptomParts(match: Match, isPlace: (classId: string) => boolean): readonly Mention[] {
  const symptoms = match.parts.filter((part) => !isPlace(part.classId));
  return symptoms.length > 0 ? symptoms : match.parts;
}

function isInside(position: number, match: Match): boolean {
  return match.parts.some((part) => part.start <= position && position < part.end);
}

/**
 * Whether a negation reaches a part of a sign.
 *
 * In "no numbness, tingling or weakness but my hand burns", "no" reaches three signs and "but" stops it.
 */
function isNegated(part: Mention, match: Match, text: MarkedText, cues: CueFinder): boolean {
  return isNegatedBefore(part, match, text, cues) || isNegatedAfter(part, text, cues);
}

function isNegatedBefore(part: Mention, match: Match, text: MarkedText, cues: CueFinder): boolean {
  let crossedComma = false;
  for (let i = part.start - 1; i >= 0; i--) {
    const after = text.tokens[i + 1]?.breakBefore;
    if (after === "sentence" || after === "clause") return false;
    if (after === "comma") {
      if (!isListItem(i + 1, part, text, cues)) return false;
      crossedComma = true;
    }
    const reach = (text.content[part.start] as number) - (text.content[i + 1] as number);
    if (!crossedComma && reach > NEGATION_REACH) return false;
    if (isInside(i, match)) continue;
    if (cues.covers("pseudo", i)) return false;
    if (cues.some("negates-before", (cue) => cue.end === i + 1 && !isInside(cue.start, match))) return true;
    if (cues.covers("ends-scope", i) && !cues.covers("list-word", i)) return false;
    if (isNewSubject(i, part, text)) return false;
  }
  return false;
}

/** "no pain, my hand is numb": "my" opens a statement of its own, "pain in my hand" does not. */
function isNewSubject(position: number, part: Mention, text: MarkedText): boolean {
  const norm = text.tokens[position]?.norm;
  if (norm !== "my" && norm !== "i" && norm !== "it") return false;
  const before = text.tokens[position - 1]?.norm ?? "";
  if (/^(?:in|on|of|at|with|from|down|to|for|do|did|say|think|if|that|have|any|when)$/.test(before)) return false;
  return position + 1 < part.start;
}

/** Whether the words from a comma to the sign are one bare item of a list that the negation began. */
function isListItem(from: number, part: Mention, text: MarkedText, cues: CueFinder): boolean {
  let to = part.end;
  while (to < text.tokens.length && text.tokens[to]?.breakBefore === "none" && !cues.covers("ends-scope", to)) to++;
  const words = range(from, to).filter((i) => !cues.covers("list-word", i));
  const size = words.filter((i) => !text.isAt(i, "filler")).length;
  const isJoined = range(from, text.tokens.length)
    .filter((i) => text.sentence[i] === text.sentence[part.start])
    .some((i) => text.tokens[i]?.norm === "or" || text.tokens[i]?.norm === "nor");
  if (words.some((i) => /^(?:my|i|it|is|are|has|feels|hurts|goes|gets)$/.test(text.tokens[i]?.norm ?? ""))) return false;
  if (words.some((i) => /^\d/.test(text.tokens[i]?.norm ?? ""))) return false;
  return isJoined ? size <= LONGEST_LIST_ITEM + 2 : size <= LONGEST_LIST_ITEM && !hasPlaceBesideSign(words, part, text);
}

function hasPlaceBesideSign(words: readonly number[], part: Mention, text: MarkedText): boolean {
  return words.some((i) => (i < part.start || i >= part.end) && text.isAt(i, "place"));
}

function isNegatedAfter(part: Mention, text: MarkedText, cues: CueFinder): boolean {
  const answer = text.tokens[part.end];
  const reply = text.tokens[part.end];
  if (reply?.breakBefore === "comma" && cues.startsAt("negates-after", part.end) && isClosing(part.end, text)) return true;
  if (text.tokens[part.start]?.asked) {
    const next = range(part.end, text.tokens.length).find((i) => text.tokens[i]?.breakBefore === "sentence");
    if (next !== undefined && cues.startsAt("negates-after", next) && next - part.end <= ANSWER_REACH) return true;
  }
  if (answer === undefined || answer.breakBefore === "sentence") return false;
  return range(part.end, Math.min(part.end + ANSWER_REACH, text.tokens.length)).some(
    (i) =>
      !range(part.end, i + 1).some((k) => text.tokens[k]?.breakBefore === "sentence" || text.tokens[k]?.breakBefore === "comma") &&
      cues.startsAt("negates-after", i) &&
      isClosing(i, text),
  );
}

/** "numbness? none", "tingling - nope": the answer ends its clause, "no way" does not. */
function isClosing(position: number, text: MarkedText): boolean {
  const next = text.tokens[position + 1];
  return next === undefined || next.breakBefore !== "none";
}

/**
 * Whether the sign is only imagined: inside an if-clause, or after "when should I worry about".
 *
 * "if it gets numb I will stop" is imagined; "if I breathe in it stabs me" happens, since the stab stands outside.
 */
function isHypothetical(match: Match, text: MarkedText, cues: CueFinder): boolean {
  if (cues.some("really-so", (cue) => cue.start >= match.end) || cues.some("for-a-friend", () => true)) return false;
  const sentence = text.sentence[match.start];
  const isOwn = cues.some(
    "question-own",
    (cue) => text.sentence[cue.start] === sentence && Math.abs(cue.start - match.start) <= OWN_REACH,
  );
  const isImagined = cues.some("hypothetical", (cue) => {
    if (text.sentence[cue.start] !== sentence || isInside(cue.start, match) || cue.end > match.start) return false;
    const reach = (text.content[match.start] as number) - (text.content[cue.end] as number);
    if (reach > QUESTION_REACH || isParted(cue.end, match.start, text, cues)) return false;
    return text.tokens[cue.start]?.norm === "if" ? !leavesIfClause(cue.end, match, text) : !(isOwn && text.tokens[match.start]?.asked);
  });
  return isImagined || isInIfClause(match, text);
}

function isInIfClause(match: Match, text: MarkedText): boolean {
  const sentence = text.sentence[match.start];
  for (let i = match.start - 1; i >= 0 && text.sentence[i] === sentence && match.start - i <= IF_REACH; i--) {
    if (text.tokens[i + 1]?.breakBefore !== "none") return false;
    if (text.tokens[i]?.norm === "if") return !leavesIfClause(i + 2, match, text);
  }
  return false;
}

/** The if-clause ends at a comma or where the next statement begins with its own subject. */
function leavesIfClause(from: number, match: Match, text: MarkedText): boolean {
  return range(from, match.end).some(
    (i) =>
      i > from && (text.tokens[i]?.breakBefore !== "none" || /^(?:it|i|then|my|the|im|you|theres|pain)$/.test(text.tokens[i]?.norm ?? "")) &&
      i > match.start,
  );
}

/** "can you faint from squatting?" asks about people; "is this pain in my back normal?" about the writer. */
function isGeneralQuestion(match: Match, text: MarkedText, cues: CueFinder): boolean {
  const sentence = text.sentence[match.start];
  const positions = range(0, text.tokens.length).filter((i) => text.sentence[i] === sentence);
  const first = positions[0] as number;
  if (!text.isAt(first, "general-question")) return false;
  return !positions.some((i) => cues.covers("question-own", i) || text.isAt(i, "relation")) && positions.length <= LONGEST_QUESTION;
}

function isParted(from: number, to: number, text: MarkedText, cues: CueFinder): boolean {
  return range(from, to).some(
    (i) => text.tokens[i + 1]?.breakBefore === "clause" || (cues.covers("ends-scope", i) && /^(?:but|because|cuz|cos|however|tho|though|now|just)$/.test(text.tokens[i]?.norm ?? "")),
  );
}

function isPast(match: Match, text: MarkedText, cues: CueFinder, staysUrgent: boolean): boolean {
  const isNear = (cue: Mention): boolean => {
    if (isInside(cue.start, match) || text.sentence[cue.start] !== text.sentence[match.start]) return false;
    const [from, to] = cue.start >= match.end ? [match.end, cue.start] : [cue.end, match.start];
    return from <= to && !isParted(from - 1, to, text, cues) && !hasComma(from, to, text);
  };
  const isPresent = cues.some("present", (cue) => isNear(cue) && Math.abs(cue.start - match.start) <= PRESENT_REACH);
  if (cues.some("past-remote", isNear) && !isPresent) return true;
  if (staysUrgent) return false;
  return cues.some("past-resolved", (cue) => {
    if (isInside(cue.start, match)) return false;
    const [from, to] = cue.start >= match.end ? [match.end, cue.start] : [cue.end, match.start];
    if (from > to) return false;
    const reach = (text.content[to] as number) - (text.content[from] as number);
    return reach <= RESOLVED_REACH && !isParted(from, to, text, cues) && !isNegatedCue(cue, cues);
  });
}

function hasComma(from: number, to: number, text: MarkedText): boolean {
  return range(from, to + 1).some((i) => text.tokens[i]?.breakBefore === "comma");
}

/** "has not gone away" tells the opposite of "gone away". */
function isNegatedCue(cue: Mention, cues: CueFinder): boolean {
  return (
    cues.some("negates-before", (negation) => negation.end === cue.start || (negation.end < cue.start && cue.start - negation.end <= 1)) ||
    cues.covers("pseudo", cue.start)
  );
}

function isSomebodyElses(match: Match, text: MarkedText, cues: CueFinder): boolean {
  const sentence = text.sentence[match.start];
  for (let i = match.start; i >= 0 && text.sentence[i] === sentence; i--) {
    if (i !== match.start && cues.covers("ends-scope", i) && /^(?:but|however|though|tho|while|mine|now)$/.test(text.tokens[i]?.norm ?? "")) return false;
    const norm = text.tokens[i]?.norm ?? "";
    const next = text.tokens[i + 1];
    if (text.isAt(i, "person")) return true;
    const isPossessiveOfPerson = norm === "my" && range(i + 1, i + 4).some((k) => text.isAt(k, "person"));
    if (/^(?:i|im|ive|my|mine|me|myself|id)$/.test(norm) && !isPossessiveOfPerson && next !== undefined) return false;
  }
  return false;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
