import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import { label } from "../triage-form.ts";
import { staffId } from "./staff-id.ts";

/** The form that takes a settings file. */
export function importForm(): APIModalInteractionResponseCallbackData {
  const upload = { type: ComponentType.FileUpload, custom_id: "file", min_values: 1, max_values: 1 } as const;
  return {
    custom_id: encodeCustomId(staffId("import-read")),
    title: "Import settings",
    components: [
      label("The file from /spotter export", upload, "First you see what it would change; nothing changes yet."),
    ],
  };
}
