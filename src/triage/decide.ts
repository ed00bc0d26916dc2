import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import type { Sign, SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, AssessmentKind, Feeling, Finding, Level, Quote, SetAside } from "./assessment.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isOnlyDenied } from "./only-denied.ts";
import { questionsFor } from "./questions.ts";
import type { Reading } from "./reading.ts";
import { type Evidence, graver, signsOfTime, type Verdict, weigh } from "./rules.ts";
import { type Opinion, secondOpinion } from "./second-reader.ts";

const CRISIS = "wants-to-die";
const ORDINARY = "ordinary-soreness";
const PEAK_DAYS = 3;
const SURER_BY = 0.2;
const FEW_WORDS = 4;
/** How much less sure the second reader need be to ask where a hint stands. */
const SOONER = 0.3;
/** A chance of a sign from which it is told beside a likelier one. */
const NOT_UNLIKELY = 0.3;
/** Signs of a complaint that goes on. */
const LASTING = ["long-lasting-pain", "worsening-trend", "recurrent-same-spot", "duration-watch", "ordinary-soreness"];

/** The sign that a feeling chosen in the form stands for. */
const FEELING_SIGN: Record<Feeling, string | null> = {
  dull: "ordinary-soreness",
  sharp: "sharp-stabbing-pain",
  burning: null,
  tingling: "tingling-numbness",
  unsure: null,
};
/** Signs that are only an outline of a more exact one. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  "tingling-numbness": ["tingling-numbness-persistent", "saddle-numbness", "cord-signs", "both-legs-neuro"],
  "effort-leak": ["bladder-bowel-change"],
  "brief-lightheaded": ["fainting-blackout"],
  "severity-unclear": ["severe-constant-pain"],
};
/** Told beside soreness, but no soreness itself. */
const NO_SYMPTOM = new Set(["poor-sleep-recovery"]);

/** Weighs words, answers and what was known before into one assessment. */
export function decide(inputs: Inputs, rules: Rules): Assessment {
  const { reading, earlier } = inputs;
  const opinion = opinionOn(inputs, rules);
  const gathered = gather(inputs, secondedHints(opinion, inputs), rules);
  const present = dropCovered(gathered.filter(({ id }) => rules.signs.signs.has(id)));
  const risks = gathered.filter(({ id }) => rules.signs.risks.has(id));
  const evidence = evidenceOf(present, risks, { ...inputs, toldDays: toldDays(opinion, inputs) });
  const ruled = weigh(evidence, rules.reading, rules.signs.signs);
  const guess = guessOf(opinion, ruled, inputs, rules);
  const verdict = heldUp(guess === null ? ruled : graver(ruled, guess.verdict), inputs);
  const told = addTimeSigns(present, evidence, ruled, rules);
  const findings = [...told, ...(guess?.findings ?? []).filter(({ id }) => told.every((one) => one.id !== id))];
  const isDoubted = opinion !== null && verdict.level < 2 && opinion.alarm >= askFrom(opinion, inputs, rules);
  const leftovers = leftoversOf(opinion, isDoubted, surerBy(inputs, rules), inputs);
  const kind = kindOf(verdict.level, findings, leftovers.length > 0, inputs);
  const likest = isDoubted ? (opinion?.sign ?? null) : null;
  // An urgent level that the second reader gives is always asked about.
  const isGuessedUrgent = guess !== null && ruled.level < 3 && guess.verdict.level === 3;
  const mayBeUrgent =
    isGuessedUrgent || (verdict.level === 2 && opinion !== null && opinion.urgent >= opinion.doubtUrgentFrom);
  const doubts = { kind, findings, hasLeftovers: leftovers.length > 0, likest, mayBeUrgent };
  const questions = questionsFor(doubts, inputs, rules);
  return {
    kind,
    level: verdict.level,
    band: verdict.band,
    asks: questions.length > 0,
    questions,
    subject: earlier?.subject ?? reading?.subject ?? "self",
    findings: bySeriousness(findings, rules),
    risks,
    ignored: setAside(inputs),
    causes: reading?.causes ?? [],
    durationDays: evidence.days,
    trend: evidence.trend,
    leftovers,
    decidedBy: verdict.because,
  };
}

/** A hint that the second reader hears too is two witnesses: the sign stands. */
function secondedHints(opinion: Doubt | null, { reading }: Inputs): readonly Finding[] {
  if (opinion === null || reading === null || isOnlyDenied(reading)) return [];
  return reading.hints.filter(({ id }) => opinion.chanceOf(id) >= opinion.secondedFrom);
}

