import type { Knowledge } from "#src/knowledge/knowledge.ts";
import { pictureName } from "#src/knowledge/picture.ts";
import type { AccessoryFilter } from "./accessory-filter.ts";
import type { PicturePart } from "./card.ts";

type Shown = {
  readonly of: "accessory" | "cause" | "muscle";
  readonly id: string;
  readonly notWhile: number | null;
};

/** The muscle map of an exercise, cause or muscle as a part of a card; none where it is not drawn. */
export function muscleMap({ pictures }: Knowledge, { of, id, notWhile }: Shown): PicturePart[] {
  const picture = pictures.get(pictureName(of, id));
  return picture === undefined ? [] : [{ picture, notWhile }];
}

/** The muscle map of what a list was filtered by: the muscle asked for, or the muscles of the cause. */
export function filterMap(
  knowledge: Knowledge,
  { cause, muscle }: AccessoryFilter,
  notWhile: number | null,
): PicturePart[] {
  if (muscle !== null) return muscleMap(knowledge, { of: "muscle", id: muscle, notWhile });
  return cause === null ? [] : muscleMap(knowledge, { of: "cause", id: cause, notWhile });
}
