import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { alias, line, notWhile, title } from "./content-fields.ts";
import { listContent, readYaml } from "./content-file.ts";

/** The muscles a picture can light up. */
export const MUSCLES = {
  "upper-traps": "Upper traps",
  "mid-traps": "Mid traps",
  "lower-traps": "Lower traps",
  rhomboids: "Rhomboids",
  "rear-delts": "Rear delts",
  lats: "Lats",
  teres: "Teres",
  infraspinatus: "Infraspinatus",
  erectors: "Erectors",
  neck: "Neck",
} as const;
export type Muscle = keyof typeof MUSCLES;

/** What a gym or a home may have. */
export const EQUIPMENT = {
  barbell: "Barbell",
  dumbbells: "Dumbbells",
  kettlebell: "Kettlebell",
  cable: "Cable",
  band: "Band",
  machine: "Machine",
  "pull-up-bar": "Pull-up bar",
  rings: "Rings or straps",
  landmine: "Landmine or T-bar",
  "trap-bar": "Trap bar",
  bench: "Bench",
} as const;
export type Equipment = keyof typeof EQUIPMENT;

/** One way of doing an exercise, with everything it needs. */
export type Variation = { readonly name: string; readonly equipment: readonly Equipment[] };

/**
 * One of the article's exercise families. The article gives its name and how many variations it wants;
 * variations, muscles, equipment and how to do it well are ours.
 */
export type Accessory = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What the article itself says about it. */
  readonly articleSays: string;
  readonly notGiven: readonly string[];
  readonly notWhile: number | null;
  readonly variations: readonly Variation[];
  readonly muscles: readonly Muscle[];
  /** Everything that any variation needs. */
  readonly equipment: readonly Equipment[];
  readonly doItWell: string;
  /** The causes it answers; written down in the causes' files, so that it is said only once. */
  readonly causes: readonly string[];
};

const schema = z.strictObject({
  name: title,
  aliases: z.array(alias).min(3).max(40),
  article_says: line,
  not_given: z.array(line).min(1),
  not_while: notWhile.nullable(),
  ours: z.strictObject({
    variations: z.array(z.strictObject({ name: title, equipment: z.array(closedList(EQUIPMENT)).min(1) })).min(2),
    muscles: z.array(closedList(MUSCLES)).min(1),
    do_it_well: line,
  }),
});

/** Reads every file of the accessories folder; `causes` stays empty until the causes are known. */
export function loadAccessories(folder: string, complaints: Complaints): Accessory[] {
  return listContent(folder, ".yaml", complaints).flatMap(({ id, file }) => {
    const content = readYaml(file, schema, complaints);
    if (content === null) return [];
    const { variations, muscles, do_it_well } = content.ours;
    return [
      {
        id,
        name: content.name,
        aliases: content.aliases,
        articleSays: content.article_says,
        notGiven: content.not_given,
        notWhile: content.not_while,
        variations,
        muscles,
        equipment: [...new Set(variations.flatMap(({ equipment }) => equipment))],
        doItWell: do_it_well,
        causes: [],
      },
    ];
  });
}

function closedList<Name extends string>(names: Record<Name, string>) {
  const known = Object.keys(names) as Name[];
  return z.enum(known, { error: `must be one of: ${known.join(", ")}` });
}
