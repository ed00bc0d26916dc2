// Leaves room in Discord's 4,000 characters for a heading and notes.
const LONGEST_PAGE = 2800;

/** Puts lines on as few pages as a card's length needs; a line is never cut in two. */
export function pageTexts(lines: readonly string[]): string[] {
  return pageItems(lines, { textOf: (line) => line, between: "\n", most: Number.POSITIVE_INFINITY }).map(
    ({ text }) => text,
  );
}

/** A page of a list: what stands on it, and its text. */
export type Page<Item> = { readonly items: readonly Item[]; readonly text: string };

/** Puts items on as few pages as a card's length and the most items a page allow. */
export function pageItems<Item>(
  items: readonly Item[],
  { textOf, between, most }: { textOf: (item: Item) => string; between: string; most: number },
): Page<Item>[] {
  const pages: Page<Item>[] = [];
  for (const item of items) {
    const text = textOf(item);
    const last = pages.at(-1);
    const fits = last !== undefined && last.items.length < most;
    if (fits && last.text.length + between.length + text.length <= LONGEST_PAGE) {
      pages[pages.length - 1] = { items: [...last.items, item], text: last.text + between + text };
    } else pages.push({ items: [item], text });
  }
  return pages;
}

/** The page with a number, or the nearest there is. */
export function pageOf(pages: readonly string[], wanted: number): { readonly index: number; readonly text: string } {
  const index = nearestPage(pages.length, wanted);
  return { index, text: pages[index] ?? "" };
}

/** The number of a page that there is, nearest to the wanted one. */
export function nearestPage(count: number, wanted: number): number {
  const whole = Number.isInteger(wanted) ? wanted : 0;
  return Math.min(Math.max(0, whole), Math.max(0, count - 1));
}