/** A length that may belong to something else counts where the second reader hears a complaint too. */
function toldDays(opinion: Doubt | null, { reading }: Inputs): number | null {
  if (reading === null || reading.days === null || reading.isFirmlyDated) return reading?.days ?? null;
  if (opinion === null) return null;
  const isHeard =
    opinion.alarm >= opinion.complaintFrom || LASTING.some((id) => opinion.chanceOf(id) >= opinion.lastingFrom);
  return isHeard ? reading.days : null;
}

/** All signs and risks that stand: words first, then ticks, then what an earlier card carried. */
function gather(
  { reading, answers, earlier }: Inputs,
  seconded: readonly Finding[],
  { signs }: Rules,
): readonly Finding[] {
  // A sign that was taken back stays back, unless the person tells of it again.
  const takenBack = new Set(answers.corrected ?? []);
  const takenBackEarlier = new Set(earlier?.corrected ?? []);
  const found = new Map<string, Finding>();
  const add = (finding: Finding, isNew: boolean): void => {
    const isBack = takenBack.has(finding.id) || (!isNew && takenBackEarlier.has(finding.id));
    if (!isBack && !found.has(finding.id)) found.set(finding.id, finding);
  };
  for (const finding of [...(reading?.findings ?? []), ...seconded]) add(finding, true);
  const feeling = answers.feels ?? earlier?.feels ?? null;
  const felt = feeling === null ? null : FEELING_SIGN[feeling];
  const told = [...(answers.present ?? []), ...(felt === null ? [] : [felt])];
  for (const id of told) if (isKnown(id, signs)) add(bare(id), true);
  for (const id of [...(earlier?.present ?? []), ...(earlier?.risks ?? [])])
    if (isKnown(id, signs)) add(bare(id), false);
  const isDenied = (id: string): boolean => (answers.absent ?? []).includes(id);
  return [...found.values()].filter(({ id, certainty }) => certainty === "said" || !isDenied(id));
}

function bare(id: string): Finding {
  return { id, quote: null, certainty: "said", repaired: [] };
}

function isKnown(id: string, { signs, risks }: SignCatalogue): boolean {
  return signs.has(id) || risks.has(id);
}

function dropCovered(findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set(findings.map(({ id }) => id));
  return findings.filter(({ id }) => !(COVERED_BY[id] ?? []).some((other) => ids.has(other)));
}

function evidenceOf(
  present: readonly Finding[],
  risks: readonly Finding[],
  { reading, answers, earlier, toldDays: days }: Inputs & { readonly toldDays: number | null },
): Evidence {
  return {
    signs: new Set(present.map(({ id }) => id)),
    risks: new Set(risks.map(({ id }) => id)),
    details: reading?.details ?? new Set(),
    days: longest(days, answers.sinceDays) ?? earlier?.durationDays ?? null,
    trend: answers.trend ?? reading?.trend ?? earlier?.trend ?? null,
    isNovice: reading?.isNovice ?? false,
    isRepeated: reading?.isRepeated ?? false,
  };
}

/** Words and a ticked range may differ; the longer one is the careful one. */
function longest(a: number | null | undefined, b: number | undefined): number | null {
  if (a === null || a === undefined) return b ?? null;
  return b === undefined ? a : Math.max(a, b);
}

/** Later answers never make it milder, except where the person took a sign back. */
function heldUp(verdict: Verdict, { earlier, answers }: Inputs): Verdict {
  if (earlier === null || (answers.corrected ?? []).length > 0) return verdict;
  return graver({ level: earlier.level, band: earlier.band, because: "what you told before" }, verdict);
}

type Doubt = Opinion &
  Pick<
    SecondReaderWeights,
    "askFrom" | "innocentBelow" | "doubtUrgentFrom" | "secondedFrom" | "complaintFrom" | "lastingFrom"
  >;

function opinionOn({ reading }: Inputs, { reading: { secondReader } }: Rules): Doubt | null {
  if (reading === null || !reading.hasWords || secondReader === null) return null;
  const { askFrom, innocentBelow, doubtUrgentFrom, secondedFrom, complaintFrom, lastingFrom } = secondReader;
  // Not spread: naming the likest sign costs more than the rest, and most texts never need it.
  const thresholds = { askFrom, innocentBelow, doubtUrgentFrom, secondedFrom, complaintFrom, lastingFrom };
  return Object.assign(secondOpinion(reading, secondReader), thresholds);
}

