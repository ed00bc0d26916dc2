// Leaves room in Discord's 4,000 characters for a heading and notes.
const LONGEST_PAGE = 2800;

/** Puts lines on as few pages as a card's length needs; a line is never cut in two. */
export function pageTexts(lines: readonly string[], between = "\n"): string[] {
  const pages: string[] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + between.length + line.length <= LONGEST_PAGE) {
      pages[pages.length - 1] = last + between + line;
    } else pages.push(line);
  }
  return pages;
}

/** The page with a number, or the nearest there is. */
export function pageOf(pages: readonly string[], wanted: number): { readonly index: number; readonly text: string } {
  const whole = Number.isInteger(wanted) ? wanted : 0;
  const index = Math.min(Math.max(0, whole), Math.max(0, pages.length - 1));
  return { index, text: pages[index] ?? "" };
}
