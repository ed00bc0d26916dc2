import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Finding } from "#src/triage/assessment.ts";
import { intimateWords, isIntimate, overlaps, WANTS_TO_DIE } from "./intimate.ts";
import type { Visibility } from "./place.ts";
import { quoted, unescapeMarkdown } from "./quoted-words.ts";

/** The component id of the text that quotes what was read; every click brings the card along, and so the words. */
export const SAID_ID = 1001;
/** The component id of the text that quotes what nobody could read. */
export const UNREAD_ID = 1002;

// More bullets are not read, says the research behind the warning cards.
const MOST_ITEMS = 5;
const QUOTED = /“([^”]*)”/g;

/** Somebody's own words as a card shows them: by the sign they caused, and those that could not be read. */
export type Words = { readonly quotes: ReadonlyMap<string, string>; readonly unread: readonly string[] };

export const NO_WORDS: Words = { quotes: new Map(), unread: [] };

/** What a card may quote, and for whose eyes. */
export type Quoting = {
  readonly signs: SignCatalogue;
  readonly visibility: Visibility;
  /** Words that an earlier card of this reading quoted. */
  readonly words: Words;
};

/** The findings that a card may name to whoever can read it: those that stand, and in public nothing intimate. */
export function namedFindings({ findings }: Assessment, { signs, visibility }: Quoting): Finding[] {
  return findings.filter(({ id, certainty }) => {
    if (certainty === "guess" || id === WANTS_TO_DIE) return false;
    return visibility === "private" || !isIntimate(id, signs);
  });
}

/** The person's words with what each was read as, in one line; empty if there is nothing to name. */
export function saidLine(assessment: Assessment, quoting: Quoting): string {
  // On a warning, soreness that is only ordinary would take the place of what matters.
  const counts = ({ id }: Finding) => assessment.level < 2 || quoting.signs.signs.get(id)?.level !== 0;
  return namedFindings(assessment, quoting)
    .filter(counts)
    .slice(0, MOST_ITEMS)
    .map((finding) => findingWords(finding, assessment, quoting))
    .join(", ");
}

/** One finding as `“hand goes tingly” (tingling on and off)`, or its name alone where no words may be quoted. */
export function findingWords(finding: Finding, assessment: Assessment, quoting: Quoting): string {
  const { signs, risks } = quoting.signs;
  const title = (signs.get(finding.id) ?? risks.get(finding.id))?.title ?? finding.id;
  const words = quotableWords(finding, assessment, quoting);
  return words === "" ? title : `${words} (${title})`;
}

function quotableWords({ id, quote }: Finding, assessment: Assessment, { signs, visibility, words }: Quoting): string {
  if (quote === null) return quoted(words.quotes.get(id) ?? "");
  const hidden = visibility === "public" ? intimateWords(assessment, signs) : [];
  return hidden.some((one) => overlaps(one, quote)) ? "" : quoted(quote.text);
}

/** Reads back from a clicked card the words that saidLine and the line of unread words wrote. */
export function readWords(components: readonly APIMessageTopLevelComponent[], { signs }: SignCatalogue): Words {
  const said = textWithId(components, SAID_ID);
  const quotes = new Map<string, string>();
  for (const { 0: whole, 1: words = "", index } of said.matchAll(QUOTED)) {
    const after = index + whole.length;
    const sign = [...signs.values()].find(({ title }) => said.startsWith(` (${title})`, after));
    if (sign !== undefined) quotes.set(sign.id, unescapeMarkdown(words));
  }
  const unread = [...textWithId(components, UNREAD_ID).matchAll(QUOTED)].map(([, words = ""]) =>
    unescapeMarkdown(words),
  );
  return { quotes, unread };
}

function textWithId(components: readonly APIMessageTopLevelComponent[], id: number): string {
  const texts = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const found = texts.find((one) => one.type === ComponentType.TextDisplay && one.id === id);
  return found?.type === ComponentType.TextDisplay ? found.content : "";
}
