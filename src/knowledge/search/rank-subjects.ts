import { createPhraseIndex } from "./phrase-index.ts";
import { createSearchIndex } from "./search-index.ts";
import { learnSubjects } from "./subject-model.ts";
import type { Subject } from "./subjects.ts";
import type { Term, TermReader } from "./term-reader.ts";
import { createTermWeights, type TermWeights } from "./term-weights.ts";

/** A subject with what speaks for it; the highest score is the likeliest. */
export type Ranked = {
  readonly subject: Subject;
  readonly score: number;
  /** How close its nearest phrase comes, from 0 to 1. */
  readonly closeness: number;
  /** How likely it is by what the content teaches, from 0 to 1. */
  readonly likelihood: number;
};

export type Ranking = {
  readonly weightOf: TermWeights;
  /** Every subject, the likeliest for a question's terms first. */
  rank(terms: readonly Term[]): Ranked[];
  /** The share of the terms that a subject knows, from 0 to 1; words of another subject count heavily. */
  coverageOf(subject: Subject, terms: readonly Term[]): number;
};

// Three witnesses: what the examples teach, the nearest phrases, and the full-text score against the best one's.
// The weights were set by leaving questions of the content out in turns, never on the questions that measure.
const LIKELIHOOD = 10;
const CLOSENESS = [1, 0.2, 0.1];
const FULL_TEXT = 0.4;
// Terms that most subjects hold would only slow the full-text search down.
const TELLING = 0.5;

// What is learnt from a sentence of an answer, or a single word, against what is learnt from a question.
const BODY_LESSON = 0.5;
// How much heavier a word weighs that belongs to another subject alone.
const FOREIGN = 12;

/** Builds the index and the model over all subjects. */
export function createRanking(
  subjects: readonly Subject[],
  read: TermReader,
  isCommon: (term: string) => boolean,
): Ranking {
  const pages = subjects.map(({ id, names, asked, body }) => ({
    subject: id,
    names: names.map((text) => keyTerms(read(text))),
    asked: asked.map((text) => keyTerms(read(text))),
    body: body.map((text) => keyTerms(read(text))),
  }));
  const termsOf = pages.map(({ names, asked, body }) => new Set([...names, ...asked, ...body].flat()));
  const weightOf = createTermWeights(termsOf, isCommon);
  const fullText = createSearchIndex(
    pages.map(({ subject, names, asked, body }) => ({
      subject,
      names: names.flat(),
      asked: asked.flat(),
      body: body.flat(),
    })),
  );
  const phrases = createPhraseIndex(
    pages.flatMap(({ subject, names, asked, body }) =>
      [...names, ...asked, ...body].filter((terms) => terms.length > 0).map((terms) => ({ subject, terms })),
    ),
    weightOf,
  );
  const model = learnSubjects(
    subjects.flatMap(({ id, names, asked, body }) => [
      ...[...names, ...asked].map((text) => ({ subject: id, terms: read(text), weight: 1 })),
      ...body.map((text) => ({ subject: id, terms: read(text), weight: BODY_LESSON })),
    ]),
  );
  const foreign = foreignTerms(subjects, read);

  const rank: Ranking["rank"] = (terms) => {
    const keys = keyTerms(terms);
    const scores = fullText.scoresOf(keys.filter((term) => weightOf(term) > TELLING));
    const best = Math.max(...scores.values(), Number.EPSILON);
    const near = phrases.closenessOf(keys);
    const likelihoods = model.guess(terms);
    const ranked = subjects.map((subject): Ranked => {
      const closeness = near.get(subject.id) ?? [];
      const likelihood = likelihoods.get(subject.id) ?? 0;
      const nearness = CLOSENESS.reduce((sum, weight, nth) => sum + weight * (closeness[nth] ?? 0), 0);
      const score = LIKELIHOOD * likelihood + nearness + (FULL_TEXT * (scores.get(subject.id) ?? 0)) / best;
      return { subject, score, closeness: closeness[0] ?? 0, likelihood };
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
  const coverageOf: Ranking["coverageOf"] = (subject, terms) => {
    const own = termsOf[subjects.indexOf(subject)] ?? new Set();
    const weigh = (term: string) => weightOf(term) * (foreign.has(term) && !own.has(term) ? FOREIGN : 1);
    const sum = (some: readonly string[]) => some.reduce((total, term) => total + weigh(term), 0);
    const keys = keyTerms(terms);
    return keys.length === 0 ? 0 : sum(keys.filter((term) => own.has(term))) / sum(keys);
  };
  return { weightOf, rank, coverageOf };
}

/** The terms that say something, each once. */
export function keyTerms(terms: readonly Term[]): string[] {
  return [...new Set(terms.filter(({ isSmall }) => !isSmall).map(({ text }) => text))];
}

function foreignTerms(subjects: readonly Subject[], read: TermReader): ReadonlySet<string> {
  const words = subjects.filter(({ isCovered }) => !isCovered).flatMap(({ body }) => body.map((word) => read(word)));
  return new Set(words.filter(({ length }) => length === 1).flatMap(keyTerms));
}
