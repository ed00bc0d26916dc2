import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { MessageBody } from "#src/discord/reply.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";
import { fieldsOfKind } from "./wording-form.ts";
import { encodeItem, type ItemFields, type ItemState } from "./wording-item.ts";

/** Why a form was not saved: something in it cannot stand, or somebody else was faster. */
export type Unsaved =
  | { readonly kind: "faulty"; readonly reasons: readonly string[] }
  | { readonly kind: "late"; readonly who: string; readonly theirs: ItemFields };

// The first component id of the texts that keep what somebody wrote; Discord hands them back with the click.
const FIRST_ID = 1_100;
const MOST_THEIRS = 900;

/** What was not saved, why, and everything that was written, so that nothing is lost. */
export function unsavedCard(
  item: ItemState,
  { fields, unsaved, names }: { fields: ItemFields; unsaved: Unsaved; names: Pick<SettingNames, "knowledge"> },
): MessageBody {
  const state = encodeItem(item);
  const again = button({ label: "Edit again", look: "blue" }, staffId("wording-again", state));
  const top = button({ label: "Save mine on top", look: "blue" }, staffId("wording-top", state));
  const back = staffId("wording", item.kind);
  return buildCard({
    level: 0,
    parts: [
      ...(unsaved.kind === "faulty" ? faultyParts(unsaved.reasons) : lateParts(item, unsaved, names)),
      ...keptParts(item, fields, names),
      {
        row:
          unsaved.kind === "faulty"
            ? [again, button({ label: "Leave it" }, back)]
            : [top, again, button({ label: "Keep theirs" }, back)],
      },
    ],
  });
}

/** Reads back what somebody wrote from the card that kept it. */
export function readUnsaved(
  item: ItemState,
  components: readonly APIMessageTopLevelComponent[],
  names: Pick<SettingNames, "knowledge">,
): ItemFields {
  const texts = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const kept = fieldsOfKind(item.kind, names).map(({ name }, index) => {
    const found = texts.find((one) => one.type === ComponentType.TextDisplay && one.id === FIRST_ID + index);
    return [name, found?.type === ComponentType.TextDisplay ? found.content : ""] as const;
  });
  return Object.fromEntries(kept);
}

function faultyParts(reasons: readonly string[]): CardPart[] {
  return [{ text: "## Not saved yet" }, { text: reasons.map((reason) => `- ${reason}`).join("\n") }];
}

function lateParts(
  { kind }: ItemState,
  { who, theirs }: Extract<Unsaved, { kind: "late" }>,
  names: Pick<SettingNames, "knowledge">,
): CardPart[] {
  const lines = fieldsOfKind(kind, names)
    .filter(({ name }) => theirs[name] !== "")
    .map(({ name, label }) => `**${label}**\n${theirs[name] ?? ""}`);
  const text = lines.length === 0 ? "It was removed." : lines.join("\n");
  return [
    { text: "## Not saved yet: two of you at once" },
    { text: `This was changed after you opened it. ${who}` },
    { text: text.length > MOST_THEIRS ? `${text.slice(0, MOST_THEIRS)}…` : text, spare: 1 },
  ];
}

function keptParts({ kind }: ItemState, fields: ItemFields, names: Pick<SettingNames, "knowledge">): CardPart[] {
  const parts = fieldsOfKind(kind, names).flatMap(({ name, label }, index): CardPart[] => {
    const text = fields[name] ?? "";
    return text === "" ? [] : [{ text: `-# ${label}` }, { text, id: FIRST_ID + index }];
  });
  return ["line", { text: parts.length === 0 ? "**Yours removes it.**" : "**Yours:**" }, ...parts];
}
