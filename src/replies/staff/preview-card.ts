import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import { buildCard, type CardPart } from "../card.ts";
import { type DraftView, draftParts } from "./draft-parts.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** One thing that can be looked at: what a member would type, under a name for staff. */
export type PreviewChoice = { readonly value: string; readonly label: string; readonly description: string };

/** A command and what can be looked at of it. */
export type PreviewCommand = {
  readonly key: string;
  readonly label: string;
  readonly choices: readonly PreviewChoice[];
};

type Shown = {
  readonly commands: readonly PreviewCommand[];
  readonly chosen: PreviewCommand | null;
  readonly draft: DraftView;
  readonly names: SettingNames;
};

const MOST_OPTIONS = 25;

/** Where staff choose what to look at; the preview itself is a message of its own. */
export function previewCard({ commands, chosen, draft, names }: Shown): MessageBody {
  const what =
    draft.draft === null
      ? "There is no draft, so a preview shows what members get now."
      : "A preview is the message that a member would get if the draft were published. Only you see it.";
  return buildCard({
    level: 0,
    parts: [
      { text: "## Preview" },
      { text: what },
      { row: [commandSelect(commands, chosen)] },
      ...(chosen === null ? [] : choiceSelects(chosen)),
      "line",
      ...draftParts(draft, names, "preview"),
    ],
  });
}

function commandSelect(commands: readonly PreviewCommand[], chosen: PreviewCommand | null): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(staffId("preview-of")),
    placeholder: "Which command",
    options: commands.map(({ key, label }) => ({ value: key, label, default: key === chosen?.key })),
  };
}

function choiceSelects({ key, choices }: PreviewCommand): CardPart[] {
  const parts: CardPart[] = [];
  for (let start = 0; start < choices.length; start += MOST_OPTIONS) {
    const row: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: encodeCustomId(staffId("preview-show", `${key}.${start}`)),
      placeholder: "Which answer",
      options: choices.slice(start, start + MOST_OPTIONS).map((choice) => ({ ...choice })),
    };
    parts.push({ row: [row] });
  }
  return parts;
}