/** A hint of a warning that stands makes the second reader ask sooner. */
function askFrom(opinion: Doubt, inputs: Inputs, rules: Rules): number {
  const isHinted = inputs.reading !== null && hintedLevel(inputs.reading, rules) >= 2;
  return (isHinted ? opinion.askFrom * SOONER : opinion.askFrom) + surerBy(inputs, rules);
}

/** Against evidence of something harmless the second reader must be surer before anybody is asked. */
function surerBy({ reading }: Inputs, rules: Rules): number {
  return reading !== null && (isPlainlyOrdinary(reading, rules) || isBareSoreness(reading) || reading.isOnlyLookAlike)
    ? SURER_BY
    : 0;
}

/** "neck sore": so few words that nothing else can stand between them. */
function isBareSoreness({ findings, hints, leftovers, marked, trend }: Reading): boolean {
  const isOnlySore = findings.length > 0 && findings.every(({ id }) => id === ORDINARY);
  return isOnlySore && hints.length + leftovers.length === 0 && trend === null && marked.tokens.length <= FEW_WORDS;
}

/** Dull soreness after training that is named, at most three days old, not getting worse, and nothing else beside it. */
function isPlainlyOrdinary(reading: Reading, { signs }: Rules): boolean {
  const { findings, hints, leftovers, days, trend, hasTrainingCause } = reading;
  const isOnlySore =
    findings.some(({ id }) => id === ORDINARY) && findings.every(({ id }) => signs.signs.get(id)?.level === 0);
  const isFresh = (days === null || days <= PEAK_DAYS) && trend !== "worse" && trend !== "same";
  return isOnlySore && isFresh && hasTrainingCause && hints.length === 0 && leftovers.length === 0;
}

/**
 * What nobody could read: words about a body that no pattern reached and that the second reader does not know as
 * innocent, or, where it holds a warning possible, the text itself.
 */
function leftoversOf(opinion: Doubt | null, isDoubted: boolean, surer: number, { reading }: Inputs): readonly Quote[] {
  if (reading === null) return [];
  if (isDoubted || reading.isMostlyUnknown)
    return reading.leftovers.length > 0 ? reading.leftovers : reading.sentences.slice(0, 1);
  return opinion !== null && opinion.alarm < opinion.innocentBelow + surer ? [] : reading.leftovers;
}

type Guess = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

/**
 * What the second reader adds to the rules: it makes a sign of a hint, raises to level 1 and 2, and to level 3 together
 * with asking; it never lowers.
 */
function guessOf(opinion: Doubt | null, ruled: Verdict, { reading, answers }: Inputs, rules: Rules): Guess | null {
  const weights = rules.reading.secondReader;
  if (opinion === null || weights === null || reading === null) return null;
  // Whoever takes a sign back is not told of another one in its place.
  if ((answers.corrected ?? []).length > 0) return null;
  // Light-headed for seconds is weighed by the rules; the second reader sees only the word.
  const isWeighed = reading.findings.some(({ id }) => rules.signs.signs.get(id)?.level === 1);
  if (isOnlyDenied(reading)) return null;
  const guessed = guessedLevel(opinion, ruled.level, hintedLevel(reading, rules), weights);
  const isSettled = isWeighed || isPlainlyOrdinary(reading, rules);
  const level = guessed === 1 && isSettled ? ruled.level : guessed;
  const isSurelyEmergency = ruled.level === 3 && opinion.emergency >= weights.surelyEmergencyFrom;
  if (level <= ruled.level && !isSurelyEmergency) return null;
  const because = `the second reader, for ${opinion.because.map((word) => `"${word}"`).join(", ")}`;
  if (isSurelyEmergency) return { verdict: { level: 3, band: "emergency", because }, findings: [] };
  if (level === 1) return { verdict: { level, band: null, because }, findings: [] };
  const refused = new Set(answers.absent ?? []);
  const { signs } = rules.signs;
  const likely = [...reading.hints.map(({ id }) => id), opinion.sign].flatMap((id) => signs.get(id ?? "") ?? []);
  const open = likely.filter(({ id }) => !refused.has(id));
  // The person said no to all that this could be.
  if (open.length === 0 && likely.length > 0) return null;
  const sign = open.find((one) => one.level === level) ?? open.find((one) => one.level >= 2);
  const band = level === 3 ? urgentBand(opinion) : sign?.level === level ? sign.band : "prompt";
  const findings = sign === undefined ? [] : guessedFindings([sign, ...open], level, reading, opinion);
  return { verdict: { level, band, because }, findings };
}

