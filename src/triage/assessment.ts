/** 0 ordinary soreness, 1 ease off and re-check, 2 stop and be seen, 3 urgent help. */
export type Level = 0 | 1 | 2 | 3;

/** How soon, inside level 3 (`emergency`, `same-day`) and level 2 (`prompt`, `routine`); null below. */
export type Band = "emergency" | "same-day" | "prompt" | "routine" | null;

export type Trend = "better" | "same" | "worse" | "comes-and-goes";

/** What the pain feels like, in the form's words. */
export type Feeling = "dull" | "sharp" | "burning" | "tingling" | "unsure";

/** Whose body is spoken of. */
export type Subject = "self" | "other";

/** Words of the person's own text; `start` and `end` are offsets into it, half-open. */
export type Quote = { readonly text: string; readonly start: number; readonly end: number };

/** A sign that stands, with what caused it. */
export type Finding = {
  readonly id: string;
  /** The words that caused it; null when a tick or button did. */
  readonly quote: Quote | null;
  /** `guess` is the second reader's, or rests on a repaired word alone: it asks, it does not decide. */
  readonly certainty: "said" | "guess";
  /** Words that were read as another spelling, such as `fevr` as `fever`. */
  readonly repaired: readonly { readonly written: string; readonly read: string }[];
};

export type SetAsideReason =
  | "negated"
  | "past"
  | "somebody-else"
  | "hypothetical"
  | "question"
  | "look-alike"
  | "doubted"
  | "corrected";

/** A sign that was seen and does not count, and why. */
export type SetAside = { readonly id: string; readonly quote: Quote | null; readonly reason: SetAsideReason };

/** One of the article's reasons that fits, with the words that point to it. */
export type FittingCause = { readonly id: string; readonly quote: Quote | null };

/** A question with answer buttons; `signId` is the sign that a yes would add. */
export type Question =
  | { readonly kind: "sign"; readonly signId: string }
  | { readonly kind: "feels" }
  | { readonly kind: "since" }
  | { readonly kind: "any-of-these" };

/**
 * What the card is about:
 * `crisis` a wish to die; `urgent` level 3; `see-someone` level 2; `watch` level 1; `ordinary` level 0 with evidence;
 * `not-understood` something about the body was said that nobody could read; `nothing-reported` no symptom at all.
 */
export type AssessmentKind =
  | "crisis"
  | "urgent"
  | "see-someone"
  | "watch"
  | "ordinary"
  | "not-understood"
  | "nothing-reported";

/** The decision, explaining itself. Never "safe": nothing found is not a finding. */
export type Assessment = {
  readonly kind: AssessmentKind;
  readonly level: Level;
  readonly band: Band;
  /** True when the reply puts `questions` to the person. */
  readonly asks: boolean;
  /** At most two, most important first; empty when `asks` is false. */
  readonly questions: readonly Question[];
  readonly subject: Subject;
  /** Signs that stand, most serious first; risk factors are not among them. */
  readonly findings: readonly Finding[];
  /** Risk factors that the person named. */
  readonly risks: readonly Finding[];
  readonly ignored: readonly SetAside[];
  readonly causes: readonly FittingCause[];
  readonly durationDays: number | null;
  readonly trend: Trend | null;
  /** Words about the body that nothing could read. */
  readonly leftovers: readonly Quote[];
  /** The rule that gave the level, as a short sentence; reckoned when it is asked for. */
  readonly decidedBy: string;
};

/** What a person ticked or chose; anything absent is unknown, never a no. */
export type Answers = {
  readonly feels?: Feeling;
  /** Days, the middle of the chosen range. */
  readonly sinceDays?: number;
  readonly trend?: Trend;
  /** Signs ticked, or answered with yes. */
  readonly present?: readonly string[];
  /** Signs answered with no. */
  readonly absent?: readonly string[];
  /** Signs whose question was answered with "don't know". */
  readonly unsure?: readonly string[];
  /** Signs the person took back through "Read wrongly". */
  readonly corrected?: readonly string[];
};

/** An earlier decision as a card's buttons carry it; a later one never falls below it except through `corrected`. */
export type Earlier = {
  readonly present: readonly string[];
  readonly corrected: readonly string[];
  readonly risks: readonly string[];
  readonly feels: Feeling | null;
  readonly durationDays: number | null;
  readonly trend: Trend | null;
  readonly hasLeftovers: boolean;
  readonly subject: Subject;
  readonly level: Level;
  readonly band: Band;
};
