import type { Cause } from "#src/knowledge/cause.ts";
import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { Finding, FittingCause, Quote, SetAside, Subject, Trend } from "./assessment.ts";
import { isShortWeekday } from "./calendar.ts";
import { compileSigns, literalWords } from "./compile-signs.ts";
import { type ComplaintClock, createComplaintClock } from "./complaint-time.ts";
import { type Context, readContext } from "./context.ts";
import { cueClass } from "./cues.ts";
import { createDurationReader, type Duration, type DurationReader } from "./durations.ts";
import { addHints, share } from "./findings.ts";
import { createLookUp, type LookUp, type MarkedText, markText, quoteOf } from "./ground.ts";
import { createJudge, type Judge, type Seen } from "./judge-signs.ts";
import { findLeftovers } from "./leftovers.ts";
import { lazy } from "./lookup.ts";
import { createSpeller } from "./spelling.ts";
import { createVocabulary, type Mention, type Vocabulary } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/** What a description says, before any rule: signs that stand, signs set aside, time, and what nobody could read. */
export type Reading = {
  readonly findings: readonly Finding[];
  readonly ignored: readonly SetAside[];
  /** Signs that only a hint points to. */
  readonly hints: readonly Finding[];
  /** "stabbing at 405 next week": all that looked like a sign has an innocent reading. */
  readonly isOnlyLookAlike: boolean;
  readonly subject: Subject;
  readonly days: number | null;
  readonly trend: Trend | null;
  readonly isDatedByTraining: boolean;
  /** Whether the length surely belongs to a pain that is there now. */
  readonly isFirmlyDated: boolean;
  /** Nothing was written but how long ("all month"). */
  readonly isOnlyALength: boolean;
  /** All lengths of time in the text, those of other things too. */
  readonly lengths: readonly Duration[];
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
  /** Most words are none that anybody knows here, as in another language. */
  readonly isMostlyUnknown: boolean;
  /** For the second reader: each word as read, those inside a negation marked. */
  readonly marked: MarkedText;
};

const FEWEST_UNKNOWN = 2;
const MOSTLY = 0.5;

/** Reads descriptions; built once from the content. */
export type Reader = (text: string, now: Date) => Reading;

/** Words of what has been before; "three times". */
const REPEATED = new Set(
  "every lately each twice times again sessions most always keep keeps whenever usually 2x 3x 4x 5x".split(" "),
);

/** Word classes of what people feel or notice of a body. */
export const SYMPTOMS = [
  "pain",
  "ache",
  "stiff",
  "sharp",
  "stab",
  "numb",
  "tingle",
  "burn",
  "pressure",
  "swell",
  "bruise",
  "place",
  "breath",
  "breathless",
  "faint",
  "fever",
  "pee",
  "weak",
  "dark-liquid",
  "cough",
  "sweat",
  "sick",
  "head-ache",
];
/** Word classes of what laypeople call an illness, in one word. */
const ILLNESSES = [
  "stroke-name",
  "lung-name",
  "vein-clot",
  "rhabdo-name",
  "meningitis-name",
  "aorta-name",
  "concussion-name",
  "seizure-name",
];
/** What the repair may turn an unknown word into. */
const REPAIRABLE = [...SYMPTOMS, ...ILLNESSES, "training", "recent", "cannot"];

/**
 * Compiles the content into a reader.
 *
 * @throws Error naming the sign and the pattern when a pattern names an unknown word class.
 */
export function createReader(content: ReadingContent, causes: Iterable<Cause>): Reader {
  const classes: Record<string, readonly string[]> = { ...content.words, ...literalWords(content) };
  for (const [name, words] of Object.entries(content.cues)) classes[cueClass(name)] = words;
  for (const cause of causes) classes[`cause ${cause.id}`] = cause.pointsToIt;
  const vocabulary = createVocabulary(classes);
  const isClass = (name: string): boolean => name in classes;
  const signs = compileSigns(content, isClass);
  const { units } = content.durations;
  const isKnown = (word: string): boolean =>
    vocabulary.has(word) || content.commonWords.has(word) || units.has(word.replace(/s$/, "")) || isShortWeekday(word);
  // Most texts have no unknown word.
  const speller = lazy(() => createSpeller(vocabulary.formsOf(new Set(REPAIRABLE)), isKnown));
  const places = placeClasses(content.words);
  const tools: Tools = {
    readDurations: createDurationReader(content.durations),
    readComplaintTime: createComplaintClock(content.durations),
    vocabulary,
    lookUp: createLookUp(vocabulary, (word) => speller()(word), isKnown, content.durations.numbers),
    judge: createJudge(signs, ({ compiled }) => compiled),
    judgeHints: createJudge(signs, ({ hinting }) => hinting),
    detailNames: namesInRaises(content),
    isPlace: (name: string) => places.has(name),
  };
  return (text, now) => readText(text, now, tools);
}

