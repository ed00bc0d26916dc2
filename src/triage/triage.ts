import type { Answers, Assessment, Earlier } from "./assessment.ts";

/** What one decision is made from; `text` is null when nothing was written, and `now` dates words like "since Tuesday". */
export type TriageInput = {
  readonly text: string | null;
  readonly now: Date;
  readonly answers?: Answers;
  readonly earlier?: Earlier;
};

/** Reads a description and answers, and decides. Pure: the same input gives the same assessment. */
export type Triage = { assess(input: TriageInput): Assessment };
