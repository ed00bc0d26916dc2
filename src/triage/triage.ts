import type { Cause } from "#src/knowledge/cause.ts";
import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Answers, Assessment, Earlier } from "./assessment.ts";
import { decide } from "./decide.ts";
import { createReader, SYMPTOMS } from "./reading.ts";
import { createSecondReader, type SecondReader } from "./second-reader.ts";
import { hearSentences } from "./sentence-alone.ts";

/** What one decision is made from; `text` is null when nothing was written, and `now` dates words like "since Tuesday". */
export type TriageInput = {
  readonly text: string | null;
  readonly now: Date;
  readonly answers?: Answers;
  readonly earlier?: Earlier;
};

/** Reads a description and answers, and decides. Pure: the same input gives the same assessment. */
export type Triage = {
  assess(input: TriageInput): Assessment;
  /** Whether the words tell of a body: a sign, a hint of one, set aside or not, a symptom, or what nobody could read. */
  tellsOfBody(text: string, now: Date): boolean;
};

/** What triage is built from, all of it content. */
export type TriageContent = {
  readonly signs: SignCatalogue;
  readonly reading: ReadingContent;
  readonly causes: Iterable<Cause>;
};

/**
 * Builds triage from the content once.
 *
 * @throws Error naming the sign whose pattern names an unknown word class.
 */
export function createTriage({ signs, reading, causes }: TriageContent): Triage {
  const read = createReader(reading, causes);
  const secondReader = reading.secondReader === null ? null : createSecondReader(reading.secondReader);
  const rules = { signs, reading, secondReader };
  const rulesAlone = { ...rules, secondReader: secondReader === null ? null : surer(secondReader) };
  return {
    assess: ({ text, now, answers = {}, earlier = null }) => {
      const whole = text === null ? null : read(text, now);
      const assessment = decide({ reading: whole, answers, earlier }, rules);
      if (whole === null) return assessment;
      const alone = (sentence: string) => decide({ reading: read(sentence, now), answers, earlier }, rulesAlone);
      return hearSentences(assessment, whole, signs, alone);
    },
    tellsOfBody: (text, now) => {
      const { findings, hints, ignored, leftovers, marked } = read(text, now);
      const isHeard = [findings, hints, ignored, leftovers].some(({ length }) => length > 0);
      return isHeard || SYMPTOMS.some((classId) => marked.has(classId));
    },
  };
}

/** How much less doubt is left to a sentence that is read alone. */
const SURER = 150;

/** A sentence torn from its text says less for sure: the second reader needs to be surer before it raises. */
function surer({ hear, thresholds }: SecondReader): SecondReader {
  const more = (threshold: number): number => 1 - (1 - threshold) / SURER;
  return {
    hear,
    thresholds: {
      ...thresholds,
      raiseFrom: more(thresholds.raiseFrom),
      hintFrom: more(thresholds.hintFrom),
      secondedFrom: more(thresholds.secondedFrom),
      secondedAlarmFrom: more(thresholds.secondedAlarmFrom),
      urgentFrom: more(thresholds.urgentFrom),
      mildUrgentFrom: more(thresholds.mildUrgentFrom),
      unnamedRaiseFrom: more(thresholds.unnamedRaiseFrom),
      unnamedUrgentFrom: more(thresholds.unnamedUrgentFrom),
      keepUrgentFrom: more(thresholds.keepUrgentFrom),
      hintUrgentFrom: more(thresholds.hintUrgentFrom),
    },
  };
}
