import { ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import type { Change } from "#src/storage/settings-changes.ts";
import { button } from "../button.ts";
import { buildCard } from "../card.ts";
import { fitLines } from "./fit-lines.ts";
import { bullets } from "./meanwhile.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

const { wording } = DEFAULT_SETTINGS;
const withWording = (part: Partial<GuildSettings["wording"]>) => (settings: GuildSettings) => ({
  ...settings,
  wording: { ...settings.wording, ...part },
});
const without = (part: Partial<GuildSettings>) => (settings: GuildSettings) => ({ ...settings, ...part });

type Part = { readonly label: string; readonly reset: (settings: GuildSettings) => GuildSettings };

/** What can go back to the defaults by itself. The order is part of custom ids: append, never move. */
export const RESET_PARTS: readonly Part[] = [
  { label: "Where and how commands are answered", reset: without({ commands: DEFAULT_SETTINGS.commands }) },
  { label: "The country whose numbers stand first", reset: without({ country: DEFAULT_SETTINGS.country }) },
  { label: "The helper role", reset: without({ helperRoleId: DEFAULT_SETTINGS.helperRoleId }) },
  { label: "Reminders", reset: without({ reminders: DEFAULT_SETTINGS.reminders }) },
  { label: "Question statistics", reset: without({ questionStatistics: DEFAULT_SETTINGS.questionStatistics }) },
  { label: "Words before and after cards", reset: withWording({ cards: wording.cards }) },
  { label: "Notes under sections", reset: withWording({ sectionNotes: wording.sectionNotes }) },
  { label: "Links", reset: withWording({ links: wording.links }) },
  {
    label: "Own and hidden exercises",
    reset: withWording({ accessories: wording.accessories, hiddenAccessories: wording.hiddenAccessories }),
  },
  { label: "Own entries", reset: withWording({ entries: wording.entries }) },
];

/** The question what is to go back to the defaults. */
export function resetChoice(notice: readonly string[] = []): MessageBody {
  const options = RESET_PARTS.map(({ label }, index) => ({ value: String(index), label }));
  return buildCard({
    level: 0,
    parts: [
      { text: "## Reset settings\nChoose what goes back to how I came. Before anything happens you see what goes." },
      ...noticeParts(notice),
      {
        row: [
          {
            type: ComponentType.StringSelect,
            custom_id: encodeCustomId(staffId("reset-parts")),
            placeholder: "What goes back to the defaults",
            min_values: 1,
            max_values: options.length,
            options,
          },
        ],
      },
      {
        row: [
          button({ label: "Everything" }, staffId("reset-all")),
          button({ label: "Keep everything" }, staffId("reset-keep")),
        ],
      },
    ],
  });
}

type Question = {
  /** What would change. */
  readonly changes: readonly Change[];
  /** What the confirming button carries. */
  readonly state: string;
  readonly stopsStatistics: boolean;
  readonly hasDraft: boolean;
  readonly names: SettingNames;
  readonly notice: readonly string[];
};

const MOST_NAMED = 20;
const LONGEST = 2_400;

/** The confirmation, which names what goes. */
export function resetQuestion({ changes, state, stopsStatistics, hasDraft, names, notice }: Question): MessageBody {
  return buildCard({
    level: 0,
    parts: [
      { text: "## Reset this?\nNothing has happened yet. This goes:" },
      ...noticeParts(notice),
      { text: fitLines(bullets(changes, names, MOST_NAMED), LONGEST) },
      {
        text: [
          "-# The history keeps it all: there you can go back.",
          ...(stopsStatistics
            ? ["**The questions that were kept so far are deleted for good:** going back does not bring them back."]
            : []),
          ...(hasDraft ? ["-# The draft stays as it is."] : []),
        ].join("\n"),
      },
      {
        row: [
          button({ label: "Reset it", look: "red" }, staffId("reset-do", state)),
          button({ label: "Keep everything" }, staffId("reset-keep")),
        ],
      },
    ],
  });
}
