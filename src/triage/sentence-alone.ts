import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Finding, Quote } from "./assessment.ts";
import { WRITER } from "./context.ts";
import type { Reading } from "./reading.ts";

/** So many of the sentences with a hint are read alone; whoever writes more has said it before. */
const MOST_SENTENCES = 12;

/**
 * Holds the sentences that hint at something graver against the whole text, and keeps the graver decision.
 *
 * A second reader that weighs a whole text lets much innocent talk outweigh "and my speech is slurred"; alone, that
 * sentence is heard. Of a text that is not feared only what is told of oneself: the rest is of a film, an exam or a poster.
 */
export function hearSentences(
  whole: Assessment,
  { sentences, findings, hints, marked }: Reading,
  isFeared: boolean,
  { signs }: SignCatalogue,
  assessAlone: (sentence: string) => Assessment,
): Assessment {
  if (whole.level === 3 || sentences.length < 2) return whole;
  const least = Math.max(2, whole.level + 1);
  // What was found and is graver than the decision is what the second reader held for nothing.
  const graver = [...findings, ...hints].filter(({ id }) => (signs.get(id)?.level ?? 0) >= least);
  const ofWriter = new Set(marked.tokens.flatMap(({ norm }, i) => (WRITER.has(norm) ? [marked.sentence[i]] : [])));
  return (
    sentences
      .filter((_, number) => isFeared || ofWriter.has(number))
      .filter((sentence) => graver.some(({ quote }) => quote !== null && touches(sentence, quote)))
      .slice(-MOST_SENTENCES)
      .map((sentence) => shifted(assessAlone(sentence.text), sentence.start))
      // Of somebody else the whole text tells more than "she can hardly walk".
      .filter(({ subject }) => whole.subject === "self" || subject === "self")
      .reduce(
        (gravest, alone) => (alone.level > gravest.level && alone.level >= 2 ? joined(gravest, alone) : gravest),
        whole,
      )
  );
}

/** A hint may reach into the next sentence, though one of them tells it all. */
function touches(sentence: Quote, { start, end }: Quote): boolean {
  return start < sentence.end && sentence.start < end;
}

function joined(whole: Assessment, alone: Assessment): Assessment {
  const { kind, level, band, decidedBy, subject } = alone;
  const known = new Set(alone.findings.map(({ id }) => id));
  const others = whole.subject === subject ? whole.findings : [];
  const findings = [...alone.findings, ...others.filter(({ id }) => !known.has(id))];
  const questions = alone.questions.length > 0 ? alone.questions : whole.questions;
  const ignored = whole.ignored.filter(({ id }) => !known.has(id));
  return { ...whole, kind, level, band, decidedBy, subject, findings, ignored, questions, asks: questions.length > 0 };
}

/** Quotes of a sentence, told as places in the whole text. */
function shifted(alone: Assessment, by: number): Assessment {
  const move = (one: Finding): Finding =>
    one.quote === null
      ? one
      : { ...one, quote: { ...one.quote, start: one.quote.start + by, end: one.quote.end + by } };
  return { ...alone, findings: alone.findings.map(move) };
}
