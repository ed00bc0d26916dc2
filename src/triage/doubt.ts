import type { Quote } from "./assessment.ts";
import { hintedLevel, NOT_UNLIKELY } from "./guess.ts";
import { CRISIS, fearOf, type Heard, isHardlyASentence } from "./heard.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isPlainlyOrdinary } from "./ordinary.ts";

const SURER_BY = 0.07;
/** A text that is less like its likeliest sign, as "should i see a doctor" is, is like none. */
const NAMED_FROM = 0.1;
/**
 * Of 43 bare hints that are feared less, such as "gazebo collapsed at the meet", in texts that the second reader had not
 * seen, none was a warning.
 */
const HARDLY_POSSIBLE = 0.0001;
/**
 * "which shower to choose": of 31 texts of up to five words without a hint of a wish to die and a chance of one between
 * 0.06 and 0.2, none was one.
 */
const UNHINTED_CRISIS_FROM = 0.2;
/** How much less sure the second reader need be to ask where a hint stands. */
const SOONER = 0.2;

/** Whether the second reader holds a warning possible, so that the person is asked. */
export function isPossible(heard: Heard | null, inputs: Inputs, rules: Rules): boolean {
  if (heard === null) return false;
  return (
    (isBareHint(inputs, rules) && fearOf(heard.opinion) >= HARDLY_POSSIBLE) ||
    mayBeCrisis(heard, inputs) ||
    heard.opinion.alarm >= askingFrom(heard.thresholds.askFrom, inputs, rules)
  );
}

/** A wish to die is often told in a few veiled words among others that fear nothing; where there are no others, less often. */
function mayBeCrisis({ opinion, thresholds }: Heard, { reading }: Inputs): boolean {
  const isUnhinted = reading !== null && isHardlyASentence(reading) && reading.hints.every(({ id }) => id !== CRISIS);
  const least = isUnhinted ? Math.max(thresholds.crisisAskFrom, UNHINTED_CRISIS_FROM) : thresholds.crisisAskFrom;
  return opinion.chanceOf(CRISIS) >= least;
}

/**
 * The sign that is asked about by name: the likeliest, or where all are unlikely one that is hinted at, if any; a wish to
 * die wherever it may be one, and nowhere else.
 */
export function doubtedSign(heard: Heard | null, inputs: Inputs): string | null {
  if (heard === null) return null;
  if (mayBeCrisis(heard, inputs)) return CRISIS;
  const { sign, chanceOf } = heard.opinion;
  const chance = sign === null || sign === CRISIS ? 0 : chanceOf(sign);
  if (chance >= NOT_UNLIKELY) return sign;
  const hinted = inputs.reading?.hints.find(({ id }) => id !== CRISIS)?.id ?? null;
  return hinted ?? (chance >= NAMED_FROM ? sign : null);
}

/** "passed out, rip": too little is said to hold it for a joke, nearly whatever the second reader makes of it. */
function isBareHint({ reading }: Inputs, rules: Rules): boolean {
  return reading !== null && isHardlyASentence(reading) && hintedLevel(reading, rules) === 3;
}

/** Whether it holds possible that what should be seen is urgent. */
export function mightBeUrgent(heard: Heard | null): boolean {
  return heard !== null && heard.opinion.urgent >= heard.thresholds.doubtUrgentFrom;
}

/** A hint of a warning that stands makes the second reader ask sooner. */
function askingFrom(askFrom: number, inputs: Inputs, rules: Rules): number {
  const isHinted = inputs.reading !== null && hintedLevel(inputs.reading, rules) >= 2;
  return (isHinted ? askFrom * SOONER : askFrom) + surerBy(inputs, rules);
}

/** Against evidence of something harmless the second reader must be surer before anybody is asked. */
function surerBy({ reading }: Inputs, rules: Rules): number {
  return reading !== null && (isPlainlyOrdinary(reading, rules) || reading.isOnlyLookAlike) ? SURER_BY : 0;
}

/**
 * What nobody could read: words about a body that no pattern reached and that the second reader does not know as
 * innocent, or, where it holds a warning possible, the text itself.
 */
export function leftoversOf(heard: Heard | null, isDoubted: boolean, inputs: Inputs, rules: Rules): readonly Quote[] {
  const { reading } = inputs;
  if (reading === null) return [];
  if (isDoubted || reading.isMostlyUnknown)
    return reading.leftovers.length > 0 ? reading.leftovers : reading.sentences.slice(0, 1);
  if (heard === null) return reading.leftovers;
  const { opinion, thresholds } = heard;
  // A complaint that it hears and that no pattern read, such as "my neck does a weird thing".
  const isUnread = opinion.watch >= thresholds.watchFrom && reading.findings.length === 0;
  const isInnocent = opinion.alarm < thresholds.innocentBelow + surerBy(inputs, rules) && !isUnread;
  return isInnocent ? [] : reading.leftovers;
}
