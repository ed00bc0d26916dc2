import type { Cause } from "#src/knowledge/cause.ts";
import type { ReadingContent, Recognition } from "#src/knowledge/reading-content.ts";
import type { Finding, FittingCause, Quote, SetAside, SetAsideReason, Subject, Trend } from "./assessment.ts";
import { readComplaintTime } from "./complaint-time.ts";
import { type Context, cueClass, type Lasting, readContext } from "./context.ts";
import { readDurations } from "./durations.ts";
import { markText, type MarkedText } from "./ground.ts";
import { type Match, matchPattern, parsePattern, type Pattern } from "./pattern.ts";
import { createSpeller, type Speller } from "./spelling.ts";
import { createVocabulary, type Mention, type Vocabulary } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/** What a description says, before any rule: signs that stand, signs set aside, time, and what nobody could read. */
export type Reading = {
  readonly findings: readonly Finding[];
  readonly ignored: readonly SetAside[];
  /** Signs that only a hint points to. */
  readonly hints: readonly Finding[];
  readonly subject: Subject;
  readonly days: number | null;
  readonly trend: Trend | null;
  readonly isDatedByTraining: boolean;
  readonly isNovice: boolean;
  readonly isRepeated: boolean;
  readonly hasTrainingCause: boolean;
  readonly leftovers: readonly Quote[];
  /** The sentences of the text. */
  readonly sentences: readonly Quote[];
  readonly causes: readonly FittingCause[];
  /** Word classes that rules ask for, such as `sudden`. */
  readonly details: ReadonlySet<string>;
  readonly hasWords: boolean;
  /** For the second reader: each word as read, those inside a negation marked. */
  readonly marked: MarkedText;
};

type CompiledSign = Recognition & {
  readonly lasting: Lasting;
  readonly compiled: readonly Pattern[];
  readonly hinting: readonly Pattern[];
  readonly innocent: readonly Pattern[];
};

/** Reads descriptions; built once from the content. */
export type Reader = (text: string, now: Date) => Reading;

/** What the repair may turn an unknown word into. */
const REPAIRABLE = ["pain", "ache", "stiff", "sharp", "stab", "numb", "tingle", "burn", "pressure", "swell", "bruise", "place", "breath", "breathless", "faint", "fever", "pee", "weak", "dark-liquid", "training", "cough", "sweat", "sick", "head-ache", "recent", "cannot"];

/**
 * Compiles the content into a reader.
 *
 * @throws Error naming the sign and the pattern when a pattern names an unknown word class.
 */
export function createReader(content: ReadingContent, causes: Iterable<Cause>): Reader {
  const signs = [...content.recognitions.values()];
  const literal = literalWords(signs, content.words);
  const classes: Record<string, readonly string[]> = { ...content.words, ...literal };
  for (const [name, words] of Object.entries(content.cues)) classes[cueClass(name)] = words;
  for (const cause of causes) classes[`cause ${cause.id}`] = cause.pointsToIt;
  const vocabulary = createVocabulary(classes);
  const isClass = (name: string): boolean => name in classes;
  const compiled = signs.map((sign) => compileSign(sign, lastingOf(sign, content), isClass));
  const speller = createSpeller(vocabulary.formsOf(new Set(REPAIRABLE)), (word) => vocabulary.has(word) || content.commonWords.has(word));
  const places = placeClasses(content.words);
  const detailNames = namesInRaises(content);
  const tools = { content, vocabulary, speller, compiled, detailNames, isPlace: (name: string) => places.has(name) };
  return (text, now) => readText(text, now, tools);
}

type Tools = {
  readonly content: ReadingContent;
  readonly vocabulary: Vocabulary;
  readonly speller: Speller;
  readonly compiled: readonly CompiledSign[];
  readonly isPlace: (classId: string) => boolean;
  readonly detailNames: ReadonlySet<string>;
};

