import type { Command } from "./discord/command.ts";

/**
 * The commands that Discord is told of. One that its operator has not switched on is left out; what stands in
 * messages already is still answered.
 */
export function offeredCommands<Services>(
  commands: ReadonlyMap<string, Command<Services>>,
  { isCheckInOn }: { readonly isCheckInOn: boolean },
): Command<Services>["data"][] {
  return [...commands.values()].filter(({ onlyWith }) => onlyWith === undefined || isCheckInOn).map(({ data }) => data);
}
