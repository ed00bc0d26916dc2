import { markdownEngine, rules as published } from "@odiffey/discord-markdown";

type Capture = { readonly [index: number]: string };
type State = { readonly prevCapture: Capture | null };

const isAtLineStart = ({ prevCapture }: State) => prevCapture === null || (prevCapture[0] ?? "").endsWith("\n");
const lineRule = (pattern: RegExp) => (source: string, state: State) =>
  isAtLineStart(state) ? pattern.exec(source) : null;

/** Makes a parser from rules. */
export const parserFor = markdownEngine.parserFor as unknown as (
  from: unknown,
) => (text: string, state: { inline: boolean }) => unknown;

/** The package's rules, with headings and small print recognised after a quote too, as Discord does. */
export const rules = {
  ...published,
  heading: { ...published.heading, match: lineRule(/^(#{1,3}) +([^\n]+?)(\n|$)/) },
  footnote: { ...published.footnote, match: lineRule(/^-# +([^\n]+?)(\n|$)/) },
};
