import type { CustomId } from "#src/discord/custom-id.ts";
import { UserError } from "#src/errors.ts";
import type { AnswerVisibility } from "#src/storage/guild-settings.ts";
import { staffId } from "./staff-id.ts";

/** Everything that the panel can set. */
export const SWITCHES = [
  "country",
  "helper",
  "reminders",
  "statistics",
  "rule",
  "channels",
  "visibility",
  "differs",
  "cooldown",
] as const;

export type Switch = (typeof SWITCHES)[number];

/** What a panel shows. */
export type PanelView = {
  /** The command that is being set up; null for what holds for the whole server. */
  readonly command: string | null;
  /** The page of the countries, or of a command's channels; null for the first that matters. */
  readonly page: number | null;
  /** Which answers the list of differing channels is about. */
  readonly among: AnswerVisibility;
};

/** What a control of the panel carries: what was on show, and which switch it turns, to what where that is fixed. */
export type PanelState = PanelView & {
  /** The change of the settings that the panel shows; null where it does not matter. */
  readonly revision: number | null;
  readonly turns: Switch | null;
  readonly value: string | null;
};

const AMONG: readonly AnswerVisibility[] = ["private", "public", "member"];
const PATTERN = /^(\d*)\.([a-z0-9-]*)\.(\d{0,2})\.([0-2])\.([a-z]*)\.([A-Za-z0-9]*)$/;

/** How the panel opens. */
export const FIRST_VIEW: PanelView = { command: null, page: null, among: "private" };

/** The custom id of a control of the panel. */
export function panelId(
  action: string,
  { revision = null, command, page, among, turns = null, value = null }: PanelView & Partial<PanelState>,
): CustomId {
  const parts = [revision ?? "", command ?? "", page ?? "", AMONG.indexOf(among), turns ?? "", value ?? ""];
  return staffId(action, parts.join("."));
}

/**
 * Reads what a control of the panel carries.
 *
 * @throws UserError when it is of another version or broken.
 */
export function readPanelState(state: string): PanelState {
  const match = PATTERN.exec(state);
  const [, revision = "", command = "", page = "", among = "", turns = "", value = ""] = match ?? [];
  const known = SWITCHES.find((one) => one === turns) ?? null;
  if (match === null || (turns !== "" && known === null)) throw expired();
  return {
    revision: revision === "" ? null : Number(revision),
    command: command || null,
    page: page === "" ? null : Number(page),
    among: AMONG[Number(among)] ?? "private",
    turns: known,
    value: value || null,
  };
}

/** What is said where a control fits no panel of this version. */
export function expired(): UserError {
  return new UserError("This panel has expired. Please open a new one with **/spotter panel**.");
}
