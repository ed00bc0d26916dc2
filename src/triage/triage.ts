import type { Cause } from "#src/knowledge/cause.ts";
import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import { graverWithoutAsides, withoutAsides } from "./asides.ts";
import type { Answers, Assessment, Earlier } from "./assessment.ts";
import { askAboutClauses } from "./clause-alone.ts";
import { decide } from "./decide.ts";
import { hear } from "./heard.ts";
import type { Rules } from "./inputs.ts";
import { createReader, SYMPTOMS } from "./reading.ts";
import { createSecondReader } from "./second-reader.ts";
import { hearSentences } from "./sentence-alone.ts";
import { readerOfRest, readersOfSentences } from "./surer.ts";

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
  const ofSentences = secondReader === null ? null : readersOfSentences(secondReader);
  const rulesFeared = { ...rules, secondReader: ofSentences?.feared ?? null };
  const rulesUnfeared = { ...rules, secondReader: ofSentences?.unfeared ?? null };
  return {
    assess: ({ text, now, answers = {}, earlier = null }) => {
      const whole = text === null ? null : read(text, now);
      const inputs = { reading: whole, answers, earlier };
      const assessText = (words: string, by: Rules): Assessment => {
        const ofWords = { reading: read(words, now), answers, earlier };
        return decide(ofWords, by, hear(ofWords, by));
      };
      const heard = hear(inputs, rules);
      const assessment = decide(inputs, rules, heard);
      if (whole === null) return assessment;
      // Nothing is graver, or nothing is left to hear, so the rest of such a text needs no reading.
      const hearRest = heard === null || secondReader === null ? null : readerOfRest(secondReader, heard.opinion);
      const rest = assessment.level === 3 || hearRest === null ? null : withoutAsides(whole, signs);
      const ofRest = rest === null ? null : assessText(rest, { ...rules, secondReader: hearRest });
      const gravest = ofRest === null ? assessment : graverWithoutAsides(assessment, ofRest);
      const isFeared = heard !== null && heard.opinion.alarm >= heard.thresholds.believedFrom;
      const rulesAlone = isFeared ? rulesFeared : rulesUnfeared;
      const heardAll = hearSentences(gravest, whole, isFeared, signs, (sentence) => assessText(sentence, rulesAlone));
      return askAboutClauses(heardAll, whole, signs, {
        read: (clause) => read(clause, now),
        assess: (clause) => assessText(clause, rules),
      });
    },
    tellsOfBody: (text, now) => {
      const { findings, hints, ignored, leftovers, marked } = read(text, now);
      const isHeard = [findings, hints, ignored, leftovers].some(({ length }) => length > 0);
      return isHeard || SYMPTOMS.some((classId) => marked.has(classId));
    },
  };
}
