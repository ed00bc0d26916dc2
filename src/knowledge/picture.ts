import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Accessory, MUSCLES, type Muscle } from "./accessory.ts";
import type { Complaints } from "./complaints.ts";
import { id } from "./content-fields.ts";
import { readYaml } from "./content-file.ts";

/** What a picture shows: the back of a body with some muscles lit, and the same in words for who cannot see it. */
export type PictureText = { readonly name: string; readonly muscles: readonly Muscle[]; readonly alt: string };

/** A drawn picture; its file is named `<name>.png`. */
export type Picture = PictureText & { readonly data: Uint8Array };

/** The name of the picture of an exercise, a cause or a muscle. */
export function pictureName(of: "accessory" | "cause" | "muscle", id: string): string {
  return `${of}-${id}`;
}

// Discord's limit for alt text.
const LONGEST_ALT = 1024;
const KNOWN_MUSCLES = Object.keys(MUSCLES) as Muscle[];

const alt = z.string().trim().min(1).max(LONGEST_ALT);
const muscle = z.enum(KNOWN_MUSCLES, { error: `must be one of: ${KNOWN_MUSCLES.join(", ")}` });
const schema = z.strictObject({
  accessories: z.record(id, z.strictObject({ alt })),
  causes: z.record(id, z.strictObject({ muscles: z.array(muscle).min(1), alt })),
  muscles: z.partialRecord(muscle, z.strictObject({ alt })),
});

/** Reads what the pictures show; those of an exercise show the muscles of its own file. */
export function readPictureTexts(
  folder: string,
  accessories: readonly Accessory[],
  complaints: Complaints,
): PictureText[] {
  const file = join(folder, "pictures.yaml");
  const texts = existsSync(file) ? readYaml(file, schema, complaints) : null;
  if (texts === null) return [];
  const ofAccessory = (wanted: string) => {
    const found = accessories.find((one) => one.id === wanted);
    if (found === undefined) complaints.add(file, `accessories.${wanted}`, `there is no exercise "${wanted}"`);
    return found?.muscles ?? [];
  };
  return [
    ...Object.entries(texts.accessories).map(([id, { alt }]) => ({
      name: pictureName("accessory", id),
      muscles: ofAccessory(id),
      alt,
    })),
    ...Object.entries(texts.causes).map(([id, { muscles, alt }]) => ({ name: pictureName("cause", id), muscles, alt })),
    ...Object.entries(texts.muscles).map(([id, { alt }]) => ({
      name: pictureName("muscle", id),
      muscles: [id as Muscle],
      alt,
    })),
  ];
}

/** Reads the drawn pictures; where one is not drawn yet, cards go without it. */
export function loadPictures(
  folder: string,
  accessories: readonly Accessory[],
  complaints: Complaints,
): ReadonlyMap<string, Picture> {
  const pictures = readPictureTexts(folder, accessories, complaints).flatMap((text) => {
    const file = join(folder, `${text.name}.png`);
    return existsSync(file) ? [{ ...text, data: readFileSync(file) }] : [];
  });
  return new Map(pictures.map((picture) => [picture.name, picture]));
}
