/** How hard a text is to read: its longest sentence and the average, in words. */
export type ReadingLength = { readonly average: number; readonly longest: number; readonly longestSentence: string };

/** What a text may ask of its reader. */
export type ReadingLimit = { readonly average: number; readonly longest: number };

// The NHS style guide asks for a reading age of 9 to 11, in practice sentences of under 15 words.
export const ARTICLE_READING: ReadingLimit = { average: 13, longest: 24 };
// Somebody frightened or in pain reads these, so they are shorter still.
export const ADVICE_READING: ReadingLimit = { average: 11, longest: 18 };

/** Measures the sentences of a Markdown text; each list item is at least one sentence. */
export function readingLength(markdown: string): ReadingLength {
  const counted = sentencesOf(markdown).map((sentence) => ({ sentence, words: sentence.split(/\s+/).length }));
  const longest = counted.reduce((most, one) => (one.words > most.words ? one : most), { sentence: "", words: 0 });
  const total = counted.reduce((sum, one) => sum + one.words, 0);
  return {
    average: counted.length === 0 ? 0 : total / counted.length,
    longest: longest.words,
    longestSentence: longest.sentence,
  };
}

/** Says in the author's words why a text is too hard to read, or null if it is not. */
export function readingProblem(markdown: string, limit: ReadingLimit): string | null {
  const { average, longest, longestSentence } = readingLength(markdown);
  if (longest > limit.longest) {
    return `has a sentence of ${longest} words (at most ${limit.longest}): "${longestSentence.slice(0, 60)}..."`;
  }
  if (average > limit.average) {
    return `has ${average.toFixed(1)} words a sentence on average (at most ${limit.average})`;
  }
  return null;
}

function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .flatMap((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, "")
        .replace(/[*_`#>]/g, "")
        .split(/(?<=[.!?:;])["”)]?\s+/),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
