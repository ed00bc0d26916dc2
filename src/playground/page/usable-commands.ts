import type { CommandOption, RegisteredCommand } from "../wire.ts";
import type { App } from "./app.ts";

const ADMINISTRATOR = 1n << 3n;
const GUILD = 0;
const BOT_DM = 1;

/** Tells whether Discord would offer a command to this person in this place. */
export function canUse(app: App, command: RegisteredCommand): boolean {
  const context = app.place.isDirect ? BOT_DM : GUILD;
  if (command.contexts !== null && !command.contexts.includes(context)) return false;
  if (command.default_member_permissions === null || app.place.isDirect) return true;
  const has = BigInt(app.place.permissions);
  if (has & ADMINISTRATOR) return true;
  const needed = BigInt(command.default_member_permissions);
  // "0" asks for what nobody has: administrators only.
  return needed !== 0n && (has & needed) === needed;
}

/** A slash command as it is typed: subcommands are commands of their own, with a space in the path. */
export type TypedCommand = {
  readonly path: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
};

/** Lists the slash commands that this person can type in this place, by name. */
export function typedCommands(app: App): TypedCommand[] {
  return slashCommands(app.commands.filter((command) => canUse(app, command)));
}

/** Lists slash commands as they are typed, by name. */
export function slashCommands(commands: readonly RegisteredCommand[]): TypedCommand[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => spread(command.name, command.description, command.options ?? []))
    .toSorted((one, other) => one.path.localeCompare(other.path));
}

function spread(path: string, description: string, options: readonly CommandOption[]): TypedCommand[] {
  const nested = options.filter(({ type }) => type <= 2);
  if (nested.length === 0) return [{ path, description, options }];
  return nested.flatMap((option) => spread(`${path} ${option.name}`, option.description, option.options ?? []));
}
