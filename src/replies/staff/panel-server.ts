import { type APIRoleSelectComponent, ComponentType, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import { type AnswerVisibility, type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import type { VersionedSettings } from "#src/storage/guild-settings-store.ts";
import { button } from "../button.ts";
import type { CardPart } from "../card.ts";
import { countrySelect } from "./country-select.ts";
import { type PanelView, panelId } from "./panel-state.ts";
import type { RuledCommand } from "./ruled-command.ts";
import { countryName, lengthWords, placesWords, roleName, type SettingNames } from "./setting-names.ts";

/** What holds for the whole server: the settings in words, and their switches. */
export function serverParts(
  { revision, settings }: VersionedSettings,
  view: PanelView,
  names: SettingNames,
): CardPart[] {
  const { knowledge, ruledCommands } = names;
  const turning = { ...view, revision };
  const country = panelId("panel-set", { ...turning, turns: "country" });
  return [
    { text: ruledCommands.map((command) => commandSummary(settings, command, names)).join("\n"), spare: 1 },
    "line",
    { text: `**Emergency and advice numbers:** ${countryName(settings.country, names)} first` },
    { row: [countrySelect(knowledge.emergencyNumbers, { id: country, chosen: settings.country, page: view.page })] },
    {
      text: `**Helper role:** ${roleName(settings.helperRoleId, names)}\n-# The only role I ever mention, from level 2 up. Empty the list for none.`,
    },
    {
      row: [
        roleSelect(
          names.gone?.has(settings.helperRoleId ?? "") ? null : settings.helperRoleId,
          encodeCustomId(panelId("panel-set", { ...turning, turns: "helper" })),
        ),
      ],
    },
    {
      text: [
        `**Reminders:** ${onOff(settings.reminders)}`,
        `**Question statistics:** ${onOff(settings.questionStatistics)}`,
        "-# Statistics keep questions without an answer for 90 days, without any name. Switched off, the kept ones are deleted for good.",
      ].join("\n"),
    },
    {
      row: [
        flip("reminders", "reminders", settings.reminders, turning),
        flip("statistics", "question statistics", settings.questionStatistics, turning),
      ],
    },
  ];
}

/** All that is set for a command in one line. */
function commandSummary(settings: GuildSettings, { key, label, rules }: RuledCommand, names: SettingNames): string {
  const { channels, visibility, visibilityIn, cooldownSeconds } = settingsOf(settings, key);
  const differing = Object.keys(visibilityIn).length;
  const parts = [
    ...(rules.includes("channels") ? [placesWords(channels, names)] : []),
    ...(rules.includes("visibility")
      ? [`${ANSWERS[visibility]}${differing > 0 ? `, differing in ${differing} channels` : ""}`]
      : []),
    ...(rules.includes("cooldown") && cooldownSeconds > 0 ? [`every ${lengthWords(cooldownSeconds)}`] : []),
  ];
  return `**${label}**: ${parts.join(" · ")}`;
}

const ANSWERS: Readonly<Record<AnswerVisibility, string>> = {
  member: "answers as the member wishes",
  public: "answers public",
  private: "answers private",
};

function roleSelect(chosen: string | null, customId: string): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: customId,
    placeholder: "No helper role",
    min_values: 0,
    max_values: 1,
    default_values: chosen === null ? [] : [{ id: chosen, type: SelectMenuDefaultValueType.Role }],
  };
}

function flip(
  turns: "reminders" | "statistics",
  what: string,
  isOn: boolean,
  turning: PanelView & { readonly revision: number },
) {
  const id = panelId("panel-set", { ...turning, turns, value: isOn ? "off" : "on" });
  return button({ label: `Switch ${what} ${isOn ? "off" : "on"}` }, id);
}

function onOff(value: boolean): string {
  return value ? "on" : "off";
}
