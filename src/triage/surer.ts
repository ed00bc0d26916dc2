import { CRISIS, fearOf } from "./heard.ts";
import type { Opinion, SecondReader } from "./second-reader.ts";

/** How many times less doubt is left to a sentence that is read alone. */
const SURER = 60;
/** In a text that is not feared, what a pattern decides in one sentence must be feared as much as this. */
const BELIEVED_FROM = 0.6;
/** More than any chance. */
const NEVER = 2;

/** A text that is feared less than this is calm. */
const CALM_BELOW = 0.1;
/** What is left of a text without its asides, and that no pattern read anything in, must be feared so much to raise. */
const LEFT_FROM = 0.75;
/** What is left of a calm text must be feared so much to be asked about. */
const CALM_ASK_FROM = 0.3;
/** In a text where a wish to die is less likely than this, what is left must sound like one as much as that. */
const CRISIS_AT_ALL = 0.01;
const LEFT_CRISIS_FROM = 0.15;
const LEFT_SURE_CRISIS_FROM = 0.85;

/**
 * The second reader as it hears what is left of a text without its asides.
 *
 * Of what is left of a calm text, and that no pattern read anything in, people are only asked: of 50 such texts that it
 * would have raised ("pecs tender to poke, pushup challenge") none was a warning. The few words that are left of "doms
 * in the hamstrings, going away already" must sound more like a wish to die than a whole text.
 */
export function readerOfRest({ hear, thresholds }: SecondReader, whole: Opinion): SecondReader {
  const isCalm = fearOf(whole) < CALM_BELOW;
  const mayBeCrisis = whole.chanceOf(CRISIS) >= CRISIS_AT_ALL;
  return {
    hear,
    thresholds: {
      ...thresholds,
      unreadRaiseFrom: isCalm ? NEVER : Math.max(thresholds.unreadRaiseFrom, LEFT_FROM),
      askFrom: isCalm ? Math.max(thresholds.askFrom, CALM_ASK_FROM) : thresholds.askFrom,
      crisisFrom: mayBeCrisis ? thresholds.crisisFrom : Math.max(thresholds.crisisFrom, LEFT_SURE_CRISIS_FROM),
      crisisAskFrom: mayBeCrisis ? thresholds.crisisAskFrom : Math.max(thresholds.crisisAskFrom, LEFT_CRISIS_FROM),
    },
  };
}

/** The second reader as it hears single sentences, of a text that is feared, and of one that is not at all. */
export type SentenceReaders = { readonly feared: SecondReader; readonly unfeared: SecondReader };

/**
 * A sentence that is torn from its text says less for sure, so the second reader must be surer before it raises; where
 * the whole text is not feared it raises nothing.
 */
export function readersOfSentences(secondReader: SecondReader): SentenceReaders {
  const feared = surer(secondReader);
  const unfeared = {
    ...feared.thresholds,
    believedFrom: BELIEVED_FROM,
    raiseFrom: NEVER,
    hintFrom: NEVER,
    unnamedRaiseFrom: NEVER,
    twoUrgentFrom: NEVER,
    crisisFrom: NEVER,
    keepUrgentFrom: NEVER,
    hintUrgentFrom: NEVER,
    fewWordsUrgentFrom: NEVER,
    // Nor does a length of time count: in such a text it is that of a habit.
    askFrom: NEVER,
    complaintFrom: NEVER,
    lastingFrom: NEVER,
  };
  return { feared, unfeared: { hear: secondReader.hear, thresholds: unfeared } };
}

/** What raises, makes urgent or lets a hint stand. */
const RAISING = [
  "raiseFrom",
  "hintFrom",
  "secondedFrom",
  "secondedAlarmFrom",
  "fewWordsAlarmFrom",
  "twoUrgentFrom",
  "urgentFrom",
  "mildUrgentFrom",
  "unnamedRaiseFrom",
  "unnamedUrgentFrom",
  "unreadRaiseFrom",
  "unreadUrgentFrom",
  "crisisFrom",
  "crisisAlarmFrom",
  "keepUrgentFrom",
  "hintUrgentFrom",
  "fewWordsUrgentFrom",
] as const;

function surer({ hear, thresholds }: SecondReader): SecondReader {
  const more = (threshold: number): number => 1 - (1 - threshold) / SURER;
  const raised = Object.fromEntries(RAISING.map((name) => [name, more(thresholds[name])]));
  return { hear, thresholds: { ...thresholds, ...raised } };
}
