import { type APIButtonComponentWithURL, ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { hostOf } from "#src/storage/own-text.ts";
import type { CardPart } from "./card.ts";
import { FROM_THIS_SERVER } from "./own-words.ts";

const LONGEST_LABEL = 80;
const LONGEST_HOST = 50;
// One row of buttons, for settings of which more came in than may be made.
const MOST_LINKS = 5;

/** The server's links as one row of buttons, each saying where it leads. */
export function linkParts({ wording }: GuildSettings): CardPart[] {
  const links = Object.values(wording.links).slice(0, MOST_LINKS);
  if (links.length === 0) return [];
  return [{ text: FROM_THIS_SERVER, spare: 0 }, { row: links.map(({ label, url }) => linkButton(label, url)) }];
}

/** A button to an address; its label always ends with the host. */
export function linkButton(label: string, url: string): APIButtonComponentWithURL {
  const host = hostOf(url);
  // The end of a host says whose it is.
  const shown = host.length > LONGEST_HOST ? `…${host.slice(1 - LONGEST_HOST)}` : host;
  const room = LONGEST_LABEL - shown.length - " · ".length;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: `${cut(label, room)} · ${shown}`, url };
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