function readText(text: string, now: Date, tools: Tools): Reading {
  const marked = markText(text, readWords(text), tools);
  const context = readContext(marked, tools.isPlace);
  const seen = tools.compiled.flatMap((sign) => judge(sign, sign.compiled, marked, context));
  const { findings, ignored, subject } = share(seen, marked);
  const hinted = tools.compiled.flatMap((sign) => judge(sign, sign.hinting, marked, context));
  const time = readComplaintTime(marked, readDurations(marked, tools.content.durations, now), tools.content.durations);
  return {
    findings,
    ignored,
    hints: hintsOf(hinted, findings, marked),
    subject,
    days: time.days,
    trend: time.trend,
    isDatedByTraining: time.isDatedByTraining,
    isNovice: marked.has("novice"),
    isRepeated: marked.has("recurring") || marked.tokens.some(({ norm }) => norm === "every" || norm === "lately" || norm === "each"),
    hasTrainingCause: marked.has("event-training"),
    leftovers: findLeftovers(marked, [...seen, ...hinted]),
    sentences: sentencesOf(marked).map((positions) => quoteOf(spanOf(positions), marked)),
    causes: findCauses(marked),
    details: standingDetails(marked, context, tools.detailNames),
    hasWords: marked.tokens.length > 0,
    marked,
  };
}

/** A place where a sign's pattern matched, and why it may not count. */
export type Seen = { readonly id: string; readonly match: Match; readonly reason: SetAsideReason | null };

function compileSign(sign: Recognition, lasting: Lasting, isClass: (name: string) => boolean): CompiledSign {
  try {
    const compile = (source: string): Pattern => parsePattern(source, isClass);
    return { ...sign, lasting, compiled: sign.patterns.map(compile), hinting: sign.hints.map(compile), innocent: sign.lookAlikes.map(compile) };
  } catch (error) {
    throw new Error(`${sign.id}: ${(error as Error).message}`);
  }
}

function lastingOf(sign: Recognition, { riskRules }: ReadingContent): Lasting {
  if (riskRules.has(sign.id)) return "for-life";
  return sign.staysUrgent ? "for-days" : "while-felt";
}

/** Plain words in patterns stand for themselves; names with a hyphen must be word classes. */
function literalWords(signs: readonly Recognition[], words: ReadingContent["words"]): Record<string, readonly string[]> {
  const names = signs.flatMap(({ patterns, hints, lookAlikes }) => [...patterns, ...hints, ...lookAlikes]).flatMap((source) => source.split(/[\s|]+/));
  return Object.fromEntries(names.filter((name) => /^[a-z]+$/.test(name) && !(name in words)).map((name) => [name, [name]]));
}

function namesInRaises({ recognitions, riskRules, words }: ReadingContent): ReadonlySet<string> {
  const raises = [...recognitions.values(), ...riskRules.values()].flatMap(({ raised }) => raised);
  return new Set(raises.flatMap((raise) => raise.with).filter((name) => name in words));
}

function placeClasses(words: ReadingContent["words"]): ReadonlySet<string> {
  const places = new Set(words["place"] ?? []);
  const isPlace = (list: readonly string[]): boolean => list.length > 0 && list.filter((word) => places.has(word)).length >= list.length * 0.6;
  return new Set(["place", "both", "left-right", "one-side", ...Object.entries(words).filter(([, list]) => isPlace(list)).map(([name]) => name)]);
}

/** How near, in tokens, an innocent reading must stand to the sign it explains. */
const INNOCENT_REACH = 6;

function judge(
  sign: CompiledSign,
  patterns: readonly Pattern[],
  text: MarkedText,
  context: Context,
): readonly Seen[] {
  const matches = patterns.flatMap((pattern) => matchPattern(pattern, text));
  if (matches.length === 0) return [];
  const innocent = sign.innocent.flatMap((pattern) => matchPattern(pattern, text));
  return matches.map((match) => ({
    id: sign.id,
    match,
    reason: innocent.some((other) => isBeside(match, other, text)) ? "look-alike" : context.setAside(match, sign.lasting),
  }));
}

function isBeside(a: Match, b: Match, text: MarkedText): boolean {
  if (a.start < b.end && b.start < a.end) return true;
  const gap = Math.max(b.start - a.end, a.start - b.end);
  return gap <= INNOCENT_REACH && text.sentence[a.start] === text.sentence[b.start];
}

/** The writer's own signs count; where there are none, somebody else's are triaged for that person. */
function share(seen: readonly Seen[], text: MarkedText): Pick<Reading, "findings" | "ignored" | "subject"> {
  const own = seen.filter(({ reason }) => reason === null);
  const others = seen.filter(({ reason }) => reason === "somebody-else");
  const isOther = own.length === 0 && others.length > 0 && !isStory(text);
  const standing = isOther ? others : own;
  const ids = new Set(standing.map(({ id }) => id));
  return {
    findings: [...ids].map((id) => findingOf(id, standing, text)),
    ignored: [...new Set(seen.map(({ id }) => id))].filter((id) => !ids.has(id)).map((id) => setAsideOf(id, seen, text)),
    subject: isOther ? "other" : "self",
  };
}

