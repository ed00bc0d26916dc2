import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import { type Accessory, EQUIPMENT, type Equipment, MUSCLES } from "#src/knowledge/accessory.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import {
  type AccessoryFilter,
  decodeFilter,
  encodeFilter,
  filterWords,
  matchingAccessories,
} from "./accessory-filter.ts";
import { accessoriesId, button } from "./button.ts";
import { buildCard, type CardPart, type TextPart } from "./card.ts";
import { filterMap, muscleMap } from "./muscle-map.ts";
import { matchingOwn, type OwnAccessory, ownAccessories, ownListEntry } from "./own-accessories.ts";
import type { ServerVoice } from "./own-words.ts";
import { nearestPage, pageItems } from "./pages.ts";
import { type Place, placeButtons } from "./place.ts";
import { shownKnowledge } from "./shown-knowledge.ts";

// Discord's limit for a select.
const MOST_OPTIONS = 25;

/** Which page of which list. */
export type ListView = { readonly filter: AccessoryFilter; readonly page: number };

/** The exercises that fit a filter, each with its variations, then those of the server's own; long lists get pages. */
export function accessoriesReply(voice: ServerVoice, { filter, page }: ListView, place: Place): MessageBody {
  const knowledge = shownKnowledge(voice);
  if (knowledge.accessories.size === 0 && ownAccessories(voice.settings).length === 0) return nothingLeft(place);
  const matching = matchingAccessories(knowledge, filter);
  const listed = listItems(matching, matchingOwn(voice.settings, filter), filter.equipment);
  const wanted = filterWords(knowledge, filter);
  if (listed.length === 0) return nothingFits({ wanted, filter }, place);
  const pages = pageItems(listed, { textOf: ({ text }) => text, between: "\n\n", most: MOST_OPTIONS });
  const index = nearestPage(pages.length, page);
  const { items = [], text = "" } = pages[index] ?? {};
  const count =
    listed.length === 1 ? `1 exercise${wanted}` : `${listed.length} exercises${wanted}, in no order of worth`;
  return buildCard({
    level: 0,
    parts: [
      { text: `## Upper back accessories\n${count}.` },
      ...filterMap(knowledge, filter, strictest(matching)),
      { text, notWhile: strictest(matching) },
      { text: "Sharp, numb or long-lasting pain? Ask **/upperback-sore** before you train." },
      { text: `-# ${knowledge.article.sourceLine} Variations, muscles, equipment and pictures are our addition.` },
      { row: [exerciseSelect(items)], notWhile: strictest(matching) },
      ...rowOf([...turnButtons({ filter, index, last: pages.length - 1 }), ...listButtons({ filter, page }, place)]),
    ],
  });
}

/** One exercise with everything known about it. */
export function accessoryReply(knowledge: Knowledge, accessory: Accessory, place: Place): MessageBody {
  const { name, articleSays, variations, muscles, doItWell, notGiven, notWhile, causes } = accessory;
  const answers = causes.flatMap((id) => knowledge.causes.get(id)?.title ?? []);
  const lines = variations.map((one) => `- **${one.name}:** ${equipmentWords(one.equipment)}`);
  const texts = [
    `## ${name}`,
    articleSays,
    `**Variations**\n${lines.join("\n")}`,
    `**Muscles:** ${muscles.map((muscle) => MUSCLES[muscle]).join(", ")}`,
    `**Do it well:** ${doItWell}`,
    answers.length === 0 ? "" : `**Answers:** ${answers.join(" · ")}`,
    notGiven.map((line) => `-# ${line}`).join("\n"),
    `-# ${knowledge.article.sourceLine} Variations, muscles, equipment, pictures and how to do it well are our addition.`,
  ];
  const [heading, ...rest] = texts.map((text): TextPart => ({ text, notWhile }));
  const picture = muscleMap(knowledge, { of: "accessory", id: accessory.id, notWhile });
  const parts: CardPart[] = [heading ?? "line", ...picture, ...rest];
  const showAgain = { action: "show-one", state: accessory.id };
  return buildCard({ level: 0, parts: [...parts, ...rowOf(placeButtons(place, showAgain))] });
}

/** Writes which page of which list a button opens. */
export function encodeListView({ filter, page }: ListView): string {
  return `${page}.${encodeFilter(filter)}`;
}

/** Reads it back. */
export function decodeListView(text: string): ListView {
  const dot = text.indexOf(".");
  return { page: Number.parseInt(text, 10) || 0, filter: decodeFilter(text.slice(dot + 1)) };
}

/** One line of the list, and what its choice opens. */
type Listed = { readonly id: string; readonly name: string; readonly text: string };

function listItems(
  accessories: readonly Accessory[],
  own: readonly OwnAccessory[],
  equipment: Equipment | null,
): Listed[] {
  return [
    ...accessories.map((one) => ({ id: one.id, name: one.name, text: listEntry(one, equipment) })),
    ...own.map((one) => ({ id: one.id, name: one.name, text: ownListEntry(one) })),
  ];
}

function listEntry({ name, variations, muscles }: Accessory, equipment: Equipment | null): string {
  const fitting = equipment === null ? variations : variations.filter((one) => one.equipment.includes(equipment));
  const where = muscles.map((muscle) => MUSCLES[muscle].toLowerCase()).join(", ");
  return `**${name}**\n${fitting.map((one) => `- ${one.name}`).join("\n")}\n-# Works: ${where}`;
}

function equipmentWords(equipment: readonly Equipment[]): string {
  return equipment.map((one) => EQUIPMENT[one].toLowerCase()).join(", ");
}

function exerciseSelect(listed: readonly Listed[]): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(accessoriesId("one", null, "")),
    placeholder: "More about one of them",
    options: listed.map(({ id, name }) => ({ value: id, label: name })),
  };
}

function turnButtons({ filter, index, last }: { filter: AccessoryFilter; index: number; last: number }) {
  const turn = (label: string, page: number) =>
    button({ label }, accessoriesId("page", null, encodeListView({ filter, page })));
  return [...(index > 0 ? [turn("Earlier", index - 1)] : []), ...(index < last ? [turn("More", index + 1)] : [])];
}

function listButtons(view: ListView, place: Place) {
  return placeButtons(place, { action: "show-list", state: encodeListView(view) });
}

/** A list of a server that leaves everything out: "Show all" would only lead here again. */
function nothingLeft(place: Place): MessageBody {
  const text =
    "This server's staff keep all exercises off the list, so I have none to show. **/circuit** still takes you through the warm-up.";
  return buildCard({ level: 0, parts: [{ text }, ...rowOf(placeButtons(place, null))] });
}

/** A list without anything in it; other equipment is advised only where equipment was asked for. */
function nothingFits(
  { wanted, filter }: { readonly wanted: string; readonly filter: AccessoryFilter },
  place: Place,
): MessageBody {
  const all = button({ label: "Show all" }, accessoriesId("list", null, ""));
  const instead =
    filter.equipment === null ? "You can look at all of them." : "Try other equipment, or look at all of them.";
  const text = `I know no exercise${wanted}. ${instead}`;
  return buildCard({ level: 0, parts: [{ text }, { row: [all, ...placeButtons(place, null)] }] });
}

function strictest(accessories: readonly Accessory[]): number | null {
  const levels = accessories.flatMap(({ notWhile }) => notWhile ?? []);
  return levels.length === 0 ? null : Math.min(...levels);
}

function rowOf(buttons: readonly ReturnType<typeof button>[]): CardPart[] {
  return buttons.length === 0 ? [] : [{ row: buttons }];
}
