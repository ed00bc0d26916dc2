import type { Assessment, AssessmentKind, Earlier, Finding, Quote, SetAside } from "./assessment.ts";
import { doubtedSign, isPossible, leftoversOf, mightBeUrgent } from "./doubt.ts";
import { bare, dropCovered, gather } from "./gather.ts";
import { type Guess, guessOf } from "./guess.ts";
import { CRISIS, doubtedWarnings, type Heard, secondedHints, toldDays } from "./heard.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isBarePain, isPlainPain, PEAK_DAYS } from "./ordinary.ts";
import { questionsFor } from "./questions.ts";
import type { Reading } from "./reading.ts";
import { type Evidence, graver, signsOfTime, type Verdict, weigh } from "./rules.ts";

/** Told beside soreness, but no soreness itself. */
const NO_SYMPTOM = new Set(["poor-sleep-recovery"]);

/** Signs that nothing but a length brings. */
const LASTING_DAYS = "duration-watch";
const OF_LENGTH: readonly string[] = ["long-lasting-pain", LASTING_DAYS];
const WORSENING = "worsening-trend";

/**
 * Weighs words, answers and what was known before into one assessment.
 *
 * @param heard What the second reader makes of the words.
 */
export function decide(asRead: Inputs, rules: Rules, heard: Heard | null): Assessment {
  const doubted = doubtedWarnings(heard, asRead, rules);
  const inputs = asHints(doubted, asRead);
  const { reading, earlier } = inputs;
  const gathered = gather(inputs, secondedHints(heard, inputs, rules), rules);
  const days = toldDays(heard, inputs);
  const isRising = ({ id }: Finding): boolean => id === WORSENING && days !== null && days <= PEAK_DAYS;
  const present = dropCovered(gathered.filter((one) => rules.signs.signs.has(one.id) && !isRising(one)));
  const risks = gathered.filter(({ id }) => rules.signs.risks.has(id));
  const evidence = evidenceOf(present, risks, { ...inputs, toldDays: days });
  const ruled = weigh(evidence, rules.reading, rules.signs.signs);
  const guess = guessOf(heard, ruled, inputs, rules);
  const verdict = heldUp(guess === null ? ruled : graver(ruled, withRules(guess, evidence, rules)), inputs);
  const told = addTimeSigns(present, { ...evidence, takenBack: takenBackIn(inputs) }, ruled, rules);
  const findings = [...told, ...(guess?.findings ?? []).filter(({ id }) => told.every((one) => one.id !== id))];
  const isDoubted = verdict.level < 2 && isPossible(heard, inputs, rules);
  const leftovers = leftoversOf(heard, isDoubted, inputs, rules);
  const kind = kindOf(verdict.level, findings, leftovers.length + doubted.length > 0, inputs);
  // Of "upper back pain since friday" nobody can say what it is like.
  const isUnlike = reading !== null && isBarePain(reading);
  const likest = isDoubted && !isUnlike ? doubtedSign(heard, inputs) : null;
  // An urgent level that the second reader gives is always asked about.
  const isGuessedUrgent = guess !== null && ruled.level < 3 && verdict.level === 3;
  const mayBeUrgent = isGuessedUrgent || (verdict.level === 2 && mightBeUrgent(heard));
  const doubts = { kind, findings, doubted, hasLeftovers: leftovers.length > 0, likest, mayBeUrgent };
  // Whoever surely is to call an ambulance is asked nothing more.
  const isUrgent = ({ id, certainty }: Finding): boolean =>
    certainty === "said" && rules.signs.signs.get(id)?.level === 3;
  const isEmergency = ruled.level === 3 && ruled.band === "emergency" && present.some(isUrgent);
  const questions = isEmergency ? [] : questionsFor(doubts, inputs, rules);
  return {
    kind,
    level: verdict.level,
    band: verdict.band,
    asks: questions.length > 0,
    questions,
    subject: earlier?.subject ?? reading?.subject ?? "self",
    findings: bySeriousness(findings, rules),
    risks,
    ignored: [
      ...setAside(asRead, [...findings, ...risks]),
      ...doubted.map(({ id, quote }): SetAside => ({ id, quote, reason: "doubted" })),
    ],
    causes: reading?.causes ?? [],
    // A bare length weighs nothing before it is known of what it is.
    durationDays: evidence.days ?? (reading?.isOnlyALength === true ? reading.days : null),
    trend: evidence.trend,
    leftovers: verdict.level === 0 ? leftovers : leftovers.filter((words) => !isRead(words, findings, inputs)),
    // Few ask for it, and the second reader's words take as long to find as all that it reads.
    get decidedBy() {
      return verdict.because();
    },
  };
}

/** What is guessed, or what risk factors and combinations make of its signs; a sign that is graver than the guess is not meant. */
function withRules({ verdict, findings }: Guess, evidence: Evidence, rules: Rules): Verdict {
  const { signs } = rules.signs;
  const meant = findings.filter(({ id }) => (signs.get(id)?.level ?? 0) <= verdict.level).map(({ id }) => id);
  const ruled = weigh({ ...evidence, signs: new Set([...evidence.signs, ...meant]) }, rules.reading, signs);
  return ruled.level > verdict.level ? ruled : verdict;
}

/** What only hints, as far as the words go. */
function asHints(doubted: readonly Finding[], inputs: Inputs): Inputs {
  const { reading } = inputs;
  if (reading === null || doubted.length === 0) return inputs;
  const findings = reading.findings.filter((finding) => !doubted.includes(finding));
  return { ...inputs, reading: { ...reading, findings, hints: [...reading.hints, ...doubted] } };
}

