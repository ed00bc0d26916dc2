import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Muscle } from "#src/knowledge/accessory.ts";
import { indexedPng } from "./indexed-png.ts";
import { muscleMapSvg } from "./muscle-map-svg.ts";

// Twice the 360 points at which a phone shows it.
const WIDTH = 720;

const readPackaged = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(file)));

await initWasm(readPackaged("@resvg/resvg-wasm/index_bg.wasm"));
const font = readPackaged("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf");

/** Draws the back of a body with these muscles lit, as a PNG; the same muscles always give the same bytes. */
export function muscleMapPng(muscles: readonly Muscle[]): Uint8Array {
  const drawing = new Resvg(muscleMapSvg(muscles), {
    font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: "Inter" },
    fitTo: { mode: "width", value: WIDTH },
  });
  const image = drawing.render();
  try {
    const { width, height, pixels } = image;
    return indexedPng({ width, height, pixels });
  } finally {
    image.free();
    drawing.free();
  }
}