function hintsOf(hinted: readonly Seen[], findings: readonly Finding[], text: MarkedText): readonly Finding[] {
  const known = new Set(findings.map(({ id }) => id));
  const standing = hinted.filter(({ id, reason }) => reason === null && !known.has(id));
  return [...new Set(standing.map(({ id }) => id))].map((id) => ({ ...findingOf(id, standing, text), certainty: "guess" }));
}

function isStory(text: MarkedText): boolean {
  const has = (name: string): boolean => text.has(cueClass(name));
  // A stranger's or a public figure's injury is talk; a friend's or a client's is a call for help.
  return !text.has("relation") || ((has("story-mark") || has("past-remote")) && !has("recent-event"));
}

function findingOf(id: string, standing: readonly Seen[], text: MarkedText): Finding {
  const matches = standing.filter((one) => one.id === id).map(({ match }) => match);
  const clean = matches.find((match) => repairsIn(match, text).length === 0);
  const match = clean ?? (matches[0] as Match);
  const repaired = repairsIn(match, text);
  return { id, quote: quoteOf(match, text), certainty: repaired.length > 0 ? "guess" : "said", repaired };
}

function repairsIn(match: Match, text: MarkedText): Finding["repaired"] {
  return match.parts.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, k) => start + k).flatMap((i) => {
      const read = text.repairs.get(i);
      return read === undefined ? [] : [{ written: text.tokens[i]?.norm ?? "", read }];
    }),
  );
}

function setAsideOf(id: string, seen: readonly Seen[], text: MarkedText): SetAside {
  const one = seen.find((other) => other.id === id) as Seen;
  return { id, quote: quoteOf(one.match, text), reason: one.reason as SetAsideReason };
}

function quoteOf({ start, end }: { readonly start: number; readonly end: number }, text: MarkedText): Quote {
  const from = text.tokens[start]?.start ?? 0;
  const to = text.tokens[end - 1]?.end ?? from;
  return { text: text.text.slice(from, to), start: from, end: to };
}

/** Words about a body or a bodily function: where nothing could read such a sentence, the person is asked. */
const ABOUT_A_BODY = ["place", "pee", "poop", "bladder", "breath", "heart", "swell", "vision", "speech", "weird-feeling", "blood", "swallow"];

/** The word classes that combinations ask for, where they are neither denied nor past. */
function standingDetails(text: MarkedText, context: Context, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...names].filter((name) =>
      text.byClass.get(name)?.some((mention) => context.setAside({ ...mention, parts: [mention] }, "for-days") === null),
    ),
  );
}

function findLeftovers(text: MarkedText, seen: readonly Seen[]): readonly Quote[] {
  const read = new Set(seen.flatMap(({ match }) => [text.sentence[match.start], text.sentence[match.end - 1]]));
  return sentencesOf(text).flatMap((positions) => {
    if (read.has(text.sentence[positions[0] as number])) return [];
    const isAt = (name: string): boolean => positions.some((i) => text.isAt(i, name));
    const isLeftOver = ABOUT_A_BODY.some(isAt) || (isAt("likeness") && isAt("feel"));
    return isLeftOver ? [quoteOf(spanOf(positions), text)] : [];
  });
}

function sentencesOf(text: MarkedText): readonly (readonly number[])[] {
  const sentences: number[][] = [];
  text.tokens.forEach((_, i) => {
    const sentence = text.sentence[i] as number;
    const positions = sentences[sentence];
    if (positions === undefined) sentences[sentence] = [i];
    else positions.push(i);
  });
  return sentences;
}

function spanOf(positions: readonly number[]): { readonly start: number; readonly end: number } {
  return { start: positions[0] as number, end: (positions.at(-1) as number) + 1 };
}

function findCauses(text: MarkedText): readonly FittingCause[] {
  return [...text.byClass].flatMap(([name, mentions]) =>
    name.startsWith("cause ") ? [{ id: name.slice("cause ".length), quote: quoteOf(mentions[0] as Mention, text) }] : [],
  );
}