/** Words that a sign was told from, or of a plain pain, were read, though the person is asked whether there is more. */
function isRead(words: Quote, findings: readonly Finding[], { reading }: Inputs): boolean {
  const isTold = findings.some(({ quote }) => quote !== null && quote.start <= words.start && words.end <= quote.end);
  return isTold || (reading !== null && isPlainPain(words, reading));
}

function evidenceOf(
  present: readonly Finding[],
  risks: readonly Finding[],
  { reading, answers, earlier, toldDays: days }: Inputs & { readonly toldDays: number | null },
): Evidence {
  const before = earlier === null ? null : withoutTakenBack(earlier, answers.corrected ?? []);
  return {
    signs: new Set(present.map(({ id }) => id)),
    risks: new Set(risks.map(({ id }) => id)),
    details: reading?.details ?? new Set(),
    days: longest(days, answers.sinceDays) ?? before?.durationDays ?? null,
    trend: answers.trend ?? reading?.trend ?? before?.trend ?? null,
    isNovice: reading?.isNovice ?? false,
    isRepeated: reading?.isRepeated ?? false,
    hasTrainingCause: reading?.hasTrainingCause ?? true,
  };
}

type Course = Pick<Earlier, "durationDays" | "trend">;

/** Where it goes and how long it has lasted, without what only brought a sign that is taken back. */
function withoutTakenBack({ durationDays, trend }: Course, corrected: readonly string[]): Course {
  return {
    durationDays: takesBackLength(corrected) ? null : durationDays,
    trend: corrected.includes(WORSENING) && trend === "worse" ? null : trend,
  };
}

/**
 * Tells whether signs that are taken back leave nothing of a length that was read: "choir 20 weeks" is no pain that has
 * lasted for weeks. That it gets worse is no length: of 9 days that are not getting worse, the 9 days stay.
 */
export function takesBackLength(corrected: readonly string[]): boolean {
  return corrected.some((id) => OF_LENGTH.includes(id));
}

function takenBackIn({ answers, earlier }: Inputs): ReadonlySet<string> {
  return new Set([...(answers.corrected ?? []), ...(earlier?.corrected ?? [])]);
}

/** Words and a ticked range may differ; the longer one is the careful one. */
function longest(a: number | null | undefined, b: number | undefined): number | null {
  if (a === null || a === undefined) return b ?? null;
  return b === undefined ? a : Math.max(a, b);
}

/** Later answers never make it milder, except where the person took a sign back. */
function heldUp(verdict: Verdict, { earlier, answers }: Inputs): Verdict {
  if (earlier === null || (answers.corrected ?? []).length > 0) return verdict;
  return graver({ level: earlier.level, band: earlier.band, because: () => "what you told before" }, verdict);
}

function addTimeSigns(
  present: readonly Finding[],
  evidence: Evidence & { readonly takenBack: ReadonlySet<string> },
  verdict: Verdict,
  rules: Rules,
): readonly Finding[] {
  const young = new Set([...evidence.risks].filter((id) => id === "risk-under-18"));
  const alone = weigh({ ...evidence, signs: new Set(), risks: young }, rules.reading, rules.signs.signs);
  const known = new Set(present.map(({ id }) => id));
  const level = alone.level < verdict.level ? alone.level : verdict.level;
  // Where somebody young says that it is not getting worse, what stands of 9 days is that it lasts.
  const isNotWorse = evidence.takenBack.has(WORSENING) && evidence.trend !== "worse";
  const ofTime = signsOfTime(evidence, level).map((id) => (isNotWorse && id === WORSENING ? LASTING_DAYS : id));
  return [...present, ...ofTime.filter((id) => !known.has(id)).map(bare)];
}

function kindOf(
  level: Verdict["level"],
  findings: readonly Finding[],
  isUnclear: boolean,
  { reading, answers, earlier }: Inputs,
): AssessmentKind {
  if (findings.some(({ id }) => id === CRISIS)) return "crisis";
  if (level === 3) return "urgent";
  if (level === 2) return "see-someone";
  if (level === 1) return "watch";
  const feels = answers.feels ?? earlier?.feels ?? null;
  // Soreness after training is dull; what burns is asked about.
  if (isUnclear || feels === "burning") return "not-understood";
  const hasSymptom = findings.some(({ id }) => !NO_SYMPTOM.has(id)) || isDatedSoreness(reading);
  if (hasSymptom || feels === "dull") return "ordinary";
  if (feels !== null) return "not-understood";
  if (earlier?.hasLeftovers === true) return "not-understood";
  return reading !== null && (!reading.hasWords || reading.isOnlyALength) ? "not-understood" : "nothing-reported";
}

/** "since yesterday" with training named is a plain timeline. */
function isDatedSoreness(reading: Reading | null): boolean {
  return reading !== null && reading.days !== null && reading.hasTrainingCause && !reading.isDatedByTraining;
}

/** What was seen and does not count; what was taken back and is told again counts. */
function setAside(inputs: Inputs, standing: readonly Finding[]): readonly SetAside[] {
  const { reading } = inputs;
  const corrected = [...takenBackIn(inputs)].filter((id) => standing.every((one) => one.id !== id));
  const quoteOf = (id: string): SetAside["quote"] => reading?.findings.find((one) => one.id === id)?.quote ?? null;
  return [
    ...(reading?.ignored ?? []),
    ...corrected.map((id): SetAside => ({ id, quote: quoteOf(id), reason: "corrected" })),
  ];
}

function bySeriousness(findings: readonly Finding[], { signs }: Rules): readonly Finding[] {
  const rank = ({ id }: Finding): number => {
    const sign = signs.signs.get(id);
    if (sign === undefined) return 0;
    return sign.level * 10 + (sign.band === "emergency" || sign.band === "prompt" ? 5 : 0);
  };
  return [...findings].sort((a, b) => rank(b) - rank(a));
}
