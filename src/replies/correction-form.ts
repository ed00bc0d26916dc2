import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Answers } from "#src/triage/assessment.ts";
import { takesBackLength } from "#src/triage/decide.ts";
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

/**
 * What a reading found and the person may take back: at most ten, the most serious first. A length that they chose
 * themselves was not read wrongly, and so neither were the signs that it brings.
 */
export function correctable(state: ReadingState, catalogue: SignCatalogue): Correctable[] {
  const { present, risks, durationDays, chosenDays } = state;
  const isChosen = (id: string): boolean => chosenDays !== null && chosenDays === durationDays && takesBackLength([id]);
  const found = present.filter((id) => !isChosen(id));
  const signs = found.flatMap((id) => catalogue.signs.get(id) ?? []).sort((a, b) => b.level - a.level);
  return [...signs, ...risks.flatMap((id) => catalogue.risks.get(id) ?? [])].slice(0, MOST_BOXES);
}

/** What the submitted form took back; of a length that goes with it, what the person chose themselves is told again. */
export function readCorrection(
  { fields }: Pick<ActionRequest, "fields">,
  { state, signs }: { readonly state: ReadingState; readonly signs: SignCatalogue },
): Answers {
  const ticked = fields.found ?? [];
  const corrected = correctable(state, signs)
    .map(({ id }) => id)
    .filter((id) => !ticked.includes(id));
  const { chosenDays } = state;
  const isKept = chosenDays !== null && takesBackLength(corrected);
  return { corrected, ...(isKept ? { sinceDays: chosenDays } : {}) };
}
