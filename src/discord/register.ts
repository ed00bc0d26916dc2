import type { REST } from "discord.js";
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import type { Log } from "#src/operations/log.ts";
import { compareCommands } from "./command-difference.ts";

type RegisterOptions = {
  readonly rest: Pick<REST, "get" | "put">;
  readonly applicationId: string;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly log: Log;
};

/** Tells Discord which commands there are, if it does not know yet; says whether anything was written. */
export async function registerCommands({ rest, applicationId, commands, log }: RegisterOptions): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  // Without this Discord leaves translations out, and every start would see a difference.
  const query = new URLSearchParams({ with_localizations: "true" });
  const known = (await rest.get(route, { query })) as Record<string, unknown>[];
  const { added, removed, changed } = compareCommands(commands, known);
  if (added.length + removed.length + changed.length === 0) {
    log.info("Discord knows all commands already", { count: commands.length });
    return false;
  }
  if (removed.length > 0) {
    log.warn("Discord has commands that the folder commands/ does not know; they are removed now", {
      unknown: removed,
    });
  }
  await rest.put(route, { body: commands });
  log.info("Discord learned the commands", { added, removed, changed });
  return true;
}
