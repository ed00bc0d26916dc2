import type { Thresholds } from "#src/knowledge/second-reader-weights.ts";
import type { Sign } from "#src/knowledge/signs.ts";
import type { Finding, Level } from "./assessment.ts";
import { bare } from "./gather.ts";
import { CRISIS, fearOf, type Heard, isHardlyASentence, isOfFewWords } from "./heard.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isOnlyDenied } from "./only-denied.ts";
import { isBarePain, isOwnBarePain, isPlainlyOrdinary, PEAK_DAYS } from "./ordinary.ts";
import type { Reading } from "./reading.ts";
import type { Verdict } from "./rules.ts";
import type { Opinion } from "./second-reader.ts";

/** A chance of a sign from which it is told beside a likelier one; a text whose likest sign has less is like none. */
export const NOT_UNLIKELY = 0.3;
const SURE = 0.9;
const ORDINARY = "ordinary-soreness";
const LONG_LASTING = "long-lasting-pain";
const WORSENING = "worsening-trend";

/** A level that the second reader gives, and its signs. */
export type Guess = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

/**
 * What the second reader adds to the rules: it makes a sign of a hint, raises to level 1 and 2, and to level 3 together
 * with asking; it never lowers. What it holds for nothing is in `doubtedWarnings`.
 */
export function guessOf(heard: Heard | null, ruled: Verdict, { reading, answers }: Inputs, rules: Rules): Guess | null {
  if (heard === null || reading === null) return null;
  const { opinion, thresholds } = heard;
  // Whoever takes a sign back is not told of another one in its place.
  if ((answers.corrected ?? []).length > 0) return null;
  // Light-headed for seconds is weighed by the rules; the second reader sees only the word.
  const isWeighed = reading.findings.some(({ id }) => rules.signs.signs.get(id)?.level === 1);
  if (isOnlyDenied(reading)) return null;
  const refused = new Set(answers.absent ?? []);
  if (isCrisis(heard, reading) && !refused.has(CRISIS)) return crisisOf(reading);
  // "i hate myself": people are asked about it, and not sent to an emergency that nothing names.
  if (opinion.sign === CRISIS && isUnread(reading) && isHardlyASentence(reading)) return null;
  const hinted = hintedLevel(reading, rules);
  const isNamed = opinion.sign !== null && opinion.chanceOf(opinion.sign) >= NOT_UNLIKELY;
  const likest = isNamed ? levelOf(opinion.sign, rules) : 0;
  const surer = thresholdsFor(Math.max(hinted, likest), reading, thresholds);
  const guessed = guessedLevel(opinion, ruled.level, hinted, surer);
  if (guessed >= 2 && isWeighedByTime(opinion, reading, rules)) return null;
  const isSettled = isWeighed || isPlainlyOrdinary(reading, rules);
  // Of a bare pain nobody knows yet what it is like.
  const ofRules = guessed >= 2 && ruled.level === 0 ? 1 : ruled.level;
  const isWeighedByRules = (guessed === 1 && isSettled) || (guessed >= 2 && isBarePain(reading));
  const byBoth = isWeighedByRules ? ofRules : guessed;
  const level = byBoth === 0 && isOwnBarePain(reading) ? 1 : byBoth;
  // Words that are not urgent themselves say nothing of how urgent an earlier answer was.
  const isHeardUrgent = opinion.urgent >= thresholds.keepUrgentFrom && opinion.alarm >= thresholds.raiseFrom;
  const isSurelyEmergency = ruled.level === 3 && isHeardUrgent && opinion.emergency >= thresholds.surelyEmergencyFrom;
  if (level <= ruled.level && !isSurelyEmergency) return null;
  const because = (): string => `the second reader, for ${opinion.because.map((word) => `"${word}"`).join(", ")}`;
  if (isSurelyEmergency) return { verdict: { level: 3, band: "emergency", because }, findings: [] };
  if (level === 1) return { verdict: { level, band: null, because }, findings: [] };
  const { signs } = rules.signs;
  const ids = [...reading.hints.map(({ id }) => id), ...(opinion.sign === CRISIS ? [] : [opinion.sign])];
  const likely = ids.flatMap((id) => signs.get(id ?? "") ?? []);
  const open = likely.filter(({ id }) => !refused.has(id));
  // The person said no to all that this could be.
  if (open.length === 0 && likely.length > 0) return null;
  const sign = open.find((one) => one.level === level) ?? open.find((one) => one.level >= 2);
  const band = level === 3 ? urgentBand(opinion) : sign?.level === level ? sign.band : "prompt";
  const findings = sign === undefined ? [] : guessedFindings([sign, ...open], level, reading, opinion);
  return { verdict: { level, band, because }, findings };
}

/** With fewer words, such as "is this serious", the second reader has too little to hear it by itself. */
const FEWEST_IN_CRISIS = 5;

