import type { Scene } from "./interaction-base.ts";
import { baseInteraction } from "./interaction-base.ts";
import type { MessageBoard } from "./message-board.ts";
import { type Resolved, resolveIds } from "./resolved.ts";
import {
  type CommandOption,
  type Interaction,
  interactionType,
  type Json,
  type Message,
  optionType,
  type RegisteredCommand,
} from "./wire.ts";
import { world } from "./world.ts";

/** A file as a person attaches it. */
export type LocalFile = { readonly name: string; readonly contentType: string; readonly data: Buffer };

/** The options of a slash command by name; users, roles and channels by id, attachments as files. */
export type OptionValues = Readonly<Record<string, string | number | boolean | LocalFile>>;

const CHAT_INPUT = 1;

/**
 * Builds the interaction for a slash command.
 *
 * @param path The command's name, with its subcommand after a space: `settings show`.
 * @throws Error for a command or option that the bot has not registered.
 */
export function slashInteraction(
  commands: readonly RegisteredCommand[],
  path: string,
  values: OptionValues,
  scene: Scene,
  tools: { newId: () => string; board: MessageBoard },
): Interaction {
  const { command, options, wrap } = findCommand(commands, path);
  const resolved: Resolved = {};
  const written = Object.entries(values).map(([name, value]) => {
    const option = options.find((candidate) => candidate.name === name);
    if (option === undefined) throw new Error(`/${path} has no option ${name}`);
    return writeOption(option, value, resolved, { board: tools.board, scene });
  });
  return {
    ...baseInteraction(scene, tools.newId()),
    type: interactionType.command,
    data: commandData(command, wrap(written), resolved),
  };
}

/** Builds the interaction that asks for suggestions while an option is being typed. */
export function autocompleteInteraction(
  commands: readonly RegisteredCommand[],
  path: string,
  asked: { focused: string; value: string; values: OptionValues },
  scene: Scene,
  newId: () => string,
): Interaction {
  const { command, options, wrap } = findCommand(commands, path);
  const typeOf = (name: string) => options.find((option) => option.name === name)?.type ?? optionType.string;
  const others = Object.entries(asked.values)
    .filter(([name]) => name !== asked.focused)
    .map(([name, value]) => ({ name, type: typeOf(name), value }));
  const focused = { name: asked.focused, type: typeOf(asked.focused), value: asked.value, focused: true };
  return {
    ...baseInteraction(scene, newId()),
    type: interactionType.autocomplete,
    data: commandData(command, wrap([...others, focused]), {}),
  };
}

/** Builds the interaction for a message command, chosen from the Apps menu of a message. */
export function messageMenuInteraction(
  commands: readonly RegisteredCommand[],
  name: string,
  target: Message,
  scene: Scene,
  newId: () => string,
): Interaction {
  const command = commands.find((candidate) => candidate.type === 3 && candidate.name === name);
  if (command === undefined) throw new Error(`there is no message command ${name}`);
  const data = { id: command.id, name, type: 3, target_id: target.id, resolved: { messages: { [target.id]: target } } };
  return {
    ...baseInteraction(scene, newId()),
    type: interactionType.command,
    data: command.guild_id === undefined ? data : { ...data, guild_id: command.guild_id },
  };
}

function commandData(command: RegisteredCommand, options: readonly Json[], resolved: Resolved): Json {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: world.guild.id }),
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

function findCommand(commands: readonly RegisteredCommand[], path: string) {
  const [name, ...rest] = path.split(" ");
  const command = commands.find((candidate) => candidate.type === CHAT_INPUT && candidate.name === name);
  if (command === undefined) throw new Error(`the bot has not registered /${name}`);
  let options = command.options ?? [];
  const levels: CommandOption[] = [];
  for (const part of rest) {
    const level = options.find((option) => option.name === part && option.type <= optionType.subcommandGroup);
    if (level === undefined) throw new Error(`/${path} is no command`);
    levels.push(level);
    options = level.options ?? [];
  }
  const wrap = (inner: readonly Json[]) =>
    levels.reduceRight<readonly Json[]>(
      (nested, { name: level, type }) => [{ name: level, type, options: nested }],
      inner,
    );
  return { command, options, wrap };
}

function writeOption(
  option: CommandOption,
  value: OptionValues[string],
  resolved: Resolved,
  { board, scene }: { board: MessageBoard; scene: Scene },
): Json {
  if (typeof value === "object") {
    const [attachment] = board.keepFiles({ json: {}, files: [{ index: 0, ...value }] });
    resolved.attachments = { ...resolved.attachments, [attachment?.id ?? ""]: attachment as unknown as Json };
    return { name: option.name, type: option.type, value: attachment?.id };
  }
  const kinds = { [optionType.user]: "user", [optionType.role]: "role", [optionType.channel]: "channel" } as const;
  const kind = option.type === optionType.mentionable ? "mentionable" : kinds[option.type as keyof typeof kinds];
  if (kind !== undefined) resolveIds(kind, [String(value)], resolved, scene);
  return { name: option.name, type: option.type, value };
}
