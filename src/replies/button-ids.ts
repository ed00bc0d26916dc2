import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { type CustomId, decodeCustomId } from "#src/discord/custom-id.ts";

/** What the buttons of a clicked answer lead to, from top to bottom. */
export function buttonIds(components: readonly APIMessageTopLevelComponent[]): CustomId[] {
  const rows = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const buttons = rows.flatMap((one) => (one.type === ComponentType.ActionRow ? one.components : []));
  return buttons.flatMap((one) => ("custom_id" in one ? [decodeCustomId(one.custom_id)] : []));
}
