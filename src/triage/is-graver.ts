import type { Assessment, Band } from "./assessment.ts";

const URGENCY: readonly Band[] = [null, "routine", "prompt", "same-day", "emergency"];

type Graded = Pick<Assessment, "level" | "band">;

/** Whether one decision is more serious than another: by its level, and within a level by how soon. */
export function isGraver(one: Graded, other: Graded): boolean {
  if (one.level !== other.level) return one.level > other.level;
  return URGENCY.indexOf(one.band) > URGENCY.indexOf(other.band);
}
