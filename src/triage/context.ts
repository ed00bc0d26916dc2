import type { SetAsideReason } from "./assessment.ts";
import { type Cue, Cues } from "./cues.ts";
import type { MarkedText } from "./ground.ts";
import { lazy } from "./lookup.ts";
import { readNegation } from "./negation.ts";
import { isInside, type Match } from "./pattern.ts";
import type { Mention } from "./vocabulary.ts";

/** How near "is gone" must follow a sign, in content words. */
const RESOLVED_REACH = 6;
/** How soon, in words, "came back" must follow "went away". */
const RETURN_REACH = 3;
const QUESTION_REACH = 14;
const LONGEST_QUESTION = 16;
const OWN_REACH = 8;
const PRESENT_REACH = 5;
const OLD_YEAR = /^(?:19[5-9]\d|20(?:0\d|1\d|2[0-4]))$/;
const IF_REACH = 7;

/** How long a sign counts after it was felt: an illness for life, a faint for days, a pain while it hurts. */
export type Lasting = "for-life" | "for-days" | "while-felt";

/** Reads what stands around a sign: negation, past, other people, what-ifs. When in doubt, a sign counts. */
export type Context = {
  /** Why the match does not count as a present sign of the writer; null when it counts. */
  setAside(match: Match, lasting: Lasting): SetAsideReason | null;
  /** Whether a negation reaches a word. */
  isDenied(word: Mention): boolean;
};

/**
 * Prepares the context of one text.
 *
 * @param isPlace Whether a word class names a part of the body; negation looks at the other words of a sign.
 */
export function readContext(text: MarkedText, isPlace: (classId: string) => boolean): Context {
  const cues = new Cues(text);
  const isNegated = readNegation(text, cues);
  const correctionAt = cues.of("corrects").mentions[0]?.start ?? Number.POSITIVE_INFINITY;
  const isTakenBack = (position: number): boolean => position < correctionAt && cues.of("affirms").isFrom(correctionAt);
  const persons = lazy(() => markOtherPeople(text, cues));
  // "blacked out on deadlift in 1994".
  const ofOldYear = lazy(() => sentencesWhere(text, (norm) => OLD_YEAR.test(norm)));
  const ofWriter = lazy(() => sentencesWhere(text, (norm) => WRITER.has(norm)));
  return {
    isDenied: (word) => isNegated(word, { ...word, parts: [word] }) && !isTakenBack(word.start),
    setAside(match, lasting) {
      const parts = symptomParts(match, isPlace);
      if (parts.some((part) => isNegated(part, match)) && !isTakenBack(match.start)) return "negated";
      if (match.parts.some((part) => isPlace(part.classId) && isWell(part, text))) return "negated";
      if (isHypothetical(match, text, cues)) return "hypothetical";
      if (isGeneralQuestion(match, text, cues)) return "question";
      if (lasting !== "for-life" && isPast(match, text, { cues, ofOldYear: ofOldYear() }, lasting === "for-days"))
        return "past";
      if (isSomebodyElses(match, text, persons()) || isTold(match, text, cues, ofWriter())) return "somebody-else";
      return null;
    },
  };
}

/** Words that say of a part of the body that nothing is wrong with it. */
export const WELL: ReadonlySet<string> = new Set(["fine", "ok", "okay", "good", "great", "normal", "alright"]);
const JOINING = new Set(["and", "but", "though", "while"]);

/** "back sore, chest fine": the clause around a place says nothing but that it is well. */
function isWell({ start, end }: Mention, text: MarkedText): boolean {
  const isWithin = (i: number): boolean => i >= 0 && i < text.tokens.length && !JOINING.has(text.tokens[i]?.norm ?? "");
  let isToldWell = false;
  for (let i = start - 1; isWithin(i) && text.tokens[i + 1]?.breakBefore === "none"; i--)
    if (!text.isAt(i, "filler")) return false;
  for (let i = end; isWithin(i) && text.tokens[i]?.breakBefore === "none"; i++) {
    const isGood = WELL.has(text.tokens[i]?.norm ?? "");
    if (!isGood && !text.isAt(i, "filler")) return false;
    isToldWell ||= isGood;
  }
  return isToldWell;
}