/** Whoever wishes to die cannot be asked first, as somebody with any other sign can. */
function isCrisis({ opinion, thresholds }: Heard, { hints, marked }: Reading): boolean {
  const isTold = marked.tokens.length >= FEWEST_IN_CRISIS || hints.some(({ id }) => id === CRISIS);
  return isTold && fearOf(opinion) >= thresholds.crisisAlarmFrom && opinion.chanceOf(CRISIS) >= thresholds.crisisFrom;
}

function crisisOf({ hints }: Reading): Guess {
  const hint = hints.find(({ id }) => id === CRISIS) ?? { ...bare(CRISIS), certainty: "guess" as const };
  const because = (): string => "the second reader, for a wish to die";
  return { verdict: { level: 3, band: "emergency", because }, findings: [hint] };
}

function urgentBand({ emergency }: Opinion): Verdict["band"] {
  return emergency >= 0.5 ? "emergency" : "same-day";
}

/** The gravest level that a hint stands for. */
export function hintedLevel({ hints }: Reading, { signs }: Rules): Level {
  return hints.reduce<Level>((most, { id }) => {
    const level = signs.signs.get(id)?.level ?? 0;
    return level > most ? level : most;
  }, 0);
}

function guessedLevel(opinion: Opinion, ruled: Level, hinted: Level, thresholds: Thresholds): Level {
  const { alarm, urgent, watch } = opinion;
  if (hinted === 3 && urgent >= thresholds.hintUrgentFrom) return 3;
  const isHinted = hinted >= 2 && alarm >= thresholds.hintFrom;
  if (ruled === 2) return urgent >= thresholds.keepUrgentFrom ? 3 : 2;
  if (isHinted || alarm >= thresholds.raiseFrom) return urgent >= thresholds.urgentFrom ? 3 : 2;
  return watch >= thresholds.watchFrom ? 1 : 0;
}

function levelOf(sign: string | null, { signs }: Rules): Level {
  return signs.signs.get(sign ?? "")?.level ?? 0;
}

/**
 * Where nothing but its length could make a soreness a warning, and the length is sure, the table has weighed it; so it
 * has where a soreness only rises to its peak.
 */
function isWeighedByTime(
  opinion: Opinion,
  { findings, hints, leftovers, days, isFirmlyDated }: Reading,
  rules: Rules,
): boolean {
  const isOfTime = opinion.sign === LONG_LASTING || levelOf(opinion.sign, rules) < 2;
  const isRising = opinion.sign === WORSENING && days !== null && days <= PEAK_DAYS;
  const isOnlySore = findings.length > 0 && findings.every(({ id }) => id === ORDINARY);
  const isOnlyRising = [...findings, ...hints].every(({ id }) => id === ORDINARY || id === WORSENING);
  const isHinted = hints.some(({ id }) => opinion.chanceOf(id) >= NOT_UNLIKELY);
  const isOfTable = isFirmlyDated && isOfTime && isOnlySore && !isHinted;
  return leftovers.length === 0 && (isOfTable || (isRising && isOnlyRising));
}

/**
 * "i have a desk job": of 56 texts of up to five words that no pattern read anything in, and whose chance of a warning
 * lay between 0.5 and 0.9, 30 were harmless; such are asked about.
 */
function leastUnread(reading: Reading, { unreadRaiseFrom }: Thresholds): number {
  return isHardlyASentence(reading) ? Math.max(unreadRaiseFrom, SURE) : unreadRaiseFrom;
}

/** No pattern found or hinted at anything. */
function isUnread({ findings, hints }: Reading): boolean {
  return findings.length === 0 && hints.length === 0;
}

/**
 * A text that is like no urgent sign must be surer to be urgent, and one that is like no warning, such as "left shoulder
 * hurts", or that no pattern read anything in, surer to be a warning.
 *
 * @param level The gravest that a hint or the likest sign stands for.
 */
function thresholdsFor(level: number, reading: Reading, thresholds: Thresholds): Thresholds {
  const { raiseFrom, urgentFrom, keepUrgentFrom, mildUrgentFrom, unnamedRaiseFrom, unnamedUrgentFrom } = thresholds;
  const leastUrgent = Math.max(
    level === 3 ? 0 : level === 2 ? mildUrgentFrom : unnamedUrgentFrom,
    isUnread(reading) ? thresholds.unreadUrgentFrom : 0,
  );
  const leastRaise = Math.max(
    level >= 2 ? 0 : unnamedRaiseFrom,
    isUnread(reading) ? leastUnread(reading, thresholds) : 0,
  );
  return {
    ...thresholds,
    raiseFrom: Math.max(raiseFrom, leastRaise),
    urgentFrom: Math.max(urgentFrom, leastUrgent),
    keepUrgentFrom: Math.max(keepUrgentFrom, leastUrgent),
    hintUrgentFrom: thresholds[isOfFewWords(reading) ? "fewWordsUrgentFrom" : "hintUrgentFrom"],
  };
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
