import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";

/** What a button says and what it leads to; grey unless told. */
export type ButtonText = { readonly label: string; readonly look?: "grey" | "blue" | "red" };

const STYLES = { grey: ButtonStyle.Secondary, blue: ButtonStyle.Primary, red: ButtonStyle.Danger } as const;

/** The custom id of an action of /upperback-sore. */
export function soreId(action: string, ownerId: string | null, state: string): CustomId {
  return { command: "upperback-sore", action, ownerId, state };
}

/** The custom id of an action of /accessories. */
export function accessoriesId(action: string, ownerId: string | null, state: string): CustomId {
  return { command: "accessories", action, ownerId, state };
}

/** A button; what it does is named by its custom id. */
export function button({ label, look = "grey" }: ButtonText, id: CustomId): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: STYLES[look], label, custom_id: encodeCustomId(id) };
}
