import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type {
  Answers,
  Assessment,
  AssessmentKind,
  Earlier,
  Feeling,
  Finding,
  Question,
  SetAside,
} from "./assessment.ts";
import type { Reading } from "./reading.ts";
import { type Evidence, signsOfTime, type Verdict, weigh } from "./rules.ts";

type Inputs = { readonly reading: Reading | null; readonly answers: Answers; readonly earlier: Earlier | null };
type Content = { readonly signs: SignCatalogue; readonly reading: ReadingContent };

const CRISIS = "wants-to-die";
const MOST_QUESTIONS = 2;

/** The sign that a feeling chosen in the form stands for. */
const FEELING_SIGN: Record<Feeling, string | null> = {
  dull: "ordinary-soreness",
  sharp: "sharp-stabbing-pain",
  burning: null,
  tingling: "tingling-numbness",
  unsure: null,
};
/** Signs that are only an outline of a more exact one. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  "tingling-numbness": ["tingling-numbness-persistent", "saddle-numbness", "cord-signs", "both-legs-neuro"],
  "effort-leak": ["bladder-bowel-change"],
  "brief-lightheaded": ["fainting-blackout"],
  "severity-unclear": ["severe-constant-pain"],
};
const NO_SYMPTOM = new Set(["poor-sleep-recovery"]);

/** Weighs words, answers and what was known before into one assessment. */
export function decide(inputs: Inputs, content: Content): Assessment {
  const findings = gather(inputs, content);
  const present = dropCovered(findings.filter(({ id }) => content.signs.signs.has(id)));
  const risks = findings.filter(({ id }) => content.signs.risks.has(id));
  const evidence = evidenceOf(present, risks, inputs);
  const verdict = weigh(evidence, content.reading, content.signs.signs);
  const level = floorOf(verdict, inputs);
  const withTime = addTimeSigns(present, evidence, verdict, content);
  const leftovers = inputs.reading?.leftovers ?? [];
  const kind = kindOf(level.level, withTime, inputs);
  const questions = questionsFor(kind, withTime, inputs, content);
  return {
    kind,
    level: level.level,
    band: level.band,
    asks: questions.length > 0,
    questions,
    subject: inputs.earlier?.subject ?? inputs.reading?.subject ?? "self",
    findings: bySeriousness(withTime, content),
    risks,
    ignored: setAside(inputs),
    causes: inputs.reading?.causes ?? [],
    durationDays: evidence.days,
    trend: evidence.trend,
    leftovers,
    decidedBy: level.because,
  };
}

/** All signs and risks that stand: words first, then ticks, then what an earlier card carried. */
function gather({ reading, answers, earlier }: Inputs, content: Content): readonly Finding[] {
  const corrected = new Set([...(answers.corrected ?? []), ...(earlier?.corrected ?? [])]);
  const found = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    if (!corrected.has(finding.id) && !found.has(finding.id)) found.set(finding.id, finding);
  };
  for (const finding of reading?.findings ?? []) add(finding);
  const told = [...(answers.present ?? []), ...(earlier?.present ?? []), ...(earlier?.risks ?? [])];
  const feeling = answers.feels ?? earlier?.feels;
  const felt = feeling === undefined || feeling === null ? null : FEELING_SIGN[feeling];
  for (const id of felt === null ? told : [...told, felt]) {
    if (content.signs.signs.has(id) || content.signs.risks.has(id)) add({ id, quote: null, certainty: "said", repaired: [] });
  }
  return [...found.values()].filter(({ id, certainty }) => certainty === "said" || !(answers.absent ?? []).includes(id));
}

function dropCovered(findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set(findings.map(({ id }) => id));
  return findings.filter(({ id }) => !(COVERED_BY[id] ?? []).some((other) => ids.has(other)));
}

function evidenceOf(present: readonly Finding[], risks: readonly Finding[], { reading, answers, earlier }: Inputs): Evidence {
  return {
    signs: new Set(present.map(({ id }) => id)),
    risks: new Set(risks.map(({ id }) => id)),
    details: reading?.details ?? new Set(),
    days: reading?.days ?? answers.sinceDays ?? earlier?.durationDays ?? null,
    trend: answers.trend ?? reading?.trend ?? earlier?.trend ?? null,
    isNovice: reading?.isNovice ?? false,
    isRepeated: reading?.isRepeated ?? false,
  };
}

