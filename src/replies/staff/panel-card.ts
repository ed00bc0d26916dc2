import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { VersionedSettings } from "#src/storage/guild-settings-store.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { type DraftView, draftParts } from "./draft-parts.ts";
import { fitLines } from "./fit-lines.ts";
import { commandParts } from "./panel-command.ts";
import { serverParts } from "./panel-server.ts";
import { FIRST_VIEW, type PanelView, panelId } from "./panel-state.ts";
import type { RuledCommand } from "./ruled-command.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** A panel: the settings as they are, what of them it shows, and what just happened. */
export type Panel = {
  readonly current: VersionedSettings;
  readonly view: PanelView;
  readonly names: SettingNames;
  readonly notice: readonly string[];
  readonly draft: DraftView;
};

const MOST_NOTICE = 900;

/** The panel in which staff set up their server. */
export function panelCard({ current, view, names, notice, draft }: Panel): MessageBody {
  const command = names.ruledCommands.find(({ key }) => key === view.command) ?? null;
  const shown: PanelView = { command: command?.key ?? null, page: view.page, among: view.among };
  const parts =
    command === null ? serverParts(current, shown, names) : commandParts(current, shown, { command, names });
  return buildCard({
    level: 0,
    parts: [
      {
        text: `## ${command === null ? "Settings of this server" : command.label}\n-# What you change here is in force at once, and stands in the history.`,
      },
      ...noticeParts(notice),
      { row: [chooseView(names.ruledCommands, shown)] },
      ...parts,
      ...(command === null ? (["line", ...draftParts(draft, names)] as const) : []),
      "line",
      {
        row: [
          button({ label: "History" }, staffId("history")),
          button({ label: "Export" }, staffId("export")),
          button({ label: "Import" }, staffId("import")),
          button({ label: "Reset" }, staffId("reset")),
        ],
      },
    ],
  });
}

/** What just happened, cut to a length that leaves room for the rest. */
export function noticeParts(lines: readonly string[]): CardPart[] {
  return lines.length === 0 ? [] : [{ text: fitLines(lines, MOST_NOTICE) }];
}

function chooseView(commands: readonly RuledCommand[], { command }: PanelView): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(panelId("panel", FIRST_VIEW)),
    placeholder: "What to set up",
    options: [
      {
        value: "server",
        label: "This server",
        description: "Numbers, helper role, reminders, statistics",
        default: command === null,
      },
      ...commands.map(({ key, label }) => ({
        value: key,
        label,
        description: "Where it is used, who sees answers, how often",
        default: key === command,
      })),
    ],
  };
}
