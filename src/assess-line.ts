import { z } from "zod";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import type { Triage } from "#src/triage/triage.ts";

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  now: z.iso.datetime({ offset: true }).optional(),
});

/** What `npm run assess` prints for one line: the reading, or what is wrong with the line and its number. */
export type AssessedLine =
  | {
      readonly id: string | number;
      readonly level: number;
      readonly band: Assessment["band"];
      readonly asks: boolean;
      readonly findings: readonly { readonly id: string; readonly quote: string | null }[];
      readonly ignored: readonly { readonly id: string; readonly quote: string | null; readonly reason: string }[];
      readonly causes: readonly { readonly id: string; readonly quote: string | null }[];
      readonly durationDays: number | null;
    }
  | { readonly line: number; readonly error: string };

/** Reads one JSON line and assesses its text; a bad line becomes an error line, it never throws. */
export function assessLine(line: string, number: number, triage: Triage): AssessedLine {
  const parsed = parse(line);
  if (typeof parsed === "string") return { line: number, error: parsed };
  const { id, text, now } = parsed;
  const assessment = triage.assess({ text, now: now === undefined ? new Date() : new Date(now) });
  const { level, band, asks, durationDays } = assessment;
  const quoted = <One extends { readonly id: string; readonly quote: { readonly text: string } | null }>(one: One) => ({
    id: one.id,
    quote: one.quote?.text ?? null,
  });
  return {
    id,
    level,
    band,
    asks,
    findings: [...assessment.findings, ...assessment.risks].map(quoted),
    ignored: assessment.ignored.map((one) => ({ ...quoted(one), reason: one.reason })),
    causes: assessment.causes.map(quoted),
    durationDays,
  };
}

function parse(line: string): z.output<typeof lineSchema> | string {
  try {
    const result = lineSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : 'needs {"id", "text"} and, if given, "now" as an ISO date with time';
  } catch {
    return "is no JSON";
  }
}

/** Shows whoever writes knowledge how a text was read: what stands, what was set aside and why, and the rule. */
export function explain(
  text: string,
  now: Date,
  { triage, signs }: { readonly triage: Triage; readonly signs: SignCatalogue },
): string {
  const assessment = triage.assess({ text, now });
  const titleOf = (id: string): string => signs.signs.get(id)?.title ?? signs.risks.get(id)?.title ?? id;
  const lines = [
    `level ${assessment.level}${assessment.band === null ? "" : ` (${assessment.band})`}, ${assessment.kind}, for ${assessment.subject}`,
    `because ${assessment.decidedBy}`,
    ...[...assessment.findings, ...assessment.risks].map(
      (one) =>
        `+ ${one.id} (${titleOf(one.id)}): ${one.quote === null ? "no words of its own" : `"${one.quote.text}"`}, ${one.certainty}`,
    ),
    ...assessment.ignored.map((one) => `- ${one.id}: "${one.quote?.text ?? ""}" set aside as ${one.reason}`),
    ...assessment.causes.map((one) => `~ may come from ${one.id}: "${one.quote?.text ?? ""}"`),
    `lasting ${assessment.durationDays ?? "unknown"} days, ${assessment.trend ?? "trend unknown"}`,
    ...assessment.leftovers.map(({ text: words }) => `? could not read "${words}"`),
    ...assessment.questions.map(
      (question) =>
        `? would ask ${question.kind === "sign" ? (signs.signs.get(question.signId)?.ask ?? question.signId) : question.kind}`,
    ),
  ];
  return lines.join("\n");
}
