import { MUSCLES, type Muscle } from "#src/knowledge/accessory.ts";
import { BODY, DEEP_ERECTORS, EAR, FIGURE, HAIR, LANDMARKS, type MuscleShape, OTHERS, SHORTS } from "./figure.ts";

export const WIDTH = 940;
export const HEIGHT = 660;

const CENTRE = WIDTH / 2;
const LABEL_X = 226;
const LABEL_SIZE = 34;
const LABEL_GAP = 50;
// A label's middle stands a little above its baseline.
const BASELINE = 12;
const LOWEST_LABEL = 610;

// Orange on slate: told apart with any kind of colour vision, and on Discord's dark and light ground alike.
const COLOURS = {
  panel: "#20262f",
  body: "#525e6e",
  outline: "#1a2028",
  muscle: "#667384",
  edge: "#465262",
  fibre: "#59667a",
  hair: "#39434f",
  shorts: "#333c48",
  lit: "#ff9a4d",
  litEdge: "#7d3208",
  litFibre: "#d9631c",
  deep: "#ffd08a",
  text: "#ffffff",
} as const;

const LIT_ORDER = Object.keys(FIGURE) as Muscle[];

/** Draws the back of a body with these muscles lit and named. */
export function muscleMapSvg(muscles: readonly Muscle[]): string {
  const half = halfBody(muscles);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter">
<defs>
<linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
<stop offset="0.9" stop-color="#fff"/><stop offset="0.985" stop-color="#000"/>
</linearGradient>
<mask id="faded"><rect x="-300" y="-18" width="600" height="${HEIGHT}" fill="url(#fade)"/></mask>
<pattern id="stripes" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">
<rect width="4.5" height="9" fill="${COLOURS.deep}"/>
</pattern>
</defs>
<rect width="${WIDTH}" height="${HEIGHT}" rx="28" fill="${COLOURS.panel}"/>
<g transform="translate(${CENTRE} 18)">
<g mask="url(#faded)">
<g>${half}</g><g transform="scale(-1 1)">${half}</g>
</g>
${labels(muscles)}
</g>
</svg>`;
}

function halfBody(muscles: readonly Muscle[]): string {
  const isLit = (muscle: Muscle) => muscles.includes(muscle);
  const line = (path: string) =>
    `<path d="${path}" fill="none" stroke="${COLOURS.outline}" stroke-opacity="0.55" stroke-width="2.5"/>`;
  return [
    filled(EAR, COLOURS.body, COLOURS.outline, 2),
    filled(BODY, COLOURS.body, COLOURS.outline, 3),
    ...OTHERS.map((path) => filled(path, COLOURS.muscle, COLOURS.edge, 2)),
    filled(SHORTS, COLOURS.shorts, COLOURS.outline, 2),
    filled(HAIR, COLOURS.hair, COLOURS.outline, 2),
    ...LIT_ORDER.map((muscle) => muscleShape(FIGURE[muscle], isLit(muscle))),
    ...LANDMARKS.map(line),
    isLit("erectors") ? striped(DEEP_ERECTORS) : "",
  ].join("");
}

function muscleShape({ path, fibres, deep }: MuscleShape, isLit: boolean): string {
  if (deep) return isLit ? striped(path) : "";
  const [fill, edge, fibre] = isLit
    ? [COLOURS.lit, COLOURS.litEdge, COLOURS.litFibre]
    : [COLOURS.muscle, COLOURS.edge, COLOURS.fibre];
  return `${filled(path, fill, edge, 2.5)}<path d="${fibres}" fill="none" stroke="${fibre}" stroke-width="1.8" stroke-linecap="round"/>`;
}

function filled(path: string, fill: string, edge: string, width: number): string {
  return `<path d="${path}" fill="${fill}" stroke="${edge}" stroke-width="${width}" stroke-linejoin="round"/>`;
}

function striped(path: string): string {
  return `<path d="${path}" fill="url(#stripes)" stroke="${COLOURS.deep}" stroke-width="3" stroke-linejoin="round"/>`;
}

function labels(muscles: readonly Muscle[]): string {
  return (["left", "right"] as const).flatMap((side) => column(muscles, side)).join("");
}

/** The names on one side, from top to bottom, each beside its muscle where there is room. */
function column(muscles: readonly Muscle[], side: "left" | "right"): string[] {
  const sign = side === "left" ? -1 : 1;
  const here = muscles
    .filter((muscle) => FIGURE[muscle].side === side)
    .sort((a, b) => FIGURE[a].anchor[1] - FIGURE[b].anchor[1]);
  const heights = spread(here.map((muscle) => FIGURE[muscle].anchor[1]));
  return here.map((muscle, index) => {
    const [x, y] = FIGURE[muscle].anchor;
    const at = heights[index] ?? y;
    const end = side === "left" ? "end" : "start";
    return (
      `<polyline points="${sign * x},${y} ${sign * (LABEL_X - 34)},${at} ${sign * (LABEL_X - 10)},${at}" fill="none" ` +
      `stroke="${COLOURS.text}" stroke-width="2.5" stroke-linejoin="round"/>` +
      `<circle cx="${sign * x}" cy="${y}" r="6.5" fill="${COLOURS.text}" stroke="${COLOURS.outline}" stroke-width="2"/>` +
      `<text x="${sign * LABEL_X}" y="${at + BASELINE}" font-size="${LABEL_SIZE}" font-weight="600" ` +
      `text-anchor="${end}" fill="${COLOURS.text}">${MUSCLES[muscle]}</text>`
    );
  });
}

/** Moves heights apart until no two names touch, the whole column staying near its muscles. */
function spread(wanted: readonly number[]): number[] {
  const mean = wanted.reduce((sum, height) => sum + height, 0) / Math.max(1, wanted.length);
  const placed: number[] = [];
  for (const height of wanted) placed.push(Math.max(height, (placed.at(-1) ?? 0) + LABEL_GAP));
  const drift = placed.reduce((sum, height) => sum + height, 0) / Math.max(1, placed.length) - mean;
  const last = placed.at(-1) ?? 0;
  const shift = Math.max(drift, last - LOWEST_LABEL);
  return placed.map((height) => height - shift);
}
