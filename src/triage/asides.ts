import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Quote } from "./assessment.ts";
import { WELL, WRITER } from "./context.ts";
import { cueClass } from "./cues.ts";
import type { Stretch } from "./ground.ts";
import { LASTING } from "./heard.ts";
import { TIGHT_CHEST } from "./ordinary.ts";
import { asking } from "./questions.ts";
import { type Reading, SYMPTOMS } from "./reading.ts";

const SORENESS = "ordinary-soreness";
const POOR_SLEEP = "poor-sleep-recovery";
/** Word classes that tell of an ordinary soreness. */
const SORE = ["ache", "stiff", "sore-slang", "dull", "doms", "tender"];
const PLACE = "place";
const TRAINING = "event-training";
const GREETING = "greeting";
const GROUP = "to-the-group";
/** Signs that tell how a complaint goes on. */
const OF_TIME = new Set([...LASTING, "duration-watch"]);
/** Beside words of training these say nothing but when, how long and how much. */
const ABOUT_TRAINING = new Set(
  "in for on at since about hit did week weeks year years month months day days kg kgs lb lbs x to go out".split(" "),
);
/** Beside a number these say nothing but who writes: "31m, 90 kg", "I am 25 years old". */
const ABOUT_WRITER = new Set(
  "i im am my is a and age aged only btw here year years yr yrs old yo y o male female man woman guy girl m f kg kgs lb lbs cm tall weigh weight bw".split(
    " ",
  ),
);
/** Cues of an old trouble that is over; a sentence that has both tells it all. */
const HEALED = ["past-remote", "past-resolved"].map(cueClass);
/** "i sit at a desk all day", which is a reason of the article's as well. */
const WORK = new Set(["desk", "office", "job", "computer"]);
const ABOUT_WORK = new Set([
  ...WORK,
  ..."i sit sitting work working at in on all day long for hours every most".split(" "),
]);
/** Of what somebody says that it is well. */
const PART = [PLACE, "filler", "heart", "breath"];
const DENIES = cueClass("negates-before");
const NO_DENIAL = cueClass("pseudo");
/** Words that begin a denial of complaints; that close it; and that begin what is told behind it. */
const NOTHING = new Set(["no", "nothing", "zero", "without", "none"]);
const CLOSES = new Set(["anything", "else", "whatsoever"]);
const TURNS = new Set("just only but though however i im ive my it its".split(" "));
/** Words that begin another clause without a mark before them. */
export const JOINING: ReadonlySet<string> = new Set(["and", "but", "also", "plus", "though"]);

/**
 * The text with what is said by the way left blank: a clause that tells of a soreness at a place of its own, one of
 * training, its dates and weights, who writes, a desk, what is well, a greeting or a call for advice, denials that the
 * text begins with, and a sentence about a bad night, an old trouble that is over, or one that asks the group something.
 * Of sorenesses that are all there is, or that stand beside nothing but a risk factor, none is left out. Null where
 * nothing would be left, or nothing is left out.
 *
 * People who write of such things mostly write of nothing else, so the second reader takes them for reasons against any
 * warning beside them: "my legs are sore from squats and I passed out". A soreness without a place may explain what
 * stands beside it ("tight, just sore from benching") and stays. All other words keep their offsets.
 */
