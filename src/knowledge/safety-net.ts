import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { line } from "./content-fields.ts";
import { readMarkdown } from "./content-file.ts";
import { ADVICE_READING, readingProblem } from "./reading-length.ts";

/** What ends a card: the signs that mean help now, those that mean an ambulance, or those of no ordinary soreness. */
export const SAFETY_NETS = ["get-help-now", "call-now", "not-ordinary-if"] as const;
export type SafetyNetName = (typeof SAFETY_NETS)[number];

/** A short list that ends a card. */
export type SafetyNetList = { readonly heading: string; readonly items: readonly string[] };

/** The lines that stand under every answer about pain. */
export type SafetyNet = {
  readonly lists: Readonly<Record<SafetyNetName, SafetyNetList>>;
  /** Closes the list; says that nothing found is not a finding. */
  readonly closing: string;
  readonly sources: readonly string[];
};

const list = z.strictObject({ heading: line.max(80), items: z.array(line.max(80)).min(3).max(8) });
const front = z.strictObject({
  get_help_now: list,
  call_now: list,
  not_ordinary_if: list,
  sources: z.array(z.string()).min(1),
});

/** Reads the safety net's file. */
export function loadSafetyNet(file: string, complaints: Complaints): SafetyNet | null {
  const content = readMarkdown(file, front, complaints);
  if (content === null) return null;
  const { get_help_now, call_now, not_ordinary_if, sources } = content.front;
  const items = [get_help_now, call_now, not_ordinary_if].flatMap((one) => one.items);
  const text = [...items, content.body].join("\n\n");
  const tooHard = readingProblem(text, ADVICE_READING);
  if (tooHard !== null) complaints.add(file, "items, body", tooHard);
  if (content.body === "") complaints.add(file, "body", "must not be empty");
  const lists = { "get-help-now": get_help_now, "call-now": call_now, "not-ordinary-if": not_ordinary_if };
  return { lists, closing: content.body, sources };
}
