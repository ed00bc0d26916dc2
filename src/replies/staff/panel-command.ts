import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { type AnswerVisibility, type CommandSettings, settingsOf } from "#src/storage/guild-settings.ts";
import type { VersionedSettings } from "#src/storage/guild-settings-store.ts";
import { button } from "../button.ts";
import type { CardPart } from "../card.ts";
import { CHANNELS_A_PAGE, channelPages, channelSelect } from "./panel-lists.ts";
import { type PanelView, panelId } from "./panel-state.ts";
import type { RuledCommand } from "./ruled-command.ts";
import { channelNames, lengthWords, placesWords, type SettingNames, VISIBILITIES } from "./setting-names.ts";

const COOLDOWNS = [0, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400];
/** The choice that opens a form for any other length. */
export const OTHER_LENGTH = "other";

const VISIBILITY_LABELS: Readonly<Record<AnswerVisibility, string>> = {
  member: "The member chooses",
  public: "Always public",
  private: "Always private",
};

type Shown = {
  readonly own: CommandSettings;
  /** Whether the command is used on messages, where they stand. */
  readonly isForMessages: boolean;
  readonly turning: PanelView & { readonly revision: number };
  readonly page: number;
  readonly names: SettingNames;
};

/** The rules of one command: as they are, in words, and their switches. */
export function commandParts(
  { revision, settings }: VersionedSettings,
  view: PanelView,
  { command, names }: { readonly command: RuledCommand; readonly names: SettingNames },
): CardPart[] {
  const { key, rules, isForMessages } = command;
  const own = settingsOf(settings, key);
  const shown = { own, isForMessages, turning: { ...view, revision }, page: view.page ?? 0, names };
  return [
    ...(rules.includes("channels") ? placesParts(shown) : []),
    ...(rules.includes("visibility") ? visibilityParts(shown) : []),
    ...(rules.includes("cooldown") ? cooldownParts(shown) : []),
    ...pageParts(shown),
  ];
}

function placesParts({ own: { channels }, isForMessages, turning, page, names }: Shown): CardPart[] {
  const options = [
    { value: "except", label: "All channels except …" },
    { value: "only", label: "Only in …" },
  ];
  const hint = isForMessages
    ? "Elsewhere whoever uses it gets a private hint; a message with a warning sign is read for them everywhere."
    : "Elsewhere people get a private hint where to go; warnings are given everywhere.";
  return [
    { text: `**Used${isForMessages ? " on messages" : ""}** ${placesWords(channels, names)}\n-# ${hint}` },
    {
      row: [
        choice(options, {
          id: panelId("panel-set", { ...turning, turns: "rule" }),
          placeholder: "Where it is used",
          chosen: channels.rule,
        }),
      ],
    },
    {
      row: [
        channelSelect(channels.ids, {
          id: panelId("panel-set", { ...turning, turns: "channels" }),
          placeholder: channels.rule === "only" ? "Only in these channels" : "Except these channels",
          page,
          gone: names.gone,
        }),
      ],
    },
  ];
}

function visibilityParts({ own: { visibility, visibilityIn }, turning, page, names }: Shown): CardPart[] {
  const { among } = turning;
  const listed = channelsWith(visibilityIn, among);
  const labels = Object.entries(VISIBILITY_LABELS);
  const differing = labels.flatMap(([value, label]) => {
    const ids = channelsWith(visibilityIn, value);
    return ids.length === 0 ? [] : [`${label} in ${channelNames(ids, names)}`];
  });
  return [
    { text: [`**Who sees answers:** ${VISIBILITIES[visibility]}`, ...differing].join("\n") },
    {
      row: [
        choice(
          labels.map(([value, label]) => ({ value, label })),
          {
            id: panelId("panel-set", { ...turning, turns: "visibility" }),
            placeholder: "Who sees answers",
            chosen: visibility,
          },
        ),
      ],
    },
    { text: "**Where it differs:** choose how, then the channels" },
    {
      row: [
        choice(
          labels.map(([value, label]) => ({ value, label: `${label}, in the channels below` })),
          {
            id: panelId("panel-among", { ...turning, revision: null }),
            placeholder: "Which channels differ",
            chosen: among,
          },
        ),
      ],
    },
    {
      row: [
        channelSelect(listed, {
          id: panelId("panel-set", { ...turning, turns: "differs" }),
          placeholder: `${VISIBILITY_LABELS[among]} in no channel`,
          page,
          gone: names.gone,
        }),
      ],
    },
  ];
}

function channelsWith(visibilityIn: CommandSettings["visibilityIn"], visibility: string): string[] {
  return Object.keys(visibilityIn).filter((id) => visibilityIn[id] === visibility);
}

function cooldownParts({ own: { cooldownSeconds }, turning }: Shown): CardPart[] {
  const lengths = [...new Set([...COOLDOWNS, cooldownSeconds])].sort((a, b) => a - b);
  const options = [
    ...lengths.map((seconds) => ({
      value: String(seconds),
      label: seconds === 0 ? "No cooldown" : lengthWords(seconds),
    })),
    { value: OTHER_LENGTH, label: "Another length …" },
  ];
  const hint = "Whoever asks again sooner gets a private link to the last answer.";
  return [
    { text: `**Cooldown:** ${lengthWords(cooldownSeconds)}\n-# ${hint}` },
    {
      row: [
        choice(options, {
          id: panelId("panel-set", { ...turning, turns: "cooldown" }),
          placeholder: "Cooldown",
          chosen: String(cooldownSeconds),
        }),
      ],
    },
  ];
}

/** More than one select holds: every list goes on with the page. */
function pageParts({ own, turning, page }: Shown): CardPart[] {
  const differing = channelsWith(own.visibilityIn, turning.among);
  const pages = Math.max(channelPages(own.channels.ids.length), channelPages(differing.length));
  if (pages === 1 && page === 0) return [];
  const turn = (label: string, to: number) =>
    button({ label }, panelId("panel-page", { ...turning, revision: null, page: to }));
  const buttons = [
    ...(page > 0 ? [turn("Earlier channels", page - 1)] : []),
    ...(page < pages - 1 ? [turn("More channels", page + 1)] : []),
  ];
  return [{ text: `-# Channels ${page * CHANNELS_A_PAGE + 1} to ${(page + 1) * CHANNELS_A_PAGE}` }, { row: buttons }];
}

type Option = { readonly value: string; readonly label: string };

function choice(
  options: readonly Option[],
  { id, placeholder, chosen }: { readonly id: CustomId; readonly placeholder: string; readonly chosen: string },
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(id),
    // Never seen, since something is always chosen, but read aloud.
    placeholder,
    options: options.map((option) => ({ ...option, default: option.value === chosen })),
  };
}