function urgentBand({ emergency }: Opinion): Verdict["band"] {
  return emergency >= 0.5 ? "emergency" : "same-day";
}

function hintedLevel({ hints }: Reading, { signs }: Rules): Level {
  return hints.reduce<Level>((most, { id }) => {
    const level = signs.signs.get(id)?.level ?? 0;
    return level > most ? level : most;
  }, 0);
}

function guessedLevel(opinion: Opinion, ruled: Level, hinted: Level, weights: SecondReaderWeights): Level {
  const { alarm, urgent, watch } = opinion;
  if (hinted === 3 && urgent >= weights.hintUrgentFrom) return 3;
  const isHinted = hinted >= 2 && alarm >= weights.hintFrom;
  if (ruled === 2) return urgent >= weights.keepUrgentFrom ? 3 : 2;
  if (isHinted || alarm >= weights.raiseFrom) return urgent >= weights.urgentFrom ? 3 : 2;
  return watch >= weights.watchFrom ? 1 : 0;
}

/** The likeliest sign first, then what else was hinted at and is not unlikely; none that would be graver than the guess. */
function guessedFindings(
  [first, ...others]: readonly Sign[],
  level: Level,
  { findings, hints }: Reading,
  opinion: Opinion,
): readonly Finding[] {
  const isLikely = (sign: Sign): boolean =>
    sign.level >= 2 && sign.level <= level && opinion.chanceOf(sign.id) >= NOT_UNLIKELY;
  const ids = new Set([first?.id, ...others.filter(isLikely).map(({ id }) => id)]);
  return [...ids].flatMap((id): readonly Finding[] => {
    if (id === undefined || findings.some((one) => one.id === id)) return [];
    return [hints.find((one) => one.id === id) ?? { ...bare(id), certainty: "guess" }];
  });
}

function addTimeSigns(
  present: readonly Finding[],
  evidence: Evidence,
  verdict: Verdict,
  rules: Rules,
): readonly Finding[] {
  const young = new Set([...evidence.risks].filter((id) => id === "risk-under-18"));
  const alone = weigh({ ...evidence, signs: new Set(), risks: young }, rules.reading, rules.signs.signs);
  const known = new Set(present.map(({ id }) => id));
  const level = alone.level < verdict.level ? alone.level : verdict.level;
  return [
    ...present,
    ...signsOfTime(evidence, level)
      .filter((id) => !known.has(id))
      .map(bare),
  ];
}

function kindOf(
  level: Verdict["level"],
  findings: readonly Finding[],
  hasLeftovers: boolean,
  { reading, answers, earlier }: Inputs,
): AssessmentKind {
  if (findings.some(({ id }) => id === CRISIS)) return "crisis";
  if (level === 3) return "urgent";
  if (level === 2) return "see-someone";
  if (level === 1) return "watch";
  if (hasLeftovers) return "not-understood";
  const hasSymptom = findings.some(({ id }) => !NO_SYMPTOM.has(id)) || isDatedSoreness(reading);
  if (hasSymptom || answers.feels === "dull") return "ordinary";
  if (earlier?.hasLeftovers === true) return "not-understood";
  return reading !== null && !reading.hasWords ? "not-understood" : "nothing-reported";
}

/** "since yesterday" with training named is a plain timeline. */
function isDatedSoreness(reading: Reading | null): boolean {
  return reading !== null && reading.days !== null && reading.hasTrainingCause && !reading.isDatedByTraining;
}

function setAside({ reading, answers, earlier }: Inputs): readonly SetAside[] {
  const corrected = [...new Set([...(answers.corrected ?? []), ...(earlier?.corrected ?? [])])];
  const quoteOf = (id: string): SetAside["quote"] => reading?.findings.find((one) => one.id === id)?.quote ?? null;
  return [
    ...(reading?.ignored ?? []),
    ...corrected.map((id): SetAside => ({ id, quote: quoteOf(id), reason: "corrected" })),
  ];
}

function bySeriousness(findings: readonly Finding[], { signs }: Rules): readonly Finding[] {
  const rank = ({ id }: Finding): number => {
    const sign = signs.signs.get(id);
    if (sign === undefined) return 0;
    return sign.level * 10 + (sign.band === "emergency" || sign.band === "prompt" ? 5 : 0);
  };
  return [...findings].sort((a, b) => rank(b) - rank(a));
}
