import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { indexedPng } from "./indexed-png.ts";

// Twice the 360 points at which a phone shows it.
const WIDTH = 720;

const readPackaged = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(file)));

await initWasm(readPackaged("@resvg/resvg-wasm/index_bg.wasm"));
const font = readPackaged("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf");

/** Draws an SVG as a PNG; the same drawing always gives the same bytes. It takes a while: in the bot, never but in a worker. */
export function svgToPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
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
