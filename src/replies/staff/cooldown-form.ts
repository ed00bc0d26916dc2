import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { UserError } from "#src/errors.ts";
import { label } from "../triage-form.ts";

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
const LONGEST_SECONDS = 86_400;

/** The form for a cooldown of any length. */
export function cooldownForm(id: CustomId): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId(id),
    title: "How long is the cooldown?",
    components: [
      label(
        "Length",
        {
          type: ComponentType.TextInput,
          custom_id: "length",
          style: TextInputStyle.Short,
          required: true,
          max_length: 20,
          placeholder: "90 s, 15 min or 2 h",
        },
        "At most 24 hours; 0 for none.",
      ),
    ],
  };
}

/**
 * Reads a length as people write it, in seconds; a bare number is seconds.
 *
 * @throws UserError saying how to write it.
 */
export function readLength(text: string): number {
  const [, count = "", unit = "s"] =
    /^\s*(\d{1,6})\s*([smh])?(?:ec(?:ond)?s?|in(?:ute)?s?|ours?|rs?)?\s*$/i.exec(text) ?? [];
  const seconds = Number(count) * (UNITS[unit.toLowerCase()] ?? 1);
  if (count !== "" && seconds <= LONGEST_SECONDS) return seconds;
  throw new UserError("Nothing was changed. Please write the cooldown as 90 s, 15 min or 2 h, at most 24 h.");
}
