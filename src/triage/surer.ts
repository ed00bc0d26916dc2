import type { SecondReader } from "./second-reader.ts";

/** How many times less doubt is left to a sentence that is read alone. */
const SURER = 90;
/** In a text that is not feared, what a pattern decides in one sentence must be feared as much as this. */
const BELIEVED_FROM = 0.6;
/** More than any chance. */
const NEVER = 2;

/** What is left of a text without its asides, and that no pattern read anything in, must be feared so much to raise. */
const LEFT_FROM = 0.75;

/** What is left of a calm text must be feared so much to be asked about. */
const CALM_ASK_FROM = 0.3;

/** The second reader as it hears what is left of a text: of one that it fears a little, and of one that it does not. */
export type RestReaders = { readonly feared: SecondReader; readonly calm: SecondReader };

/**
 * Of what is left of a calm text, and that no pattern read anything in, people are only asked: of 50 such texts that it
 * would have raised ("pecs tender to poke, pushup challenge") none was a warning.
 */
export function readersOfRest({ hear, thresholds }: SecondReader): RestReaders {
  const unreadRaiseFrom = Math.max(thresholds.unreadRaiseFrom, LEFT_FROM);
  return {
    feared: { hear, thresholds: { ...thresholds, unreadRaiseFrom } },
    calm: {
      hear,
      thresholds: { ...thresholds, unreadRaiseFrom: NEVER, askFrom: Math.max(thresholds.askFrom, CALM_ASK_FROM) },
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
