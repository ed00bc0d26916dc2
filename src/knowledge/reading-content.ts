import type { SecondReaderWeights } from "./second-reader-weights.ts";
import type { Sign } from "./signs.ts";

/** A sign beside which a sign weighs more. */
export type Raise = { readonly with: readonly string[]; readonly level: Sign["level"]; readonly band: Sign["band"] };

/** How one sign or risk factor is recognised; pattern texts are compiled by triage. */
export type Recognition = {
  readonly id: string;
  readonly patterns: readonly string[];
  /** Patterns that are too often innocent to decide; they lead the second reader, and to asking. */
  readonly hints: readonly string[];
  /** Patterns that make a match innocent where they stand beside it. */
  readonly lookAlikes: readonly string[];
  readonly raised: readonly Raise[];
  /** Counts although it has passed, within the last days. */
  readonly staysUrgent: boolean;
  readonly examples: { readonly matches: readonly string[]; readonly ignores: readonly string[] };
};

/** What a risk factor makes of ordinary soreness, of soreness past a week, and of any other sign. */
export type RiskRule = {
  readonly ordinary: Sign["level"];
  /** Of soreness of which neither a training nor a time is told. */
  readonly unexplained: Sign["level"];
  readonly lasting: Sign["level"];
  readonly otherwise: Sign["level"];
  readonly raised: readonly Raise[];
};

/** One row of the duration table: levels by trend from this many days on. */
export type DurationRow = {
  readonly fromDays: number;
  readonly better: Sign["level"];
  readonly same: Sign["level"];
  readonly unknown: Sign["level"];
  readonly worse: Sign["level"];
  readonly band: Sign["band"];
  readonly worseBand: Sign["band"];
};

/** A month, from 0, and a day of it. */
export type DayOfYear = { readonly month: number; readonly day: number };

/** How lifters name lengths of time, and what makes a length no length of a complaint. */
export type DurationWords = {
  readonly numbers: ReadonlyMap<string, number>;
  /** Unit to days. */
  readonly units: ReadonlyMap<string, number>;
  /** Phrase to days. */
  readonly vague: ReadonlyMap<string, number>;
  /** What may follow "since", in days before now. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Holidays and seasons. */
  readonly dates: ReadonlyMap<string, DayOfYear>;
  /** What stands before a month, such as "mid", to a day of it. */
  readonly monthParts: ReadonlyMap<string, number>;
  readonly unrelatedBefore: readonly string[];
  readonly unrelatedAfter: readonly string[];
  readonly restarts: readonly string[];
  readonly onset: readonly string[];
};

/** How lifters write: word classes, context cues, durations, rules, and words that are never corrected. */
export type ReadingContent = {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly durations: DurationWords;
  readonly durationTable: readonly DurationRow[];
  readonly noviceDays: number;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  /** The risk factors among `recognitions`. */
  readonly riskRules: ReadonlyMap<string, RiskRule>;
  readonly commonWords: ReadonlySet<string>;
  /** Null before the first training: the rules then read alone. */
  readonly secondReader: SecondReaderWeights | null;
};
