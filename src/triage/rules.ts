import type { DurationRow, Raise, ReadingContent, RiskRule } from "#src/knowledge/reading-content.ts";
import type { Sign } from "#src/knowledge/signs.ts";
import type { Band, Level, Trend } from "./assessment.ts";

/** A level with its band, and the rule that gave it, which few ask for. */
export type Verdict = { readonly level: Level; readonly band: Band; readonly because: () => string };

/** Everything the rules weigh: ids of signs and risk factors that stand, and how the complaint goes. */
export type Evidence = {
  readonly signs: ReadonlySet<string>;
  readonly risks: ReadonlySet<string>;
  /** Word classes of the text that combinations may name. */
  readonly details: ReadonlySet<string>;
  readonly days: number | null;
  readonly trend: Trend | null;
  readonly isNovice: boolean;
  readonly isRepeated: boolean;
  /** Whether a training is named, after which soreness is to be expected. */
  readonly hasTrainingCause: boolean;
};

const URGENCY: Record<NonNullable<Band>, number> = { emergency: 4, "same-day": 3, prompt: 2, routine: 1 };
const WATCH_DAYS = 4;
const LASTING_DAYS = 14;
const PEAK_DAYS = 3;
const WEEK = 7;
const SORENESS = "ordinary-soreness";
const STRONG_SORENESS = [SORENESS, "severity-unclear"];

/** Picks the more serious of two verdicts; the earlier one where they are equal. */
export function graver(a: Verdict, b: Verdict): Verdict {
  if (a.level !== b.level) return a.level > b.level ? a : b;
  return urgency(b.band) > urgency(a.band) ? b : a;
}

function urgency(band: Band): number {
  return band === null ? 0 : URGENCY[band];
}

/**
 * Weighs the evidence by the clinical reference's rules R1 to R6 and its duration table.
 *
 * The highest sign wins; combinations and risk factors only ever raise.
 */
export function weigh(evidence: Evidence, content: ReadingContent, signs: ReadonlyMap<string, Sign>): Verdict {
  const time = timeVerdict(evidence, content);
  const isLasting = time.level >= 2 && (evidence.days ?? 0) >= LASTING_DAYS;
  const course = [
    ...(isLasting ? ["long-lasting-pain"] : []),
    ...(evidence.trend === "worse" ? ["worsening-trend"] : []),
  ];
  const withCourse = { ...evidence, signs: new Set([...evidence.signs, ...course]) };
  let verdict: Verdict = { level: 0, band: null, because: () => "nothing more serious was named" };
  for (const id of evidence.signs) {
    const sign = signs.get(id);
    if (sign !== undefined) verdict = graver(verdict, signVerdict(sign, withCourse, content));
  }
  verdict = graver(verdict, time);
  for (const id of evidence.risks) {
    const rule = content.riskRules.get(id);
    if (rule !== undefined) verdict = graver(verdict, riskVerdict(id, rule, verdict, evidence));
  }
  return verdict;
}

function signVerdict(sign: Sign, evidence: Evidence, content: ReadingContent): Verdict {
  const base: Verdict = { level: baseLevel(sign, evidence), band: null, because: () => `the sign "${sign.title}"` };
  let verdict: Verdict = { ...base, band: base.level === sign.level ? sign.band : null };
  for (const raise of content.recognitions.get(sign.id)?.raised ?? []) {
    if (!holds(raise, evidence)) continue;
    verdict = graver(verdict, {
      level: raise.level,
      band: raise.band,
      because: () => `"${sign.title}" together with ${named(raise, evidence)}`,
    });
  }
  return verdict;
}

/** Three signs weigh by their circumstances: R6, and the peak of ordinary soreness. */
function baseLevel({ id, level }: Sign, evidence: Evidence): Level {
  if (id === "brief-lightheaded") return evidence.isRepeated ? 1 : 0;
  if (id === "recurrent-same-spot" && evidence.days !== null && evidence.days < 14) return 1;
  if (id === "worsening-trend" && evidence.days !== null && evidence.days <= PEAK_DAYS) return 0;
  return level;
}

