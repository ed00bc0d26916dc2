import { createPhraseIndex } from "./phrase-index.ts";
import type { SearchContent } from "./search-content.ts";
import type { Subject } from "./subjects.ts";
import type { Term, TermReader } from "./term-reader.ts";
import type { TermWeights } from "./term-weights.ts";

/** Finds the line of a section's "not given" that a question is after, or null. */
export type MissingFinder = (sectionId: string, question: readonly Term[]) => string | null;

// How close a question must come to one that is known to be after a line; 1 is the same words.
const CLOSE_ENOUGH = 0.57;
// Here small words count a little: "when to see a doctor" is answered, "which doctor to see" is not.
const SMALL_WORD = 0.5;
const SMALL_MARK = "~";
const ANSWERED = "";

/**
 * Builds the finder. A question is after a line if it comes closer to one of the questions after that line than to
 * any other question of the section.
 */
export function createMissingFinder(
  subjects: readonly Subject[],
  { missing }: SearchContent,
  { read, weightOf }: { readonly read: TermReader; readonly weightOf: TermWeights },
): MissingFinder {
  const weigh: TermWeights = (word) => (word.startsWith(SMALL_MARK) ? SMALL_WORD : weightOf(word));
  const indexes = new Map(
    subjects.map(({ id, names, asked }) => {
      const lines = missing.get(id) ?? new Map<string, readonly string[]>();
      const phrase = (line: string) => (text: string) => ({ subject: line, terms: wordsOf(read(text)) });
      const after = [...lines].flatMap(([line, questions]) => [line, ...questions].map(phrase(line)));
      const others = [...names, ...asked].map(phrase(ANSWERED));
      return [id, createPhraseIndex([...after, ...others], weigh)] as const;
    }),
  );
  return (sectionId, question) => {
    const near = indexes.get(sectionId)?.closenessOf(wordsOf(question)) ?? new Map<string, readonly number[]>();
    const rated = [...near].map(([line, closeness]) => ({ line, closeness: closeness[0] ?? 0 }));
    // On a tie a line comes first: many questions stand in both lists.
    const best = rated.sort((a, b) => b.closeness - a.closeness || b.line.length - a.line.length)[0];
    if (best === undefined || best.line === ANSWERED || best.closeness < CLOSE_ENOUGH) return null;
    return best.line;
  };
}

function wordsOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.map(({ text, isSmall }) => (isSmall ? `${SMALL_MARK}${text}` : text)))];
}
