import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { line } from "./content-fields.ts";
import { readYaml } from "./content-file.ts";

/** A number to call; `verified` is false where sources disagree or only one was seen. */
export type PhoneNumber = { readonly call: string; readonly note: string | null; readonly verified: boolean };

/** A country and whom to call there for an ambulance. */
export type EmergencyPlace = {
  /** ISO 3166 two-letter code; EU stands for all member states. */
  readonly code: string;
  readonly name: string;
  /** The one to show first comes first. */
  readonly numbers: readonly PhoneNumber[];
  /** A line for advice that is no emergency, where one is known. */
  readonly adviceLine: PhoneNumber | null;
  readonly note: string | null;
};

/** Every known place, and the few that a warning names when the country is not known. */
export type EmergencyNumbers = {
  readonly places: readonly EmergencyPlace[];
  readonly shortList: readonly { readonly label: string; readonly place: EmergencyPlace }[];
  /** What to call it where the country is not known. */
  readonly unknownPlace: string;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
};

const code = z.string().regex(/^[A-Z]{2}$/, "must be a country code of two capitals");
const phone = z.strictObject({
  // A string, since YAML would read 000 as zero.
  call: z.string({ error: 'must stand in quotes, such as "112"' }).regex(/^\+?[0-9][0-9 ]*$/, "must be a phone number"),
  note: line.nullable().default(null),
  verified: z.boolean().default(true),
});
const schema = z.strictObject({
  unknown_place: line,
  short_list: z.array(z.strictObject({ label: line, code })).min(1),
  notes: z.array(line),
  sources: z.array(z.string()).min(1),
  places: z
    .array(
      z.strictObject({
        code,
        name: line.max(80),
        numbers: z.array(phone).min(1),
        advice_line: phone.nullable().default(null),
        note: line.nullable().default(null),
      }),
    )
    .min(1),
});

/** Reads the emergency numbers' file. */
export function loadEmergencyNumbers(file: string, complaints: Complaints): EmergencyNumbers | null {
  const content = readYaml(file, schema, complaints);
  if (content === null) return null;
  const places = content.places.map(({ advice_line, ...place }) => ({ ...place, adviceLine: advice_line }));
  for (const [index, { code }] of places.entries()) {
    if (places.findIndex((place) => place.code === code) !== index)
      complaints.add(file, "places", `${code} stands there twice`);
  }
  const shortList = content.short_list.flatMap(({ label, code }) => {
    const place = places.find((known) => known.code === code);
    if (place === undefined) complaints.add(file, "short_list", `${code} is not among the places`);
    return place === undefined ? [] : [{ label, place }];
  });
  return { places, shortList, unknownPlace: content.unknown_place, notes: content.notes, sources: content.sources };
}
