import { ApiError, invalidForm } from "./api-error.ts";
import type { CommandOption, Json, RegisteredCommand } from "./wire.ts";
import { world } from "./world.ts";

const CHAT_INPUT = 1;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** The commands an application has registered, globally (scope null) or for one server. */
export type CommandRegistry = {
  list(scope: string | null): RegisteredCommand[];
  /** Replaces all commands of the scope; a command that keeps its name and type keeps its id. */
  replaceAll(scope: string | null, bodies: readonly Json[]): RegisteredCommand[];
  put(scope: string | null, body: Json): RegisteredCommand;
  patch(scope: string | null, id: string, body: Json): RegisteredCommand;
  remove(scope: string | null, id: string): void;
  get(scope: string | null, id: string): RegisteredCommand;
};

export function createCommandRegistry(newId: () => string, onChange: () => void): CommandRegistry {
  const scopes = new Map<string | null, RegisteredCommand[]>();
  const list = (scope: string | null) => scopes.get(scope) ?? [];
  const store = (scope: string | null, commands: RegisteredCommand[]) => {
    scopes.set(scope, commands);
    onChange();
  };
  const complete = (scope: string | null, body: Json): RegisteredCommand => {
    const known = list(scope).find(
      (command) => command.name === body.name && command.type === (body.type ?? CHAT_INPUT),
    );
    return fillDefaults(body, scope, known?.id ?? newId(), newId());
  };
  const get = (scope: string | null, id: string) => {
    const command = list(scope).find((candidate) => candidate.id === id);
    if (command === undefined) throw new ApiError(404, 10063, "Unknown application command");
    return command;
  };
  return {
    list,
    get,
    replaceAll(scope, bodies) {
      const commands = bodies.map((body, index) => {
        checkCommand(body, `${index}`);
        return complete(scope, body);
      });
      const keys = new Set(commands.map(({ type, name }) => `${type} ${name}`));
      if (keys.size < commands.length) throw invalidForm("name", "Application command names must be unique");
      store(scope, commands);
      return commands;
    },
    put(scope, body) {
      checkCommand(body, "0");
      const command = complete(scope, body);
      store(scope, [...list(scope).filter(({ id }) => id !== command.id), command]);
      return command;
    },
    patch(scope, id, body) {
      const merged = { ...get(scope, id), ...body, id, version: newId() };
      checkCommand(merged, "0");
      store(scope, [...list(scope).filter((command) => command.id !== id), merged]);
      return merged;
    },
    remove(scope, id) {
      get(scope, id);
      store(
        scope,
        list(scope).filter((command) => command.id !== id),
      );
    },
  };
}

function fillDefaults(body: Json, guildId: string | null, id: string, version: string): RegisteredCommand {
  const options = body.options as CommandOption[] | undefined;
  return {
    id,
    application_id: world.application.id,
    version,
    type: (body.type as number | undefined) ?? CHAT_INPUT,
    name: String(body.name),
    name_localizations: body.name_localizations ?? null,
    description: String(body.description ?? ""),
    description_localizations: body.description_localizations ?? null,
    default_member_permissions:
      body.default_member_permissions == null ? null : String(body.default_member_permissions),
    dm_permission: body.dm_permission ?? true,
    contexts: (body.contexts as number[] | undefined) ?? null,
    integration_types: (body.integration_types as number[] | undefined) ?? [0],
    nsfw: body.nsfw === true,
    ...(guildId === null ? {} : { guild_id: guildId }),
    // Discord leaves the list out when it is empty.
    ...(options?.length ? { options: options.map(fillOption) } : {}),
  };
}

function fillOption(option: CommandOption): CommandOption {
  const { required, autocomplete, choices, options, ...rest } = option;
  return {
    ...rest,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    // Discord drops what says nothing: false and empty lists are not sent back.
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(choices?.length ? { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) } : {}),
    ...(options?.length ? { options: options.map(fillOption) } : {}),
  };
}

function checkCommand(body: Json, path: string): void {
  const isChatInput = (body.type ?? CHAT_INPUT) === CHAT_INPUT;
  const name = String(body.name ?? "");
  if (isChatInput && (!NAME.test(name) || name !== name.toLowerCase())) {
    throw invalidForm(`${path}.name`, "Command name is invalid");
  }
  if (!isChatInput && (name.length < 1 || name.length > 32)) {
    throw invalidForm(`${path}.name`, "Must be between 1 and 32 in length.");
  }
  const description = String(body.description ?? "");
  if (isChatInput && (description.length < 1 || description.length > 100)) {
    throw invalidForm(`${path}.description`, "Must be between 1 and 100 in length.");
  }
  const options = (body.options as CommandOption[] | undefined) ?? [];
  if (options.length > 25) throw invalidForm(`${path}.options`, "Must be 25 or fewer in length.");
  const firstOptional = options.findIndex(({ type, required }) => type > 2 && required !== true);
  if (firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required === true)) {
    throw invalidForm(`${path}.options`, "Required options must be placed before non-required options");
  }
}
