import type { EmergencyNumbers, EmergencyPlace, PhoneNumber } from "#src/knowledge/emergency-numbers.ts";

/** The place of a country's code; null where no code is given, or nobody knows its numbers. */
export function findPlace({ places }: EmergencyNumbers, code: string | null): EmergencyPlace | null {
  return places.find((place) => place.code === code) ?? null;
}

/** The short list as it stands on a warning: `UK 999, EU 112, ...`; a given place stands first. */
export function shortNumbers({ shortList }: EmergencyNumbers, first: EmergencyPlace | null): string {
  const listed = shortList.find(({ place }) => place === first);
  const head = listed ?? (first === null ? null : { label: first.name, place: first });
  const rest = shortList.filter((one) => one !== listed);
  return [...(head === null ? [] : [head]), ...rest]
    .map(({ label, place }) => `${label} ${withDoubt(place.numbers[0])}`)
    .join(", ");
}

/** Whom to ask in a country where nothing is an emergency. */
export function adviceLineWords(place: EmergencyPlace | null): string {
  return place?.adviceLine == null ? "your local line for advice" : phone(place.adviceLine);
}

/** A country's numbers in one line; only its line for advice where the emergency numbers stand on the card already. */
export function placeNumbers({ name, numbers, adviceLine }: EmergencyPlace, isOnlyAdvice: boolean): string {
  const parts = [
    ...(isOnlyAdvice ? [] : [`emergency ${numbers.map(withDoubt).join(" or ")}`]),
    ...(adviceLine === null ? [] : [`advice ${phone(adviceLine)}`]),
  ];
  return parts.length === 0 ? "" : `**${name}:** ${parts.join(" · ")}`;
}

/** A number with everything that is known about it. */
export function phone({ call, note, verified }: PhoneNumber): string {
  const remarks = [note, verified ? null : "please check"].filter((remark) => remark !== null);
  return remarks.length === 0 ? call : `${call} (${remarks.join("; ")})`;
}

function withDoubt(number: PhoneNumber | undefined): string {
  if (number === undefined) return "";
  return number.verified ? number.call : `${number.call} (please check)`;
}
