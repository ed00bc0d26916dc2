import { join } from "node:path";
import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { listContent, readYaml } from "./content-file.ts";
import type { Raise, Recognition, RiskRule } from "./reading-content.ts";
import type { RiskFactor, Sign, SignCatalogue } from "./signs.ts";

const LONGEST_CHECKBOX_LABEL = 100;
const MOST_ON_FORM = 10;
const HIGHEST_NUMBER = 127;

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const band = z.enum(["emergency", "same-day", "prompt", "routine"]);
const texts = z.array(z.string().min(1)).default([]);

const recognition = {
  number: z.int().min(1).max(HIGHEST_NUMBER),
  title: z.string().min(3).max(90),
  why: z.string().min(10).max(240),
  intimate: z.boolean().default(false),
  sources: z.array(z.string()).min(1),
  patterns: texts,
  hints: texts,
  look_alikes: texts,
  examples: z.strictObject({ matches: texts, ignores: texts }).prefault({}),
};

const raised = z.array(z.strictObject({ with: z.array(z.string()).min(1), level, band: band.nullable() })).default([]);

const signSchema = z
  .strictObject({
    ...recognition,
    level,
    band: band.nullable().default(null),
    ask: z.string().min(10).max(150),
    form: z.string().min(3).max(LONGEST_CHECKBOX_LABEL).nullable().default(null),
    stays_urgent: z.boolean().default(false),
    raised,
  })
  .refine((sign) => (sign.band === null) === sign.level < 2, {
    path: ["band"],
    error: "goes with level 2 (prompt, routine) and level 3 (emergency, same-day) and no other",
  });

const riskSchema = z.strictObject({
  ...recognition,
  note: z.string().min(10).max(160).nullable().default(null),
  ordinary: level.default(0),
  unexplained: level.nullable().default(null),
  lasting: level.default(0),
  otherwise: level.default(0),
  raised,
});

/** The signs and risk factors as cards name them, and how each is recognised. */
export type LoadedSigns = {
  readonly catalogue: SignCatalogue;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly riskRules: ReadonlyMap<string, RiskRule>;
};

/** Reads `warning-signs/` and `risk-factors/`; every complaint names the file and the field. */
export function loadSigns(folder: string, complaints: Complaints): LoadedSigns {
  const signs = new Map<string, Sign>();
  const risks = new Map<string, RiskFactor>();
  const recognitions = new Map<string, Recognition>();
  const riskRules = new Map<string, RiskRule>();
  const numbers = new Map<number, string>();
  const takeNumber = (number: number, file: string): void => {
    const earlier = numbers.get(number);
    if (earlier !== undefined) complaints.add(file, "number", `${number} is also that of ${earlier}`);
    numbers.set(number, file);
  };
  for (const { id, file } of listContent(join(folder, "warning-signs"), ".yaml", complaints)) {
    const content = readYaml(file, signSchema, complaints);
    if (content === null) continue;
    takeNumber(content.number, file);
    const { number, level, band, title, ask, form, why, intimate, sources } = content;
    signs.set(id, { id, number, level, band, title, intimate, ask, form, why, sources });
    recognitions.set(id, recognise(id, content, content.raised, content.stays_urgent));
  }
  for (const { id, file } of listContent(join(folder, "risk-factors"), ".yaml", complaints)) {
    const content = readYaml(file, riskSchema, complaints);
    if (content === null) continue;
    takeNumber(content.number, file);
    const { number, title, why, note, intimate, sources } = content;
    risks.set(id, { id, number, title, intimate, why, note, sources });
    recognitions.set(id, recognise(id, content, [], true));
    riskRules.set(id, {
      ordinary: content.ordinary,
      unexplained: content.unexplained ?? content.ordinary,
      lasting: content.lasting,
      otherwise: content.otherwise,
      raised: content.raised,
    });
  }
  const onForm = [...signs.values()].filter((sign) => sign.form !== null).length;
  if (onForm > MOST_ON_FORM) {
    complaints.add(join(folder, "warning-signs"), "form", `${onForm} signs have a box; Discord shows ${MOST_ON_FORM}`);
  }
  return { catalogue: { signs, risks }, recognitions, riskRules };
}

type Content = Pick<z.output<typeof riskSchema>, "patterns" | "hints" | "look_alikes" | "examples">;

function recognise(id: string, content: Content, raised: readonly Raise[], staysUrgent: boolean): Recognition {
  const { patterns, hints, look_alikes: lookAlikes, examples } = content;
  return { id, patterns, hints, lookAlikes, raised, staysUrgent, examples };
}