type Tools = {
  readonly readDurations: DurationReader;
  readonly readComplaintTime: ComplaintClock;
  readonly vocabulary: Vocabulary;
  readonly lookUp: LookUp;
  readonly judge: Judge;
  readonly judgeHints: Judge;
  readonly isPlace: (classId: string) => boolean;
  readonly detailNames: ReadonlySet<string>;
};

function readText(text: string, now: Date, tools: Tools): Reading {
  const marked = markText(text, readWords(text), tools);
  const context = readContext(marked, tools.isPlace);
  const seen = tools.judge(marked, context);
  const hinted = tools.judgeHints(marked, context);
  const { findings, ignored, subject, hints } = addHints(share(seen, marked), hinted, marked);
  const lengths = tools.readDurations(marked, now);
  const time = tools.readComplaintTime(marked, lengths, context);
  return {
    findings,
    ignored,
    hints,
    isOnlyLookAlike: isOnlyLookAlike([...seen, ...hinted]),
    subject,
    days: time.days,
    trend: time.trend,
    isDatedByTraining: time.isDatedByTraining,
    isFirmlyDated: time.isFirm,
    isOnlyALength: time.isAll,
    lengths,
    isNovice: (marked.byClass.get("novice") ?? []).some((mention) => !context.isDenied(mention)),
    isRepeated: marked.has("recurring") || marked.tokens.some(({ norm }) => REPEATED.has(norm)),
    hasTrainingCause: marked.has("event-training"),
    leftovers: findLeftovers(marked, [...seen, ...hinted]),
    sentences: marked.sentences.map((sentence) => quoteOf(sentence, marked)),
    causes: findCauses(marked),
    details: standingDetails(marked, context, tools.detailNames),
    hasWords: marked.tokens.length > 0,
    isMostlyUnknown: isMostlyUnknown(marked),
    marked,
  };
}

function isMostlyUnknown({ tokens, words }: MarkedText): boolean {
  const unknown = words.filter(({ isKnown }, i) => !isKnown && !/^\d/.test(tokens[i]?.norm ?? "")).length;
  return unknown >= FEWEST_UNKNOWN && unknown >= tokens.length * MOSTLY;
}

function isOnlyLookAlike(looked: readonly Seen[]): boolean {
  return looked.length > 0 && looked.every(({ reason }) => reason === "look-alike");
}

function namesInRaises({ recognitions, riskRules, words }: ReadingContent): ReadonlySet<string> {
  const raises = [...recognitions.values(), ...riskRules.values()].flatMap(({ raised }) => raised);
  return new Set(raises.flatMap((raise) => raise.with).filter((name) => name in words));
}

function placeClasses(words: ReadingContent["words"]): ReadonlySet<string> {
  const places = new Set(words["place"] ?? []);
  const isPlace = (list: readonly string[]): boolean =>
    list.length > 0 && list.filter((word) => places.has(word)).length >= list.length * 0.6;
  return new Set([
    "place",
    "both",
    "left-right",
    "one-side",
    ...Object.entries(words)
      .filter(([, list]) => isPlace(list))
      .map(([name]) => name),
  ]);
}

/** The word classes that combinations ask for, where they are neither denied nor past. */
function standingDetails(text: MarkedText, context: Context, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...names].filter((name) =>
      text.byClass
        .get(name)
        ?.some((mention) => context.setAside({ ...mention, parts: [mention] }, "for-days") === null),
    ),
  );
}

function findCauses(text: MarkedText): readonly FittingCause[] {
  return [...text.byClass].flatMap(([name, mentions]) =>
    name.startsWith("cause ")
      ? [{ id: name.slice("cause ".length), quote: quoteOf(mentions[0] as Mention, text) }]
      : [],
  );
}
