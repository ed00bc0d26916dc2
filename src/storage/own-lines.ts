/** The most lines that a card of mine takes before or after its own. */
export const MOST_CARD_LINES = 5;

// What a line begins with: behind the marks of quotes and lists, Discord draws a heading too.
const MARKS = /^\s*(?:(?:>{1,3}|[-*+]|\d{1,9}[.)]|#{1,3})\s+)+(?=\S)/;
const HEADING = /#{1,3}\s+/g;

/**
 * Words as they stand on a card that may be a warning: one blank line at most between two others, and no headings, so
 * that they neither push away nor outshout what the card says. Every word of theirs stays.
 */
export function foldLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : line.replace(MARKS, (marks) => marks.replace(HEADING, ""))))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** What keeps folded words from standing on a card; null where nothing does. */
export function findLineFault(folded: string): string | null {
  const count = folded.split("\n").length;
  return count > MOST_CARD_LINES
    ? `has ${count} lines, counting blank ones between them, and may have ${MOST_CARD_LINES}`
    : null;
}

/** Folded words with everything beyond the last line that a card takes put onto that line. */
export function fitLines(folded: string): string {
  const lines = folded.split("\n");
  const last = lines.slice(MOST_CARD_LINES - 1).filter((line) => line !== "");
  const fitted = [...lines.slice(0, MOST_CARD_LINES - 1), ...(last.length === 0 ? [] : [last.join(" ")])];
  // A lone "#" becomes the mark of a heading by what is put behind it.
  return foldLines(fitted.join("\n"));
}
