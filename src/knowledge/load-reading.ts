import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { readYaml } from "./content-file.ts";
import { type LoadedSigns, loadSigns } from "./load-signs.ts";
import type { DayOfYear, DurationRow, DurationWords, ReadingContent } from "./reading-content.ts";
import { loadSecondReader } from "./second-reader-weights.ts";
import { loadWordClasses, splitWords } from "./word-classes.ts";

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const band = z.enum(["prompt", "routine"]).nullable().default(null);
const MONTH_DAY = /^(?:[1-9]|1[0-2])-(?:[1-9]|[12]\d|3[01])$/;
const days = z.record(z.string(), z.number().min(0));

const durationSchema = z.strictObject({
  numbers: days,
  units: days,
  vague: days,
  anchors: days,
  dates: z.record(z.string(), z.string().regex(MONTH_DAY, "must be month-day, such as 12-25")),
  "month-parts": days,
  "unrelated-before": z.string(),
  "unrelated-after": z.string(),
  restarts: z.string(),
  onset: z.string(),
});

const ruleSchema = z.strictObject({
  duration_table: z
    .array(
      z.strictObject({
        from_days: z.number().min(0),
        better: level,
        same: level,
        unknown: level,
        worse: level,
        band,
        worse_band: band,
      }),
    )
    .min(1),
  novice_days: z.number().min(1),
});

/** Everything triage is built from, and the signs as cards name them. */
export type LoadedReading = { readonly signs: LoadedSigns["catalogue"]; readonly reading: ReadingContent };

/** Reads `warning-signs/`, `risk-factors/` and `reading/`; null when a file is missing or broken. */
export function loadReading(folder: string, complaints: Complaints): LoadedReading | null {
  const loaded = loadSigns(folder, complaints);
  const reading = join(folder, "reading");
  const words = loadWordClasses(join(reading, "words"), complaints);
  const cues = readYaml(join(reading, "cues.yaml"), z.record(z.string(), z.string()), complaints);
  const durations = readYaml(join(reading, "durations.yaml"), durationSchema, complaints);
  const rules = readYaml(join(reading, "rules.yaml"), ruleSchema, complaints);
  if (cues === null || durations === null || rules === null) return null;
  return {
    signs: loaded.catalogue,
    reading: {
      words,
      cues: Object.fromEntries(Object.entries(cues).map(([name, text]) => [name, splitWords(text)])),
      durations: durationWords(durations),
      durationTable: rules.duration_table.map(durationRow),
      noviceDays: rules.novice_days,
      recognitions: loaded.recognitions,
      riskRules: loaded.riskRules,
      commonWords: loadCommonWords(join(reading, "common-words.txt"), complaints),
      secondReader: loadSecondReader(reading, complaints),
    },
  };
}

function durationWords(content: z.output<typeof durationSchema>): DurationWords {
  return {
    numbers: new Map(Object.entries(content.numbers)),
    units: new Map(Object.entries(content.units)),
    vague: new Map(Object.entries(content.vague)),
    anchors: new Map(Object.entries(content.anchors)),
    dates: new Map(Object.entries(content.dates).map(([name, date]) => [name, dayOfYear(date)])),
    monthParts: new Map(Object.entries(content["month-parts"])),
    unrelatedBefore: splitWords(content["unrelated-before"]),
    unrelatedAfter: splitWords(content["unrelated-after"]),
    restarts: splitWords(content.restarts),
    onset: splitWords(content.onset),
  };
}

function dayOfYear(date: string): DayOfYear {
  const [month, day] = date.split("-").map(Number) as [number, number];
  return { month: month - 1, day };
}

function durationRow(row: z.output<typeof ruleSchema>["duration_table"][number]): DurationRow {
  const { from_days: fromDays, better, same, unknown, worse, band, worse_band: worseBand } = row;
  return { fromDays, better, same, unknown, worse, band, worseBand };
}

function loadCommonWords(file: string, complaints: Complaints): ReadonlySet<string> {
  try {
    return new Set(
      readFileSync(file, "utf8")
        .split("\n")
        .filter((word) => word !== "" && !word.startsWith("#")),
    );
  } catch {
    complaints.add(file, "file", "cannot be read");
    return new Set();
  }
}
