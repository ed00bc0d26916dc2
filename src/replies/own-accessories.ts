import type { MessageBody } from "#src/discord/reply.ts";
import { EQUIPMENT, type Equipment, MUSCLES, type Muscle } from "#src/knowledge/accessory.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { AccessoryFilter } from "./accessory-filter.ts";
import { buildCard, type CardPart } from "./card.ts";
import { linkButton } from "./own-links.ts";
import { type Place, placeButtons } from "./place.ts";
import { escapeMarkdown } from "./quoted-words.ts";

/** An exercise of the server's own. */
export type OwnAccessory = {
  /** The name in the settings behind a mark, so that it is never taken for one of the article's. */
  readonly id: string;
  readonly name: string;
  readonly muscles: readonly Muscle[];
  readonly equipment: readonly Equipment[];
  readonly url: string | null;
};

// No id of the content begins so.
const OWN = "~";
// Beside a warning nobody's exercises are shown, least of all those that nobody checked.
const NOT_WHILE = 1;

/** The server's own exercises; muscles and equipment that an update no longer knows are passed over. */
export function ownAccessories({ wording }: GuildSettings): OwnAccessory[] {
  return Object.entries(wording.accessories).map(([key, { name, muscles, equipment, url }]) => ({
    id: OWN + key,
    name,
    muscles: muscles.filter((one): one is Muscle => Object.hasOwn(MUSCLES, one)),
    equipment: equipment.filter((one): one is Equipment => Object.hasOwn(EQUIPMENT, one)),
    url,
  }));
}

/** Those that fit a filter; the causes are the article's, so none of them fits one. */
export function matchingOwn(settings: GuildSettings, { cause, muscle, equipment }: AccessoryFilter): OwnAccessory[] {
  if (cause !== null) return [];
  return ownAccessories(settings).filter(
    (one) =>
      (muscle === null || one.muscles.includes(muscle)) && (equipment === null || one.equipment.includes(equipment)),
  );
}

/** One of them as it stands in a list. */
export function ownListEntry({ name, muscles }: OwnAccessory): string {
  const works = muscles.length === 0 ? "" : ` · Works: ${muscles.map((one) => MUSCLES[one].toLowerCase()).join(", ")}`;
  return `**${escapeMarkdown(name)}**\n-# From this server${works}`;
}

/** One of them with everything that the server says about it. */
export function ownAccessoryReply(one: OwnAccessory, place: Place): MessageBody {
  const { id, name, muscles, equipment, url } = one;
  const buttons = [...(url === null ? [] : [linkButton(name, url)]), ...placeButtons(place, showAgain(id))];
  const texts = [
    `## ${escapeMarkdown(name)}`,
    "**From this server's staff.** It is not in the article, and I know no more about it.",
    muscles.length === 0 ? "" : `**Muscles:** ${muscles.map((muscle) => MUSCLES[muscle]).join(", ")}`,
    equipment.length === 0 ? "" : `**Equipment:** ${equipment.map((kind) => EQUIPMENT[kind].toLowerCase()).join(", ")}`,
    "Sharp, numb or long-lasting pain? Ask **/upperback-sore** before you train.",
  ];
  const parts: CardPart[] = texts.map((text) => ({ text, notWhile: NOT_WHILE }));
  return buildCard({ level: 0, parts: [...parts, ...(buttons.length === 0 ? [] : [{ row: buttons }])] });
}

function showAgain(id: string) {
  return { action: "show-one", state: id };
}
