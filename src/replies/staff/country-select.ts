import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { EmergencyNumbers } from "#src/knowledge/emergency-numbers.ts";
import { shortNumbers } from "../emergency-numbers.ts";

// Of Discord's 25 options, three are for no country and for turning the page.
const COUNTRIES_A_PAGE = 22;
const LONGEST = 100;
const PAGE = "page-";

/** A select for the country whose numbers stand first, one page of it; `page` null shows the page with the chosen one. */
export function countrySelect(
  numbers: EmergencyNumbers,
  { id, chosen, page }: { readonly id: CustomId; readonly chosen: string | null; readonly page: number | null },
): APIStringSelectComponent {
  const { places } = numbers;
  const last = Math.ceil(places.length / COUNTRIES_A_PAGE) - 1;
  const ofChosen = Math.floor(
    Math.max(
      0,
      places.findIndex(({ code }) => code === chosen),
    ) / COUNTRIES_A_PAGE,
  );
  const shown = Math.min(page ?? ofChosen, last);
  const here = places.slice(shown * COUNTRIES_A_PAGE, (shown + 1) * COUNTRIES_A_PAGE);
  const none = {
    value: "none",
    label: "No country",
    description: shortNumbers(numbers, null).slice(0, LONGEST),
    default: chosen === null,
  };
  const turn = (label: string, to: number) => ({ value: `${PAGE}${to}`, label });
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(id),
    placeholder: "Choose a country",
    options: [
      none,
      ...here.map(({ code, name, numbers: [first] }) => ({
        value: code,
        label: name,
        description: first?.call ?? code,
        default: code === chosen,
      })),
      ...(shown > 0 ? [turn("← Earlier countries", shown - 1)] : []),
      ...(shown < last ? [turn("More countries →", shown + 1)] : []),
    ],
  };
}

/** The page that an option turns to; null for a country. */
export function countryPage(value: string): number | null {
  return value.startsWith(PAGE) ? Number(value.slice(PAGE.length)) : null;
}
