import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ApplicationCommandType } from "discord-api-types/v10";
import { z } from "zod";
import { StartError } from "#src/errors.ts";
import type { Command } from "./command.ts";
import { commandKey } from "./command-key.ts";
import { commandDataSchema } from "./command-schema.ts";

const isFunction = (value: unknown) => typeof value === "function";
const MAX_COMMANDS = 100;
const MAX_MESSAGE_COMMANDS = 15;

const commandSchema = z
  .object({
    data: commandDataSchema,
    onlyWith: z.literal("CHECK_IN").optional(),
    rules: z.array(z.enum(["channels", "visibility", "cooldown"])).optional(),
    execute: z.custom(isFunction, { error: "must be a function" }),
    autocomplete: z.custom(isFunction, { error: "must be a function" }).optional(),
    actions: z
      .record(
        z.string().regex(/^[a-z0-9-]{1,20}$/, { error: "must be at most 20 of a-z, 0-9 and -" }),
        z.custom(isFunction, { error: "must be a function" }),
      )
      .optional(),
  })
  .refine(
    ({ data, autocomplete }) =>
      ("options" in data ? (data.options ?? []) : []).some(asksWhileTyping) === (autocomplete !== undefined),
    {
      error: "must be there if and only if an option asks for it",
      path: ["autocomplete"],
    },
  );

type Option = { readonly autocomplete?: boolean | undefined; readonly options?: readonly Option[] | undefined };

function asksWhileTyping({ autocomplete = false, options = [] }: Option): boolean {
  return autocomplete || options.some(asksWhileTyping);
}

/**
 * Finds every command: one file of the folder each, named after its command.
 *
 * @throws StartError naming each file that is no command, and why.
 */
export async function loadCommands<Services>(folder: string): Promise<ReadonlyMap<string, Command<Services>>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts")).sort();
  const commands = new Map<string, Command<Services>>();
  const complaints: string[] = [];
  for (const file of files) {
    const name = basename(file, ".ts");
    const { default: found } = (await import(pathToFileURL(join(folder, file)).href)) as { default?: unknown };
    const problems = problemsOf(found, name);
    if (problems.length > 0) complaints.push(`- commands/${file}: ${problems.join("; ")}`);
    else commands.set(name, found as Command<Services>);
  }
  const onMessages = [...commands.values()].filter(({ data }) => data.type === ApplicationCommandType.Message).length;
  const slash = commands.size - onMessages;
  if (slash > MAX_COMMANDS) complaints.push(`- there are ${slash} slash commands; Discord takes ${MAX_COMMANDS}`);
  if (onMessages > MAX_MESSAGE_COMMANDS)
    complaints.push(`- there are ${onMessages} message commands; Discord takes ${MAX_MESSAGE_COMMANDS}`);
  if (complaints.length > 0)
    throw new StartError(`Not every file in commands/ is a command:\n${complaints.join("\n")}`);
  return commands;
}

function problemsOf(found: unknown, name: string): string[] {
  if (typeof found !== "object" || found === null) return ["it does not export a command as its default"];
  const read = commandSchema.safeParse(found);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
  const key = commandKey(read.data.data.name);
  return key === name ? [] : [`its command is named "${key}", but the file "${name}"`];
}
