import { CHANNELS_A_PAGE } from "#src/replies/staff/panel-lists.ts";
import type { PanelView, Switch } from "#src/replies/staff/panel-state.ts";
import {
  type AnswerVisibility,
  type CommandSettings,
  type GuildSettings,
  isAsDefault,
  settingsOf,
} from "#src/storage/guild-settings.ts";

/** A switch of the panel and what it is turned to; lists may be empty, one value stands for everything else. */
export type Turned = PanelView & { readonly turns: Switch; readonly values: readonly string[] };

/** The settings with one switch turned; null where no panel offers such a thing. */
export function turnSwitch(settings: GuildSettings, turned: Turned): GuildSettings | null {
  const [value = "none"] = turned.values;
  switch (turned.turns) {
    case "country":
      return { ...settings, country: value === "none" ? null : value };
    case "helper":
      return { ...settings, helperRoleId: value === "none" ? null : value };
    case "reminders":
      return { ...settings, reminders: value === "on" };
    case "statistics":
      return { ...settings, questionStatistics: value === "on" };
    default:
      return turned.command === null ? null : turnFor(settings, turned.command, turned);
  }
}

function turnFor(settings: GuildSettings, command: string, turned: Turned): GuildSettings | null {
  const own = turnOfCommand(settingsOf(settings, command), turned);
  if (own === null) return null;
  const { [command]: _, ...others } = settings.commands;
  // What is as it would be anyway is no setting.
  return { ...settings, commands: isAsDefault(own) ? others : { ...others, [command]: own } };
}

function turnOfCommand(own: CommandSettings, { turns, values, page, among }: Turned): CommandSettings | null {
  const [value = ""] = values;
  const start = (page ?? 0) * CHANNELS_A_PAGE;
  switch (turns) {
    case "rule":
      return value === "except" || value === "only" ? { ...own, channels: { ...own.channels, rule: value } } : null;
    case "channels":
      return { ...own, channels: { ...own.channels, ids: withPage(own.channels.ids, start, values) } };
    case "visibility":
      return isVisibility(value) ? { ...own, visibility: value } : null;
    case "differs":
      return { ...own, visibilityIn: withDiffering(own.visibilityIn, { among, start, values }) };
    case "cooldown":
      return /^\d{1,6}$/.test(value) ? { ...own, cooldownSeconds: Number(value) } : null;
    default:
      return null;
  }
}

/** A list with the part that a select shows replaced by what was chosen there. */
function withPage(ids: readonly string[], start: number, chosen: readonly string[]): string[] {
  const kept = ids.filter((_, index) => index < start || index >= start + CHANNELS_A_PAGE);
  return [...new Set([...kept.slice(0, start), ...chosen, ...kept.slice(start)])];
}

type Differing = CommandSettings["visibilityIn"];

function withDiffering(
  all: Differing,
  { among, start, values }: { among: AnswerVisibility; start: number; values: readonly string[] },
): Differing {
  const before = Object.keys(all).filter((id) => all[id] === among);
  const now = withPage(before, start, values);
  const others = Object.entries(all).filter(([id]) => !before.includes(id) && !now.includes(id));
  return Object.fromEntries([...others, ...now.map((id) => [id, among] as const)]);
}

function isVisibility(value: string): value is AnswerVisibility {
  return value === "public" || value === "private" || value === "member";
}
