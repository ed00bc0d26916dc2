import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Finding, Quote } from "./assessment.ts";
import type { Reading } from "./reading.ts";

/** So many of the sentences with a hint are read alone; whoever writes more has said it before. */
const MOST_SENTENCES = 12;
/** A shorter text the second reader weighs as well as a sentence of it, and what it leaves out then is mostly innocent. */
const FEWEST_WORDS = 40;

/**
 * Holds the sentences that hint at something graver against the whole text, and keeps the graver decision.
 *
 * A second reader that weighs a long text lets much innocent talk outweigh "and my speech is slurred"; alone, that
 * sentence is heard.
 */
export function hearSentences(
  whole: Assessment,
  { sentences, hints, marked }: Reading,
  { signs }: SignCatalogue,
  assessAlone: (sentence: string) => Assessment,
): Assessment {
  const isShort = sentences.length < 2 || marked.tokens.length < FEWEST_WORDS;
  if (isShort || whole.level === 3 || whole.subject === "other") return whole;
  const least = Math.max(2, whole.level + 1);
  const graver = hints.filter(({ id }) => (signs.get(id)?.level ?? 0) >= least);
  return sentences
    .filter((sentence) => graver.some(({ quote }) => quote !== null && contains(sentence, quote)))
    .slice(-MOST_SENTENCES)
    .map((sentence) => shifted(assessAlone(sentence.text), sentence.start))
    .reduce(
      (gravest, alone) => (alone.level > gravest.level && alone.level >= 2 ? joined(gravest, alone) : gravest),
      whole,
    );
}

function contains(sentence: Quote, { start, end }: Quote): boolean {
  return sentence.start <= start && end <= sentence.end;
}

function joined(whole: Assessment, alone: Assessment): Assessment {
  const { kind, level, band, decidedBy } = alone;
  const known = new Set(alone.findings.map(({ id }) => id));
  const findings = [...alone.findings, ...whole.findings.filter(({ id }) => !known.has(id))];
  const questions = alone.questions.length > 0 ? alone.questions : whole.questions;
  return { ...whole, kind, level, band, decidedBy, findings, questions, asks: questions.length > 0 };
}

/** Quotes of a sentence, told as places in the whole text. */
function shifted(alone: Assessment, by: number): Assessment {
  const move = (one: Finding): Finding =>
    one.quote === null
      ? one
      : { ...one, quote: { ...one.quote, start: one.quote.start + by, end: one.quote.end + by } };
  return { ...alone, findings: alone.findings.map(move) };
}
