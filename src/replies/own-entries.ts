import type { APIButtonComponentWithCustomId, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Findable } from "#src/knowledge/search/find-entry.ts";
import { plainName } from "#src/knowledge/search/suggest-names.ts";
import type { GuildSettings, OwnWording } from "#src/storage/guild-settings.ts";
import { button } from "./button.ts";
import { buttonIds } from "./button-ids.ts";
import type { Card, CardPart } from "./card.ts";
import { linkButton } from "./own-links.ts";
import { FROM_THIS_SERVER, filledWords, type ServerVoice } from "./own-words.ts";
import { type Place, placeButtons } from "./place.ts";
import { escapeMarkdown } from "./quoted-words.ts";

type Entries = OwnWording["entries"];
/** One entry of the server's own. */
export type OwnEntry = Entries[string] & { readonly id: string };

const ASK = "ask";
const OPEN_ENTRY = "entry";
const LONGEST_LABEL = 80;
const MARK = "This server: ";
const findable = new WeakMap<Entries, readonly Findable[]>();

/** The server's entries as the search takes them; the same list for the same settings. */
export function findableEntries({ wording: { entries } }: GuildSettings): readonly Findable[] {
  const known = findable.get(entries);
  if (known !== undefined) return known;
  const list = Object.entries(entries).map(([id, { title, aliases, text }]) => ({
    id,
    names: [title, ...aliases],
    text,
  }));
  findable.set(entries, list);
  return list;
}

/** The entry of a name in the settings; null where the server has none. */
export function findOwnEntry({ wording: { entries } }: GuildSettings, id: string): OwnEntry | null {
  const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
  return entry === undefined ? null : { id, ...entry };
}

/** The entry that is called exactly so, however it is written; null where none is. */
export function ownEntryCalled({ wording: { entries } }: GuildSettings, name: string): OwnEntry | null {
  const wanted = plainName(name);
  const found = Object.entries(entries).find(([, { title, aliases }]) =>
    [title, ...aliases].some((one) => wanted !== "" && plainName(one) === wanted),
  );
  return found === undefined ? null : { id: found[0], ...found[1] };
}

/** The titles of the entries that hold what is typed so far; all of them where nothing is. */
export function suggestEntries({ wording: { entries } }: GuildSettings, typed: string): string[] {
  const wanted = plainName(typed);
  const holds = (name: string) => plainName(name).includes(wanted);
  return Object.values(entries)
    .filter(({ title, aliases }) => [title, ...aliases].some(holds))
    .map(({ title }) => title);
}

/** An entry as a card of its own, before it is built. */
export function entryCard(entry: OwnEntry, voice: ServerVoice, place: Place | null): Card {
  const { id, title, text, url } = entry;
  const buttons = [
    ...(url === null ? [] : [linkButton(title, url)]),
    ...(place === null ? [] : placeButtons(place, { action: "show-entry", state: id })),
  ];
  const row: CardPart[] = buttons.length === 0 ? [] : [{ row: buttons }];
  const parts: CardPart[] = [
    { text: FROM_THIS_SERVER },
    { text: `## ${escapeMarkdown(title)}` },
    { text: filledWords(text, voice) },
  ];
  return { level: 0, parts: [...parts, ...row] };
}

/** The button that opens an entry privately. */
export function entryButton({ id, title }: OwnEntry): APIButtonComponentWithCustomId {
  const label = `${MARK}${title}`.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, "");
  return button({ label }, { command: ASK, action: OPEN_ENTRY, ownerId: null, state: id });
}

/** The entry that a button of a clicked answer opens; null where none does, or the server has it no more. */
export function entryOn(components: readonly APIMessageTopLevelComponent[], settings: GuildSettings): OwnEntry | null {
  const opens = buttonIds(components).find(({ command, action }) => command === ASK && action === OPEN_ENTRY);
  return opens === undefined ? null : findOwnEntry(settings, opens.state);
}
