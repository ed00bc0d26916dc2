import type { Assessment, Finding, Level } from "#src/triage/assessment.ts";
import type { Triage, TriageInput } from "#src/triage/triage.ts";
import { assessment, finding, signs } from "./examples.ts";

const WORDS: Readonly<Record<string, string>> = {
  chest: "chest-pain",
  crotch: "saddle-numbness",
  sharp: "sharp-pain",
  tingly: "tingling",
  left: "one-sided",
  dull: "ordinary-soreness",
  "want to die": "wants-to-die",
};
const RISKS: Readonly<Record<string, string>> = { "im 15": "under-18" };
const READABLE = /chest|crotch|sharp|tingly|left|dull|want to die|im 15/;

/** A triage that knows seven words; it keeps to the contract, so that buttons and forms can be tried without the real one. */
export const fakeTriage: Triage & { readonly inputs: TriageInput[] } = {
  inputs: [],
  assess(input) {
    this.inputs.push(input);
    return decide(input);
  },
  tellsOfBody: (text) => READABLE.test(text),
};

/** A triage that has decided already, whatever it is asked. */
export function deciding(assessment: Assessment): Triage {
  return { assess: () => assessment, tellsOfBody: () => true };
}

function decide({ text, answers = {}, earlier }: TriageInput): Assessment {
  const corrected = [...(earlier?.corrected ?? []), ...(answers.corrected ?? [])];
  const said = Object.entries(WORDS).flatMap(([word, id]) => mention(text, word, id));
  const ticked = [...(earlier?.present ?? []), ...(answers.present ?? []), ...felt(answers.feels ?? earlier?.feels)];
  const known = ticked.filter((id) => !said.some((one) => one.id === id)).map((id) => finding(id));
  const findings = [...new Map([...said, ...known].map((one) => [one.id, one])).values()]
    .filter(({ id }) => !corrected.includes(id) || said.some((one) => one.id === id))
    .sort((a, b) => levelOf(b) - levelOf(a));
  const risks = [
    ...Object.entries(RISKS).flatMap(([word, id]) => mention(text, word, id)),
    ...(earlier?.risks ?? []).filter((id) => !corrected.includes(id)).map((id) => finding(id)),
  ];
  const found = Math.max(0, ...findings.map(levelOf)) as Level;
  const level = answers.corrected === undefined ? (Math.max(found, earlier?.level ?? 0) as Level) : found;
  const isUnread = text !== null && !READABLE.test(text) && /\p{L}/u.test(text);
  const asksFor =
    isUnread && !answers.absent?.includes("tingling") ? [{ kind: "sign", signId: "tingling" } as const] : [];
  return assessment({
    kind: kindOf({ level, findings, isUnread }),
    level,
    band: level === 3 ? "emergency" : level === 2 ? "prompt" : null,
    asks: asksFor.length > 0,
    questions: asksFor,
    findings,
    risks,
    ignored: corrected.map((id) => ({ id, quote: null, reason: "corrected" })),
    leftovers: isUnread ? [{ text, start: 0, end: text.length }] : [],
    durationDays: answers.sinceDays ?? earlier?.durationDays ?? null,
    trend: answers.trend ?? earlier?.trend ?? null,
    subject: text?.includes("my friend") ? "other" : (earlier?.subject ?? "self"),
  });
}

function mention(text: string | null, word: string, id: string): Finding[] {
  const start = text?.indexOf(word) ?? -1;
  return start < 0 ? [] : [finding(id, word, start)];
}

function felt(feels: string | null | undefined): string[] {
  if (feels === "sharp") return ["sharp-pain"];
  return feels === "dull" ? ["ordinary-soreness"] : [];
}

function levelOf({ id }: Finding): number {
  return signs.signs.get(id)?.level ?? 0;
}

function kindOf(of: { level: Level; findings: readonly Finding[]; isUnread: boolean }): Assessment["kind"] {
  if (of.findings.some(({ id }) => id === "wants-to-die")) return "crisis";
  if (of.level > 0) return ([null, "watch", "see-someone", "urgent"] as const)[of.level] ?? "watch";
  if (of.isUnread) return "not-understood";
  return of.findings.length > 0 ? "ordinary" : "nothing-reported";
}