function symptomParts(match: Match, isPlace: (classId: string) => boolean): readonly Mention[] {
  const symptoms = match.parts.filter((part) => !isPlace(part.classId));
  return symptoms.length > 0 ? symptoms : match.parts;
}

/**
 * Whether the sign is only imagined: inside an if-clause, or after "when should I worry about".
 *
 * "if it gets numb I will stop" is imagined; "if I breathe in it stabs me" happens, since the stab stands outside.
 */
function isHypothetical(match: Match, text: MarkedText, cues: Cues): boolean {
  if (cues.of("really-so").isFrom(match.end) || !cues.of("for-a-friend").isAbsent) return false;
  const sentence = text.sentence[match.start];
  const isOwnQuestion = text.tokens[match.start]?.asked === true && isAboutWriter(match, text, cues);
  for (const cue of cues.of("hypothetical").before(match.start)) {
    const reach = (text.content[match.start] as number) - (text.content[cue.end] as number);
    if (reach > QUESTION_REACH || cues.isParted(cue.end, match.start)) break;
    if (text.sentence[cue.start] !== sentence || isInside(cue.start, match) || isFear(cue.start, cues)) continue;
    if (text.tokens[cue.start]?.norm === "if" ? !leavesIfClause(cue.end, match, text) : !isOwnQuestion) return true;
  }
  return isInIfClause(match, text, cues);
}

function isAboutWriter(match: Match, text: MarkedText, cues: Cues): boolean {
  for (const cue of cues.of("question-own").after(match.start - OWN_REACH)) {
    if (cue.start > match.start + OWN_REACH) return false;
    if (text.sentence[cue.start] === text.sentence[match.start]) return true;
  }
  return false;
}

/** "what if its a stroke" asks about the writer. */
function isFear(position: number, cues: Cues): boolean {
  return cues.of("question-own").covers(position);
}

function isInIfClause(match: Match, text: MarkedText, cues: Cues): boolean {
  const sentence = text.sentence[match.start];
  for (let i = match.start - 1; i >= 0 && text.sentence[i] === sentence && match.start - i <= IF_REACH; i--) {
    if (text.tokens[i + 1]?.breakBefore !== "none") return false;
    if (text.tokens[i]?.norm === "if") return !isFear(i, cues) && !leavesIfClause(i + 2, match, text);
  }
  return false;
}

const SUBJECTS = new Set(["it", "i", "then", "my", "the", "im", "you", "theres", "pain"]);

/** The if-clause ends at a comma or where the next statement begins with its own subject. */
function leavesIfClause(from: number, match: Match, text: MarkedText): boolean {
  for (let i = Math.max(from, match.start) + 1; i < match.end; i++) {
    const token = text.tokens[i];
    if (token?.breakBefore !== "none" || SUBJECTS.has(token.norm)) return true;
  }
  return false;
}

/** "can you faint from squatting?" asks about people; "is this pain in my back normal?" about the writer. */
function isGeneralQuestion(match: Match, text: MarkedText, cues: Cues): boolean {
  const sentence = text.sentences[text.sentence[match.start] as number];
  if (sentence === undefined || !text.isAt(sentence.start, "general-question")) return false;
  if (sentence.end - sentence.start > LONGEST_QUESTION) return false;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (cues.of("question-own").covers(i) || text.isAt(i, "relation")) return false;
  }
  return true;
}

type Past = { readonly cues: Cues; readonly ofOldYear: Sentences };

function isPast(match: Match, text: MarkedText, { cues, ofOldYear }: Past, staysUrgent: boolean): boolean {
  const isLongAgo = ofOldYear.has(text.sentence[match.start]) || hasNear(cues.of("past-remote"), match, text, cues);
  if (isLongAgo && !hasNear(cues.of("present"), match, text, cues, PRESENT_REACH)) return true;
  return !staysUrgent && isResolved(match, text, cues);
}

/** Numbers of sentences. */
type Sentences = ReadonlySet<number | undefined>;

function sentencesWhere({ tokens, sentence }: MarkedText, isMeant: (norm: string) => boolean): Sentences {
  const meant = new Set<number | undefined>();
  tokens.forEach(({ norm }, i) => {
    if (isMeant(norm)) meant.add(sentence[i]);
  });
  return meant;
}

