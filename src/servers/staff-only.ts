import type { BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";

const ADMINISTRATOR = 1n << 3n;
const MANAGE_SERVER = 1n << 5n;

/** Whether somebody may manage the server, by this very interaction. */
export function mayManage({ guildId, memberPermissions }: BaseRequest): boolean {
  return guildId !== null && (memberPermissions & (MANAGE_SERVER | ADMINISTRATOR)) !== 0n;
}

/** Where staff works: their server, by this very interaction and never by an id that a button carries. */
export function staffServer(request: BaseRequest): string {
  const { guildId, onlyUserInstalled } = request;
  if (guildId === null) throw new UserError("Settings belong to a server. Please use **/spotter** there.");
  if (onlyUserInstalled) throw new UserError("This server has not added me, so there is nothing to set up here.");
  if (!mayManage(request)) throw new UserError("This needs the permission Manage Server.");
  return guildId;
}