/** Later answers never lower the level, except where the person took a sign back. */
function floorOf(verdict: Verdict, { earlier, answers }: Inputs): Verdict {
  if (earlier === null || (answers.corrected ?? []).length > 0 || earlier.level <= verdict.level) return verdict;
  const band = earlier.level === 3 ? "same-day" : earlier.level === 2 ? "routine" : null;
  return { level: earlier.level, band, because: "what you told before" };
}

function addTimeSigns(present: readonly Finding[], evidence: Evidence, verdict: Verdict, content: Content): readonly Finding[] {
  const alone = weigh({ ...evidence, signs: new Set(), risks: new Set([...evidence.risks].filter((id) => id === "risk-under-18")) }, content.reading, content.signs.signs);
  const known = new Set(present.map(({ id }) => id));
  const extra = signsOfTime(evidence, Math.min(alone.level, verdict.level) as Verdict["level"]).filter((id) => !known.has(id));
  return [...present, ...extra.map((id): Finding => ({ id, quote: null, certainty: "said", repaired: [] }))];
}

function kindOf(level: Verdict["level"], findings: readonly Finding[], { reading, answers }: Inputs): AssessmentKind {
  if (findings.some(({ id }) => id === CRISIS)) return "crisis";
  if (level === 3) return "urgent";
  if (level === 2) return "see-someone";
  if (level === 1) return "watch";
  const hasEvidence = findings.some(({ id }) => !NO_SYMPTOM.has(id)) || isDatedSoreness(reading);
  if ((reading?.leftovers.length ?? 0) > 0) return "not-understood";
  if (hasEvidence || answers.feels === "dull") return "ordinary";
  return reading !== null && !reading.hasWords ? "not-understood" : "nothing-reported";
}

/** "since yesterday" with training named is a plain timeline. */
function isDatedSoreness(reading: Reading | null): boolean {
  return reading !== null && reading.days !== null && reading.hasTrainingCause && !reading.isDatedByTraining;
}

function questionsFor(kind: AssessmentKind, findings: readonly Finding[], { reading, answers }: Inputs, content: Content): readonly Question[] {
  if (kind === "crisis") return [];
  const guesses = findings.filter(({ id, certainty }) => certainty === "guess" && (content.signs.signs.get(id)?.level ?? 0) >= 2);
  const unanswered = guesses.filter(({ id }) => ![...(answers.present ?? []), ...(answers.unsure ?? [])].includes(id));
  const questions: Question[] = unanswered.map(({ id }) => ({ kind: "sign", signId: id }));
  if (kind === "not-understood") questions.push({ kind: "any-of-these" }, { kind: "feels" });
  if (findings.some(({ id }) => id === "severity-unclear") && answers.feels === undefined) questions.push({ kind: "feels" });
  if ((reading?.leftovers.length ?? 0) > 0 && kind === "watch") questions.push({ kind: "any-of-these" });
  const seen = new Set<string>();
  return questions.filter((question) => !seen.has(question.kind === "sign" ? question.signId : question.kind) && seen.add(question.kind === "sign" ? question.signId : question.kind)).slice(0, MOST_QUESTIONS);
}

function setAside({ reading, answers, earlier }: Inputs): readonly SetAside[] {
  const corrected = [...new Set([...(answers.corrected ?? []), ...(earlier?.corrected ?? [])])];
  return [
    ...(reading?.ignored ?? []),
    ...corrected.map((id): SetAside => ({ id, quote: reading?.findings.find((one) => one.id === id)?.quote ?? null, reason: "corrected" })),
  ];
}

function bySeriousness(findings: readonly Finding[], { signs }: Content): readonly Finding[] {
  const rank = ({ id }: Finding): number => {
    const sign = signs.signs.get(id);
    if (sign === undefined) return 0;
    return sign.level * 10 + (sign.band === "emergency" || sign.band === "prompt" ? 5 : 0);
  };
  return [...findings].sort((a, b) => rank(b) - rank(a));
}
