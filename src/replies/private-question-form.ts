import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { label } from "./triage-form.ts";

/** A form with one yes/no question; only the person who opened it sees it. */
export function privateQuestionForm(id: CustomId, question: string): APIModalInteractionResponseCallbackData {
  const options = [
    { value: "y", label: "Yes" },
    { value: "n", label: "No" },
    { value: "u", label: "Don't know" },
  ];
  return {
    custom_id: encodeCustomId(id),
    title: "Only you can read this",
    components: [
      { type: ComponentType.TextDisplay, content: question },
      label("Your answer", { type: ComponentType.RadioGroup, custom_id: "said", required: false, options }),
    ],
  };
}