export function withoutAsides({ marked, findings, hints }: Reading, { risks }: SignCatalogue): string | null {
  const others = [...findings, ...hints].filter(({ id }) => id !== SORENESS);
  const isOnlyRisk = others.length > 0 && others.every(({ id }) => risks.has(id));
  const quotesOf = (isMeant: (id: string) => boolean): readonly Quote[] =>
    others.flatMap(({ id, quote }) => (quote !== null && isMeant(id) ? [quote] : []));
  const ofSleep = quotesOf((id) => id === POOR_SLEEP);
  const { text, tokens, sentences } = marked;
  const startOf = (token: number): number => tokens[token]?.start ?? text.length;
  // What reaches over a mark, such as "sore since yesterday. pinky tingles", is told beyond it as well.
  const isUnbroken = ({ start, end }: Quote): boolean =>
    tokens.every((token) => token.start <= start || token.start >= end || token.breakBefore === "none");
  const told = quotesOf((id) => id !== POOR_SLEEP).filter(isUnbroken);
  const has = ({ start, end }: Stretch, classId: string): boolean =>
    marked.coverage(classId).slice(start, end).includes(1);
  const touches = ({ start, end }: Stretch, quotes: readonly Quote[]): boolean =>
    quotes.some((quote) => quote.start < startOf(end) && startOf(start) < quote.end);
  const isTightChest = (clause: Stretch): boolean => TIGHT_CHEST.every((classId) => has(clause, classId));
  const isSoreness = (clause: Stretch): boolean =>
    !touches(clause, told) &&
    !isTightChest(clause) &&
    has(clause, PLACE) &&
    SORE.some((classId) => has(clause, classId));
  const isOfSleep = (sentence: Stretch): boolean =>
    touches(sentence, ofSleep) && !touches(sentence, told) && !has(sentence, PLACE);
  const saysNothing = (position: number): boolean => {
    const norm = tokens[position]?.norm ?? "";
    const isSmall = /^\d/.test(norm) || ABOUT_TRAINING.has(norm);
    return isSmall || [TRAINING, GREETING, "filler", "recent"].some((classId) => marked.isAt(position, classId));
  };
  const isTalk = (clause: Stretch): boolean =>
    (has(clause, TRAINING) || has(clause, GREETING)) &&
    tokens.slice(clause.start, clause.end).every((_, i) => saysNothing(clause.start + i));
  const isIntroduction = (clause: Stretch): boolean => {
    const norms = tokens.slice(clause.start, clause.end).map(({ norm }) => norm);
    const isNumber = (norm: string): boolean => /^\d/.test(norm);
    return norms.some(isNumber) && norms.every((norm) => isNumber(norm) || ABOUT_WRITER.has(norm));
  };
  const isOfWork = ({ start, end }: Stretch): boolean => {
    const norms = tokens.slice(start, end).map(({ norm }) => norm);
    const isSmall = (norm: string, i: number): boolean => ABOUT_WORK.has(norm) || marked.isAt(start + i, "filler");
    return norms.some((norm) => WORK.has(norm)) && norms.every(isSmall);
  };
  // "chest fine, breathing normal".
  const isWell = ({ start, end }: Stretch): boolean => {
    const norms = tokens.slice(start, end).map(({ norm }) => norm);
    const isSmall = (position: number): boolean => PART.some((classId) => marked.isAt(position, classId));
    const isOfPart = norms.some((_, i) => marked.isAt(start + i, PLACE) || marked.isAt(start + i, "heart"));
    const isSmallOrWell = (norm: string, i: number): boolean => WELL.has(norm) || isSmall(start + i);
    return isOfPart && norms.some((norm) => WELL.has(norm)) && norms.every(isSmallOrWell);
  };
  // "no fever, no cough, just": what is denied first, and no sign itself, as "no feeling in my foot" is.
  const isDenial = (clause: Stretch): boolean =>
    NOTHING.has(tokens[clause.start]?.norm ?? "") &&
    marked.isAt(clause.start, DENIES) &&
    !marked.isAt(clause.start, NO_DENIAL) &&
    !touches(clause, told);
  const isClosed = ({ start, end }: Stretch): boolean =>
    TURNS.has(tokens[end]?.norm ?? "") || tokens.slice(start, end).some(({ norm }) => CLOSES.has(norm));
  // What somebody asks about themselves is no question to the group.
  const isToGroup = (sentence: Stretch): boolean =>
    tokens[sentence.start]?.asked === true &&
    has(sentence, GROUP) &&
    !touches(sentence, [...told, ...ofSleep]) &&
    !SYMPTOMS.some((classId) => has(sentence, classId)) &&
    tokens.slice(sentence.start, sentence.end).every(({ norm }) => !WRITER.has(norm));
  const isHealed = (sentence: Stretch): boolean => HEALED.every((cue) => has(sentence, cue));
  const whole = sentences.filter((sentence) => isHealed(sentence) || isOfSleep(sentence) || isToGroup(sentence));
  const clauses = clausesOf(tokens).filter(({ start }) => !whole.some((one) => one.start <= start && start < one.end));
  const firstTold = clauses.findIndex((clause) => !isDenial(clause));
  const closing = clauses[firstTold - 1];
  const deniedFirst = closing !== undefined && isClosed(closing) ? clauses.slice(0, firstTold) : [];
  const isAside = (clause: Stretch): boolean =>
    deniedFirst.includes(clause) || [isSoreness, isTalk, isIntroduction, isWell, isOfWork].some((isSo) => isSo(clause));
  const asides = [...clauses.filter(isAside), ...whole];
  const areAll = asides.length - whole.length === clauses.length;
  // Where all else is a soreness, or a risk factor and a soreness, that is what the text tells.
  const left = areAll || isOnlyRisk ? whole : asides;
  if (left.length === 0 || clauses.length === 0) return null;
  return left.reduce((rest, { start, end }) => {
    const from = startOf(start);
    const to = startOf(end);
    return rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
  }, text);
}

/** What marks and joining words part; each begins with its joining word. */
export function clausesOf(tokens: Reading["marked"]["tokens"], joining = JOINING): readonly Stretch[] {
  const starts = tokens.flatMap(({ breakBefore, norm }, i) => (breakBefore !== "none" || joining.has(norm) ? [i] : []));
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? tokens.length }));
}

/** The graver decision: what the whole text gives, or what it gives without its asides. */
export function graverWithoutAsides(whole: Assessment, rest: Assessment): Assessment {
  if (rest.level < 2 && rest.asks && !whole.asks && rest.questions.some(({ kind }) => kind === "sign"))
    return asking(whole, rest.questions, rest.leftovers);
  if (rest.level < 2 || rest.level <= whole.level) return whole;
  // "sore legs, day 2 worse than day 1": what is told of time is told of the soreness.
  if (rest.findings.length > 0 && rest.findings.every(({ id }) => OF_TIME.has(id))) return whole;
  const known = new Set(rest.findings.map(({ id }) => id));
  const findings = [...rest.findings, ...whole.findings.filter(({ id }) => !known.has(id))];
  const { risks, causes, durationDays, trend } = whole;
  const ignored = whole.ignored.filter(({ id }) => !known.has(id));
  return { ...rest, findings, risks, ignored, causes, durationDays, trend };
}
