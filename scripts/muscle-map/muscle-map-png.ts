import type { Muscle } from "#src/knowledge/accessory.ts";
import { svgToPng } from "#src/pictures/svg-to-png.ts";
import { muscleMapSvg } from "./muscle-map-svg.ts";

/** Draws the back of a body with these muscles lit, as a PNG; the same muscles always give the same bytes. */
export function muscleMapPng(muscles: readonly Muscle[]): Uint8Array {
  return svgToPng(muscleMapSvg(muscles));
}
