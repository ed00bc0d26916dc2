import type { MessageBody } from "#src/discord/reply.ts";
import type { EmergencyNumbers, EmergencyPlace } from "#src/knowledge/emergency-numbers.ts";
import { button, soreId } from "./button.ts";
import { buildCard } from "./card.ts";
import { findPlace, phone } from "./emergency-numbers.ts";
import { pageOf, pageTexts } from "./pages.ts";

/** The button that lists every country's number privately. */
export function allCountriesButton() {
  return button({ label: "All countries" }, soreId("numbers", null, ""));
}

/** Which page of whose list, and whose country stands first in it. */
export type NumbersView = { readonly page: number; readonly ownerId: string; readonly country: string | null };

/** Every country's emergency number, one page of it; its owner turns the pages. */
export function emergencyList(numbers: EmergencyNumbers, { page, ownerId, country }: NumbersView): MessageBody {
  const first = findPlace(numbers, country);
  const places = first === null ? numbers.places : [first, ...numbers.places.filter((place) => place !== first)];
  const pages = pageTexts(places.map(placeLine));
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
