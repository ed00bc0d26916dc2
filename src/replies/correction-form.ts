import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { ReadingState } from "./reading-state.ts";
import { label, MOST_BOXES } from "./triage-form.ts";

const LONGEST_LABEL = 100;

type Correctable = { readonly id: string; readonly title: string };

/** The form of "Read wrongly": everything found stands ticked, and what is unticked will be set aside. */
export function correctionForm(
  id: CustomId,
  { state, signs }: { readonly state: ReadingState; readonly signs: SignCatalogue },
): APIModalInteractionResponseCallbackData {
  const options = correctable(state, signs).map(({ id, title }) => ({
    value: id,
    label: title.slice(0, LONGEST_LABEL),
    default: true,
  }));
  const boxes = {
    type: ComponentType.CheckboxGroup,
    custom_id: "found",
    required: false,
    min_values: 0,
    options,
  } as const;
  return {
    custom_id: encodeCustomId(id),
    title: "What did I read wrongly?",
    components: [label("Untick what is not so", boxes, "The answer is worked out again without it.")],
  };
}

/** What a reading found and the person may take back: at most ten, the most serious first. */
export function correctable({ present, risks }: ReadingState, catalogue: SignCatalogue): Correctable[] {
  const signs = present.flatMap((id) => catalogue.signs.get(id) ?? []).sort((a, b) => b.level - a.level);
  return [...signs, ...risks.flatMap((id) => catalogue.risks.get(id) ?? [])].slice(0, MOST_BOXES);
}

/** The ids that the submitted form took back. */
export function readCorrection(
  { fields }: Pick<ActionRequest, "fields">,
  { state, signs }: { readonly state: ReadingState; readonly signs: SignCatalogue },
): string[] {
  const ticked = fields.found ?? [];
  return correctable(state, signs)
    .map(({ id }) => id)
    .filter((id) => !ticked.includes(id));
}
