import type { Assessment, Quote, SetAside, SetAsideReason } from "#src/triage/assessment.ts";
import type { TextPart } from "./card.ts";
import { durationWords, TREND_WORDS } from "./course-words.ts";
import { intimateWords, isIntimate, mayBeCrisis, overlaps, WANTS_TO_DIE } from "./intimate.ts";
import { quoted } from "./quoted-words.ts";
import { type Quoting, UNREAD_ID } from "./said.ts";

const MOST_NAMED = 3;

const REASONS: Readonly<Record<SetAsideReason, string>> = {
  negated: "you said it is not there",
  past: "past and gone",
  "somebody-else": "somebody else's",
  hypothetical: "only a what-if",
  question: "you asked about it",
  "look-alike": "it means something else here",
  doubted: "I'm not sure that you mean a body",
  corrected: "you corrected this",
};

/** Tells in small lines how the words were read: what was not, what was repaired, what does not count and why. */
export function explanationParts(assessment: Assessment, quoting: Quoting): TextPart[] {
  const parts: TextPart[] = [
    { ...unreadPart(assessment, quoting), spare: 1 },
    { text: understoodLine(assessment), spare: 4 },
    { text: repairedLine(assessment, quoting), spare: 3 },
    { text: setAsideLine(assessment, quoting), spare: 2 },
  ];
  return parts.filter(({ text }) => text !== "");
}

function unreadPart(assessment: Assessment, quoting: Quoting): TextPart {
  const unread = unreadWords(assessment, quoting);
  if (unread === null) return { text: "" };
  if (unread.length === 0) return { text: "Some of your words I couldn't quite read." };
  return { text: `I couldn't quite read ${unread.join(" or ")}.`, id: UNREAD_ID };
}

/** The words that nobody could read, as far as they may be shown; null where everything could be read. */
export function unreadWords(assessment: Assessment, quoting: Quoting): string[] | null {
  const guesses = assessment.findings.filter(({ certainty }) => certainty === "guess");
  const left = [...assessment.leftovers, ...guesses.flatMap(({ quote }) => (quote === null ? [] : [quote]))];
  const texts = [...quoting.words.unread, ...left.map(({ text }) => text)];
  if (texts.length === 0) return null;
  // What nobody could read may be intimate, so in public it stays out wherever anything intimate was said.
  const speaksFreely = quoting.visibility === "private" || !hasIntimate(assessment, quoting);
  return speaksFreely && !mayBeCrisis(assessment) ? unique(texts.map(quoted)).slice(0, MOST_NAMED) : [];
}

/** Whether anything intimate was said, counted or not, or is asked about. */
export function hasIntimate(
  { findings, risks, ignored, questions }: Assessment,
  { signs }: Pick<Quoting, "signs">,
): boolean {
  const ids = [...findings, ...risks, ...ignored].map(({ id }) => id);
  const asked = questions.flatMap((one) => (one.kind === "sign" ? [one.signId] : []));
  return [...ids, ...asked].some((id) => isIntimate(id, signs));
}

function understoodLine({ durationDays, trend }: Assessment): string {
  const parts = [durationDays === null ? "" : durationWords(durationDays), trend === null ? "" : TREND_WORDS[trend]];
  const known = parts.filter((part) => part !== "");
  return known.length === 0 ? "" : `-# I took it as: ${known.join(", ")}.`;
}

function repairedLine(assessment: Assessment, quoting: Quoting): string {
  const findings = [...assessment.findings, ...assessment.risks].filter(
    ({ id, quote }) => mayBeNamed(id, quoting) && mayBeQuoted(quote, assessment, quoting),
  );
  const repairs = findings.flatMap(({ repaired }) => repaired);
  const pairs = unique(repairs.map(({ written, read }) => `${quoted(written)} as ${quoted(read)}`));
  return pairs.length === 0 ? "" : `-# I read ${pairs.slice(0, MOST_NAMED).join(", ")}.`;
}

function setAsideLine(assessment: Assessment, quoting: Quoting): string {
  const items = shownSetAside(assessment, quoting).map(({ words, reason }) => `${words} (${REASONS[reason]})`);
  return items.length === 0 ? "" : `-# I set aside: ${items.join(", ")}.`;
}

/** What was seen and does not count, in the person's words, as far as it may be shown; each only once. */
export function shownSetAside(
  assessment: Assessment,
  quoting: Quoting,
): { readonly words: string; readonly reason: SetAsideReason }[] {
  const shown = assessment.ignored
    .filter(({ id, quote }) => mayBeNamed(id, quoting) && mayBeQuoted(quote, assessment, quoting))
    .map((one) => ({ words: setAsideWords(one, quoting), reason: one.reason }));
  const isFirst = ({ words, reason }: (typeof shown)[number], index: number) =>
    shown.findIndex((other) => other.words === words && other.reason === reason) === index;
  return shown.filter(isFirst).slice(0, MOST_NAMED);
}

function setAsideWords({ id, quote }: SetAside, { signs: { signs, risks } }: Quoting): string {
  const words = quote === null ? "" : quoted(quote.text);
  return words === "" ? ((signs.get(id) ?? risks.get(id))?.title ?? id) : words;
}

function mayBeNamed(id: string, { signs, visibility }: Quoting): boolean {
  return id !== WANTS_TO_DIE && (visibility === "private" || !isIntimate(id, signs));
}

function mayBeQuoted(quote: Quote | null, assessment: Assessment, { signs, visibility }: Quoting): boolean {
  if (quote === null || visibility === "private") return true;
  return !intimateWords(assessment, signs).some((one) => overlaps(one, quote));
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].filter((item) => item !== "");
}
