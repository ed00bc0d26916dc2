import { UserError } from "#src/errors.ts";
import type { VersionedSettings } from "#src/storage/guild-settings-store.ts";
import type { StaffServices } from "./staff-part.ts";

/**
 * The settings of a server, to be changed.
 *
 * @throws UserError where nothing could be saved: defaults must not pass for what a server has set.
 */
export async function readSettingsToWorkOn({
  guildId,
  storage,
}: Pick<StaffServices, "guildId" | "storage">): Promise<VersionedSettings> {
  const health = await storage.health();
  if (health.kind === "degraded") throw new UserError(`The settings cannot be used now. ${health.problem}`);
  return storage.settings.read(guildId);
}
