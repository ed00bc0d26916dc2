import { cleanWords } from "./clean-words.ts";

// Every sign that begins a mark, mention, link, list, heading or timestamp somewhere in Discord's Markdown.
const MARKDOWN = /[\\*_~`|<>[\](){}#+\-.:/@&!=$^]/g;
const LONGEST = 80;

/** Somebody's words between curly quotes, as plain text whatever they hold; empty if nothing readable is left. */
export function quoted(words: string): string {
  const clean = cleanWords(words, LONGEST);
  return clean === "" ? "" : `“${escapeMarkdown(clean)}”`;
}

/** Writes text so that Discord shows it letter by letter: no link, mention, heading, spoiler or timestamp comes of it. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN, "\\$&");
}

/** Takes back what escapeMarkdown added. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\*_~`|<>[\](){}#+\-.:/@&!=$^])/g, "$1");
}
