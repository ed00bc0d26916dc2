import { type APITextDisplayComponent, ComponentType } from "discord-api-types/v10";
import type { GuildSettings } from "#src/storage/guild-settings.ts";

// From here on somebody should be seen, and a person beside them helps.
const CALLS_FROM_LEVEL = 2;
/** How long the role is called no more for the same person in the same channel. */
export const CALLS_AGAIN_AFTER_MINUTES = 10;

/** The role that a new public answer of this level calls; null where it calls nobody. */
export function helperToCall(level: number, { helperRoleId }: Pick<GuildSettings, "helperRoleId">): string | null {
  return level >= CALLS_FROM_LEVEL ? helperRoleId : null;
}

/** The line that calls a server's helpers to an answer. */
export function helperLine(roleId: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: `<@&${roleId}> Could somebody look after them?` };
}

/** The same line where the role is not called again; true whatever became of the earlier call. */
export function quietHelperLine(): APITextDisplayComponent {
  const why = `I ping the helper role here only once in ${CALLS_AGAIN_AFTER_MINUTES} minutes for the same person.`;
  return { type: ComponentType.TextDisplay, content: `Could somebody look after them?\n-# ${why}` };
}
