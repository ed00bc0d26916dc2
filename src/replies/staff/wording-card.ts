import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { AdviceId } from "#src/knowledge/advice.ts";
import { MOST, type OwnWording } from "#src/storage/guild-settings.ts";
import { VARIABLES } from "#src/storage/own-text.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { cleanWords } from "../clean-words.ts";
import { type DraftView, draftParts } from "./draft-parts.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";
import type { ItemKind } from "./wording-item.ts";

/** What the wording's card shows. */
export type WordingView = {
  readonly draft: DraftView;
  /** What is being worded; null before anything was chosen. */
  readonly kind: ItemKind | null;
  readonly notice: readonly string[];
  readonly names: SettingNames;
};

/** One thing that can be worded, as a select shows it. */
type Choice = { readonly value: string; readonly label: string; readonly description: string };

const MOST_OPTIONS = 25;
const LONGEST_DESCRIPTION = 90;
const VARIABLE_LINES = Object.entries(VARIABLES).map(([name, says]) => `-# {${name}}: ${says}`);

/** What each card is for, in staff's words. */
export const CARD_NAMES: Readonly<Record<AdviceId, string>> = {
  emergency: "Level 3: call an ambulance now",
  "same-day": "Level 3: get help today",
  prompt: "Level 2: be seen today or tomorrow",
  routine: "Level 2: book a visit",
  watch: "Level 1: ease off and look again",
  ordinary: "Level 0: fits ordinary soreness",
  "not-understood": "Not understood: tell me more",
  "nothing-reported": "No pain was named",
  crisis: "Somebody wants to die",
};

const KINDS: Readonly<Record<ItemKind, { readonly label: string; readonly says: string }>> = {
  card: { label: "Cards", says: "Your lines before and after mine, by level. They add; they take nothing away." },
  note: { label: "Notes under sections", says: "What you add under a part of the article." },
  entry: { label: "Own entries", says: "What **/ask** finds beside the article." },
  exercise: { label: "Own exercises", says: "What **/accessories** lists beside the article's." },
  hidden: { label: "Hidden exercises", says: "Exercises that lists and suggestions leave out." },
  link: { label: "Links", says: "Buttons under ordinary cards; each shows where it leads." },
};

const HOLDS_VARIABLES: readonly ItemKind[] = ["card", "note", "entry"];

/** The card on which staff choose what to word; everything they write goes into the draft. */
export function wordingCard({ draft, kind, notice, names }: WordingView): MessageBody {
  const wording = draft.draft?.wording ?? draft.inForce;
  return buildCard({
    level: 0,
    parts: [
      { text: "## Wording" },
      ...noticeParts(notice),
      { row: [kindSelect(kind, wording)] },
      ...(kind === null ? [] : kindParts(kind, wording, names)),
      "line",
      ...draftParts(draft, names, "wording"),
    ],
  });
}

function kindSelect(chosen: ItemKind | null, wording: OwnWording): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(staffId("wording-kind")),
    placeholder: "What to word",
    options: Object.entries(KINDS).map(([value, { label }]) => ({
      value,
      label,
      description: countWords(value as ItemKind, wording),
      default: value === chosen,
    })),
  };
}

function countWords(kind: ItemKind, wording: OwnWording): string {
  const count = Object.keys(namedThings(kind, wording)).length;
  const most = mostOf(kind);
  return most === null ? `${count} set` : `${count} of at most ${most}`;
}

function mostOf(kind: ItemKind): number | null {
  if (kind === "entry") return MOST.entries;
  if (kind === "exercise") return MOST.accessories;
  return kind === "link" ? MOST.links : null;
}

function namedThings(kind: ItemKind, wording: OwnWording): Readonly<Record<string, unknown>> {
  const { cards, sectionNotes, links, accessories, entries, hiddenAccessories } = wording;
  const hidden = Object.fromEntries(hiddenAccessories.map((id) => [id, true]));
  return { card: cards, note: sectionNotes, link: links, exercise: accessories, entry: entries, hidden }[kind];
}

function kindParts(kind: ItemKind, wording: OwnWording, names: SettingNames): CardPart[] {
  const choices = choicesOf(kind, wording, names);
  const most = mostOf(kind);
  const isFull = most !== null && Object.keys(namedThings(kind, wording)).length >= most;
  const buttons = [
    ...(most === null || isFull ? [] : [button({ label: "Add one", look: "blue" }, staffId("wording-add", kind))]),
    ...(kind === "hidden" ? [button({ label: "Choose", look: "blue" }, staffId("wording-add", kind))] : []),
  ];
  const variables = HOLDS_VARIABLES.includes(kind)
    ? VARIABLE_LINES.filter((line) => kind === "card" || !line.startsWith("-# {date}"))
    : [];
  return [
    { text: KINDS[kind].says },
    ...(variables.length === 0 ? [] : [{ text: `-# These are filled in:\n${variables.join("\n")}` }]),
    ...selects(kind, choices),
    ...(buttons.length === 0 ? [] : [{ row: buttons }]),
  ];
}

function choicesOf(kind: ItemKind, wording: OwnWording, { knowledge }: SettingNames): readonly Choice[] {
  switch (kind) {
    case "card":
      return Object.entries(CARD_NAMES)
        .filter(([id]) => id !== "crisis")
        .map(([value, label]) => ({ value, label, description: cardLength(wording.cards[value]) }));
    case "note":
      return [...knowledge.sections.values()].map(({ id, title }) => ({
        value: id,
        label: title,
        description: beginning(wording.sectionNotes[id] ?? "no note"),
      }));
    case "entry":
      return Object.entries(wording.entries).map(([value, { title, text }]) => ({
        value,
        label: title,
        description: beginning(text),
      }));
    case "exercise":
      return Object.entries(wording.accessories).map(([value, { name, muscles }]) => ({
        value,
        label: name,
        description: beginning(muscles.join(", ") || "no muscles"),
      }));
    case "link":
      return Object.entries(wording.links).map(([value, { label, url }]) => ({
        value,
        label,
        description: beginning(url),
      }));
    case "hidden":
      return [];
    default:
      return kind satisfies never;
  }
}

function cardLength(card: OwnWording["cards"][string] | undefined): string {
  const length = (text: string | null | undefined) => (text == null ? "none" : `${text.length} characters`);
  return `before: ${length(card?.intro)}, after: ${length(card?.closing)}`;
}

function beginning(text: string): string {
  return cleanWords(text, LONGEST_DESCRIPTION) || "…";
}

function selects(kind: ItemKind, choices: readonly Choice[]): CardPart[] {
  const parts: CardPart[] = [];
  for (let start = 0; start < choices.length; start += MOST_OPTIONS) {
    const options = choices.slice(start, start + MOST_OPTIONS);
    const range = choices.length > MOST_OPTIONS ? `, ${start + 1} to ${start + options.length}` : "";
    parts.push({
      row: [
        {
          type: ComponentType.StringSelect,
          custom_id: encodeCustomId(staffId("wording-edit", `${kind}.${start}`)),
          placeholder: `Choose one to edit${range}`,
          options,
        },
      ],
    });
  }
  return parts;
}
