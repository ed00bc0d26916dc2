import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MUSCLES } from "#src/knowledge/accessory.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { pictureName } from "#src/knowledge/picture.ts";
import { muscleMapPng } from "../../scripts/muscle-map/muscle-map-png.ts";

const knowledge = loadKnowledge("knowledge");
const MOST_BYTES = 40 * 1024;

const wanted = [
  ...[...knowledge.accessories.keys()].map((id) => pictureName("accessory", id)),
  ...[...knowledge.causes.keys()].map((id) => pictureName("cause", id)),
  ...Object.keys(MUSCLES).map((id) => pictureName("muscle", id)),
];

test("every exercise, cause and muscle has its picture, and there is no other", () => {
  expect([...knowledge.pictures.keys()].toSorted()).toEqual(wanted.toSorted());
});

test.each(wanted)("%s is small, described, and what the script draws", (name) => {
  const picture = knowledge.pictures.get(name);
  if (picture === undefined) throw new Error(`${name} is not drawn: run node scripts/draw-muscle-maps.ts`);
  expect(picture.data.length).toBeLessThanOrEqual(MOST_BYTES);
  // Width in a PNG's header: twice the 360 points of a phone.
  expect(readFileSync(`knowledge/pictures/${name}.png`).readUInt32BE(16)).toBe(720);
  expect(picture.alt.length).toBeLessThanOrEqual(1024);
  for (const muscle of picture.muscles) expect(picture.alt.toLowerCase()).toContain(altWord(muscle));
  expect(Buffer.compare(picture.data, muscleMapPng(picture.muscles)), "run node scripts/draw-muscle-maps.ts").toBe(0);
});

function altWord(muscle: keyof typeof MUSCLES): string {
  return MUSCLES[muscle].toLowerCase();
}
