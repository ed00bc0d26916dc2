import { isDeepStrictEqual } from "node:util";
import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";

type Fields = Readonly<Record<string, unknown>>;

/** Which commands Discord has to learn, forget or learn anew. */
export type CommandDifference = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
};

/** Compares what we would send with what Discord has; what Discord adds to its copy (ids, versions) does not count. */
export function compareCommands(
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
  theirs: readonly Fields[],
): CommandDifference {
  const there = new Map(theirs.map((command) => [keyOf(command), command]));
  const here = new Map(ours.map((command) => [keyOf(command as unknown as Fields), command as unknown as Fields]));
  const nameOf = (command: Fields) => String(command.name);
  return {
    added: [...here].filter(([key]) => !there.has(key)).map(([, command]) => nameOf(command)),
    removed: [...there].filter(([key]) => !here.has(key)).map(([, command]) => nameOf(command)),
    changed: [...here]
      .filter(([key, command]) => isChanged(command, there.get(key)))
      .map(([, command]) => nameOf(command)),
  };
}

function isChanged(ours: Fields, theirs: Fields | undefined): boolean {
  return theirs !== undefined && !isDeepStrictEqual(withDefaults(ours), withDefaults(theirs));
}

function keyOf(command: Fields): string {
  return `${command.type ?? 1}:${command.name}`;
}

function withDefaults(command: Fields): Fields {
  return {
    ...texts(command),
    type: command.type ?? 1,
    options: list(command.options).map(optionWithDefaults),
    contexts: sorted(command.contexts),
    // Discord installs a command into servers where nothing else is said.
    integration_types: sorted(command.integration_types ?? [0]),
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
  };
}

function optionWithDefaults(option: Fields): Fields {
  return {
    ...texts(option),
    type: option.type,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: list(option.choices).map((choice) => ({ ...texts(choice), value: choice.value })),
    options: list(option.options).map(optionWithDefaults),
    channel_types: sorted(option.channel_types),
    ...Object.fromEntries(
      ["min_value", "max_value", "min_length", "max_length"].map((name) => [name, option[name] ?? null]),
    ),
  };
}

function texts(item: Fields): Fields {
  return {
    name: item.name,
    description: item.description ?? "",
    name_localizations: translations(item.name_localizations),
    description_localizations: translations(item.description_localizations),
  };
}

/** No translations are null, undefined or empty; which of them makes no difference. */
function translations(value: unknown): Fields {
  return { ...(value as Fields | null | undefined) };
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value : [];
}

function sorted(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.toSorted() : [];
}
