import type { Assessment } from "#src/triage/assessment.ts";
import type { LabelledText } from "./labelled-sets.ts";

/** What was answered to a labelled text. */
export type Answer = Pick<Assessment, "level" | "band" | "asks">;
export type Outcome = { readonly text: LabelledText; readonly answer: Answer };

/** One figure of issue 3: a share of those texts that it is about, and what it must and should be, in percent. */
export type Measure = {
  readonly name: string;
  readonly short: string;
  readonly isAbout: (text: LabelledText) => boolean;
  readonly counts: (outcome: Outcome) => boolean;
  readonly best: "least" | "most";
  readonly must: number;
  readonly goal: number;
};

/** The level that the answer is held against: a level that a careful reader could defend is right. */
function isAccepted({ text, answer }: Outcome): boolean {
  return answer.level === text.level || text.accept.includes(answer.level);
}

const isWarning = ({ level }: LabelledText): boolean => level >= 2;
const isUrgent = ({ level }: LabelledText): boolean => level === 3;
const isOrdinary = ({ level }: LabelledText): boolean => level === 0;

/** The table of issue 3, in its order. */
export const MEASURES: readonly Measure[] = [
  {
    name: "level 2 or more answered as ordinary without asking (wrongly reassured)",
    short: "reassured",
    isAbout: isWarning,
    counts: (one) => one.answer.level === 0 && !one.answer.asks && !isAccepted(one),
    best: "least",
    must: 1,
    goal: 0,
  },
  {
    name: "level 3 found outright",
    short: "3 found",
    isAbout: isUrgent,
    counts: (one) => one.answer.level === 3 || isAccepted(one),
    best: "most",
    must: 92,
    goal: 99,
  },
  {
    name: "level 3 found or asked",
    short: "or asked",
    isAbout: isUrgent,
    counts: (one) => one.answer.level === 3 || one.answer.asks || isAccepted(one),
    best: "most",
    must: 99,
    goal: 100,
  },
  {
    name: "level 2 or more found outright",
    short: "2+ found",
    isAbout: isWarning,
    counts: (one) => one.answer.level >= 2 || isAccepted(one),
    best: "most",
    must: 90,
    goal: 97,
  },
  {
    name: "level 1 shown as 1 or more, or asked",
    short: "1 seen",
    isAbout: ({ level }) => level === 1,
    counts: (one) => one.answer.level >= 1 || one.answer.asks || isAccepted(one),
    best: "most",
    must: 85,
    goal: 95,
  },
  {
    name: "level 0 shown as 2 or more (false alarm)",
    short: "alarm",
    isAbout: isOrdinary,
    counts: (one) => one.answer.level >= 2 && !isAccepted(one),
    best: "least",
    must: 4,
    goal: 2,
  },
  {
    name: "level 0 asked needlessly",
    short: "needless",
    isAbout: isOrdinary,
    counts: ({ answer }) => answer.asks,
    best: "least",
    must: 25,
    goal: 12,
  },
  {
    name: "level 0 shown as 0",
    short: "0 as 0",
    isAbout: isOrdinary,
    counts: isAccepted,
    best: "most",
    must: 80,
    goal: 93,
  },
  {
    name: "level 2 or more shown below 2 without asking",
    short: "2+ low",
    isAbout: isWarning,
    counts: (one) => one.answer.level < 2 && !one.answer.asks && !isAccepted(one),
    best: "least",
    must: 4,
    goal: 1,
  },
  {
    name: "level 0 or 1 shown as 3",
    short: "0-1 as 3",
    isAbout: ({ level }) => level < 2,
    counts: (one) => one.answer.level === 3 && !isAccepted(one),
    best: "least",
    must: 1,
    goal: 0,
  },
  {
    name: "band right where level 3 was found (emergency against same-day)",
    short: "band",
    isAbout: ({ level, band }) => level === 3 && band !== null,
    counts: ({ text, answer }) => answer.band === text.band,
    best: "most",
    must: 95,
    goal: 95,
  },
];

/** The share in percent, or null where the texts hold none that the measure is about. */
export function scoreOf(measure: Measure, outcomes: readonly Outcome[]): number | null {
  const isBand = measure.short === "band";
  const about = outcomes.filter(({ text, answer }) => measure.isAbout(text) && (!isBand || answer.level === 3));
  return about.length === 0 ? null : (100 * about.filter(measure.counts).length) / about.length;
}

/** Whether a score is as good as it must be, and as it should be. */
export function gradeOf({ best, must, goal }: Measure, score: number): "goal" | "must" | "missed" {
  const isWithin = (limit: number): boolean => (best === "least" ? score <= limit : score >= limit);
  if (isWithin(goal)) return "goal";
  return isWithin(must) ? "must" : "missed";
}

export type Miss =
  | "wrongly reassured"
  | "too low"
  | "too low, but asked"
  | "false alarm"
  | "too high"
  | "wrong band"
  | "asked needlessly";

/** What is wrong with an answer; null where nothing is. */
export function missOf(outcome: Outcome): Miss | null {
  const { text, answer } = outcome;
  if (!isAccepted(outcome)) {
    if (answer.level > text.level) return text.level === 0 && answer.level >= 2 ? "false alarm" : "too high";
    if (answer.asks) return "too low, but asked";
    return text.level >= 2 && answer.level === 0 ? "wrongly reassured" : "too low";
  }
  if (text.level === 3 && text.band !== null && answer.level === 3 && answer.band !== text.band) return "wrong band";
  return text.level === 0 && answer.asks ? "asked needlessly" : null;
}
