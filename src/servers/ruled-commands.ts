import { ApplicationCommandType } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import type { RuledCommand } from "#src/replies/staff/ruled-command.ts";

/** The commands on which a server may rule, in the order of their names. */
export function ruledCommands(commands: ReadonlyMap<string, Pick<Command<never>, "data" | "rules">>): RuledCommand[] {
  return [...commands].flatMap(([key, { data, rules = [] }]) => {
    const isForMessages = data.type === ApplicationCommandType.Message;
    const label = isForMessages ? data.name : `/${data.name}`;
    return rules.length === 0 ? [] : [{ key, label, isForMessages, rules }];
  });
}
