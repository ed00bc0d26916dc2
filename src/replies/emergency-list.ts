import type { MessageBody } from "#src/discord/reply.ts";
import type { EmergencyNumbers, EmergencyPlace, PhoneNumber } from "#src/knowledge/emergency-numbers.ts";
import { button, soreId } from "./button.ts";
import { buildCard } from "./card.ts";
import { pageOf, pageTexts } from "./pages.ts";

/** The short list as it stands on a warning: `UK 999, EU 112, ...`. */
export function shortNumbers({ shortList }: EmergencyNumbers): string {
  return shortList.map(({ label, place }) => `${label} ${place.numbers[0]?.call ?? ""}`).join(", ");
}

/** The button that lists every country's number privately. */
export function allCountriesButton() {
  return button({ label: "All countries" }, soreId("numbers", null, ""));
}

/** Every country's emergency number, one page of it; its owner turns the pages. */
export function emergencyList(
  numbers: EmergencyNumbers,
  { page, ownerId }: { readonly page: number; readonly ownerId: string },
): MessageBody {
  const pages = pageTexts(numbers.places.map(placeLine));
  const { index, text } = pageOf(pages, page);
  const turn = (label: string, to: number) => button({ label }, soreId("page", ownerId, String(to)));
  const turns = [
    ...(index > 0 ? [turn("Earlier", index - 1)] : []),
    ...(index < pages.length - 1 ? [turn("More", index + 1)] : []),
  ];
  return buildCard({
    level: 3,
    parts: [
      { text: `## Emergency numbers\nNot in the list? Ask someone near you for ${numbers.unknownPlace}.` },
      { text },
      { text: numbers.notes.map((note) => `-# ${note}`).join("\n") },
      ...(turns.length === 0 ? [] : [{ row: turns }]),
    ],
  });
}

function placeLine({ name, numbers, adviceLine, note }: EmergencyPlace): string {
  const advice = adviceLine === null ? "" : ` · advice: ${phone(adviceLine)}`;
  return `**${name}:** ${numbers.map(phone).join(" or ")}${advice}${note === null ? "" : `\n-# ${note}`}`;
}

function phone({ call, note, verified }: PhoneNumber): string {
  const remarks = [note, verified ? null : "please check"].filter((remark) => remark !== null);
  return remarks.length === 0 ? call : `${call} (${remarks.join("; ")})`;
}