/** Whether a cue stands in the sign's own clause, no farther than `most` tokens. */
function hasNear(cue: Cue, match: Match, text: MarkedText, cues: Cues, most = Number.POSITIVE_INFINITY): boolean {
  const isJoined = (from: number, to: number): boolean => !cues.isParted(from - 1, to) && !cues.hasComma(from, to);
  const isNear = ({ start }: Mention): boolean =>
    text.sentence[start] === text.sentence[match.start] && Math.abs(start - match.start) <= most;
  // The next one is the nearest: where it does not do, those after it do not either.
  const next = cue.nextAfter(match.end);
  if (next !== undefined && isNear(next) && isJoined(match.end, next.start)) return true;
  for (const one of cue.before(match.start)) {
    if (match.start - one.end > most || !isJoined(one.end, match.start)) return false;
    if (isNear(one) && !isInside(one.start, match)) return true;
  }
  return false;
}

/** "the numbness is gone", within reach on either side. */
function isResolved(match: Match, text: MarkedText, cues: Cues): boolean {
  const isWithin = (from: number, to: number): boolean =>
    (text.content[to] as number) - (text.content[from] as number) <= RESOLVED_REACH && !cues.isParted(from, to);
  // "went away and came back" is here again.
  const isBack = (cue: Mention): boolean => {
    const back = cues.of("returned").nextAfter(cue.end);
    return back !== undefined && back.start - cue.end <= RETURN_REACH;
  };
  const counts = (cue: Mention): boolean => !isInside(cue.start, match) && !isNegatedCue(cue, cues) && !isBack(cue);
  for (const cue of cues.of("past-resolved").before(match.start)) {
    if (!isWithin(cue.end, match.start)) break;
    if (counts(cue)) return true;
  }
  for (const cue of cues.of("past-resolved").after(match.end)) {
    if (!isWithin(match.end, cue.start)) break;
    if (counts(cue)) return true;
  }
  return false;
}

/** "has not gone away" tells the opposite of "gone away". */
function isNegatedCue(cue: Mention, cues: Cues): boolean {
  const negation = cues.of("negates-before").lastBefore(cue.start);
  return (negation !== undefined && cue.start - negation.end <= 1) || cues.of("pseudo").covers(cue.start);
}

function isSomebodyElses(match: Match, text: MarkedText, persons: readonly Named[]): boolean {
  const here = persons[match.start];
  if (here?.kind === "other" || here?.kind === "writer") return here.kind === "other";
  const isFirst = text.sentence[match.start] !== text.sentence[match.start - 1];
  return !isFirst && persons[match.start - 1]?.nearest === "other";
}

/** "that fainting clip is wild": a story without the one who writes. */
function isTold({ start }: Match, text: MarkedText, cues: Cues, ofWriter: Sentences): boolean {
  const sentence = text.sentences[text.sentence[start] as number];
  if (sentence === undefined) return false;
  const mark = cues.of("told-in").nextAfter(sentence.start);
  return mark !== undefined && mark.start < sentence.end && !ofWriter.has(text.sentence[start]);
}

/** Whom a word names, and whom the nearest such word up to here names; `but` ends what was said of somebody. */
type Named = { readonly kind: "other" | "writer" | "end" | null; readonly nearest: "other" | "writer" | "end" | null };

/** Words of who writes. */
export const WRITER: ReadonlySet<string> = new Set(["i", "im", "ive", "my", "mine", "me", "myself", "id"]);
const TURNS = new Set(["but", "however", "though", "tho", "while", "mine", "now"]);

function markOtherPeople(text: MarkedText, cues: Cues): readonly Named[] {
  const named: Named[] = [];
  text.tokens.forEach(({ norm }, i) => {
    const isOfPerson = norm === "my" && [1, 2, 3].some((step) => text.isAt(i + step, "person"));
    const isTurn = TURNS.has(norm) && cues.of("ends-scope").covers(i);
    const isWriter = WRITER.has(norm) && !isOfPerson && i + 1 < text.tokens.length;
    const kind = text.isAt(i, "person") ? "other" : isWriter ? "writer" : null;
    const before = text.sentence[i] === text.sentence[i - 1] ? (named[i - 1]?.nearest ?? null) : null;
    named.push({ kind, nearest: isTurn ? "end" : (kind ?? before) });
  });
  return named;
}