function holds(raise: Raise, { signs, risks, details }: Evidence): boolean {
  return raise.with.some((id) => signs.has(id) || risks.has(id) || details.has(id));
}

function named(raise: Raise, { signs, risks, details }: Evidence): string {
  return raise.with.find((id) => signs.has(id) || risks.has(id) || details.has(id)) ?? "";
}

/** The duration table for dull pain; silent where no length was told. */
function timeVerdict({ days, trend, isNovice, risks }: Evidence, content: ReadingContent): Verdict {
  const none: Verdict = { level: 0, band: null, because: () => "" };
  if (days === null) return none;
  const isYoung = risks.has("risk-under-18") && days > WEEK;
  const row = rowFor(days, content.durationTable);
  const column = columnFor(trend, isYoung);
  const level = isNovice && column === "unknown" && days <= content.noviceDays ? 0 : row[column];
  const band = level < 2 ? null : ((column === "worse" ? row.worseBand : null) ?? row.band ?? "routine");
  return { level, band, because: () => `${Math.round(days)} days, ${trend ?? "trend not told"}` };
}

function rowFor(days: number, table: readonly DurationRow[]): DurationRow {
  return table.findLast((row) => days >= row.fromDays) ?? (table[0] as DurationRow);
}

function columnFor(trend: Trend | null, isYoung: boolean): "better" | "same" | "unknown" | "worse" {
  const column = trend === "better" ? "better" : trend === "worse" ? "worse" : trend === null ? "unknown" : "same";
  if (!isYoung) return column;
  return column === "better" ? "same" : "worse";
}

/** R4: what a risk factor makes of ordinary soreness, of lasting soreness and of any other sign. */
function riskVerdict(id: string, rule: RiskRule, verdict: Verdict, evidence: Evidence): Verdict {
  const because = (): string => `${id} and ${verdict.because()}`;
  for (const raise of rule.raised) if (holds(raise, evidence)) return { level: raise.level, band: raise.band, because };
  const hasComplaint = evidence.signs.size > 0 || evidence.days !== null;
  if (!hasComplaint) return verdict;
  const isLong = evidence.days !== null && evidence.days > WEEK;
  // Under 18 soreness that is called strong is watched, a strong pain is a reason to be seen (the rulings on section A).
  const isStrongSoreness = verdict.level === 1 && isNothingBut(evidence, STRONG_SORENESS) && !isLong;
  if (verdict.level === 0 || isStrongSoreness) {
    const isExplained = evidence.hasTrainingCause || evidence.days !== null;
    const ofSoreness = isExplained ? rule.ordinary : rule.unexplained;
    const level = isLong || isStrongSoreness ? rule.lasting : ofSoreness;
    return level < verdict.level ? verdict : { level, band: level < 2 ? null : "prompt", because };
  }
  if (verdict.level === 1 && evidence.days !== null && evidence.days < WATCH_DAYS && rule.otherwise < 2) return verdict;
  // What is nothing but soreness is watched as the table says, from day 8 on at least as a lasting one (section C).
  if (
    verdict.level === 1 &&
    isNothingBut(evidence, [SORENESS]) &&
    evidence.days !== null &&
    (!isLong || rule.lasting < 2)
  )
    return verdict;
  const level = isLong ? graverLevel(rule.lasting, rule.otherwise) : rule.otherwise;
  return level < 2 ? { level, band: null, because } : { level, band: "prompt", because };
}

function isNothingBut({ signs }: Evidence, ids: readonly string[]): boolean {
  return signs.size === ids.length && ids.every((id) => signs.has(id));
}

function graverLevel(a: Level, b: Level): Level {
  return a > b ? a : b;
}

/** Signs that the length alone brings: a pain that lasts, or soreness to watch. */
export function signsOfTime({ days, trend }: Pick<Evidence, "days" | "trend">, level: Level): readonly string[] {
  if (days === null || level === 0) return [];
  if (trend === "worse" && days > PEAK_DAYS && days < 14) return ["worsening-trend"];
  // Of somebody young a soreness of a week is a warning, and no other sign.
  return [level >= 2 && days >= 14 ? "long-lasting-pain" : "duration-watch"];
}
