import { join } from "node:path";
import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { LONGEST_BODY, line } from "./content-fields.ts";
import { listContent, readMarkdown } from "./content-file.ts";
import { splitFences } from "./passages.ts";
import { ADVICE_READING, readingProblem } from "./reading-length.ts";
import { SAFETY_NETS, type SafetyNetName } from "./safety-net.ts";

/** The cards there must be: one for each level and band, and for the answers without a level. */
export const ADVICE_IDS = [
  "emergency",
  "same-day",
  "prompt",
  "routine",
  "watch",
  "ordinary",
  "not-understood",
  "nothing-reported",
  "crisis",
] as const;
export type AdviceId = (typeof ADVICE_IDS)[number];

/** A text said to the person concerned, or about somebody else. */
export type ForWhom<Text> = { readonly self: Text; readonly other: Text };

/**
 * One card's wording. Texts may hold placeholders in double braces:
 * `quotes` the person's own words, `date` the day of the next check, `subject` who is meant ("your friend"),
 * `numbers` the emergency numbers.
 */
export type Advice = {
  readonly id: AdviceId;
  readonly level: 0 | 1 | 2 | 3 | null;
  readonly band: "emergency" | "same-day" | "prompt" | "routine" | null;
  /** The action. */
  readonly heading: ForWhom<string>;
  /** The emergency numbers, right under the heading; null on cards without them. */
  readonly call: string | null;
  /** The line with the person's own words; null where a card never quotes. */
  readonly said: ForWhom<string> | null;
  /** Stands in place of `said` where the words are intimate and others can read along; null where nothing should. */
  readonly saidPrivately: ForWhom<string> | null;
  readonly bullets: ForWhom<readonly string[]>;
  /** The reason and what we cannot know, last. */
  readonly body: ForWhom<string>;
  /** Which list of safety-net.md ends the card. */
  readonly safetyNet: SafetyNetName | null;
  /** What somebody writes to whom this card answers; staff preview the card with it. */
  readonly example: string;
  readonly sources: readonly string[];
};

const PLACEHOLDERS = new Set(["quotes", "date", "subject", "numbers"]);
const bullets = z.array(line.max(160)).max(5, "at most 5 bullets, more are not read");
const front = z
  .strictObject({
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    band: z.enum(["emergency", "same-day", "prompt", "routine"]).nullable(),
    heading: line.max(100),
    heading_other: line.max(100),
    call: line.nullable().default(null),
    said: line.nullable(),
    said_other: line.nullable(),
    said_privately: line.nullable(),
    said_privately_other: line.nullable(),
    bullets,
    bullets_other: bullets,
    safety_net: z.enum(SAFETY_NETS).nullable(),
    example: line.max(100),
    sources: z.array(z.string()).min(1),
  })
  .refine((card) => (card.said === null) === (card.said_other === null), {
    path: ["said_other"],
    error: "must be null exactly where said is null",
  })
  .refine((card) => (card.said_privately === null) === (card.said_privately_other === null), {
    path: ["said_privately_other"],
    error: "must be null exactly where said_privately is null",
  });

/** Reads every card of the advice folder, by id; complains about any that is missing. */
export function loadAdvice(folder: string, complaints: Complaints): ReadonlyMap<AdviceId, Advice> {
  const found = new Map<AdviceId, Advice>();
  for (const { id, file } of listContent(folder, ".md", complaints)) {
    if (id === "safety-net") continue;
    const known = ADVICE_IDS.find((one) => one === id);
    if (known === undefined) complaints.add(file, "file name", `must be one of: ${ADVICE_IDS.join(", ")}`);
    else {
      const advice = readAdvice(known, file, complaints);
      if (advice !== null) found.set(known, advice);
    }
  }
  for (const id of ADVICE_IDS) {
    if (!found.has(id)) complaints.add(join(folder, `${id}.md`), "file", "is missing or broken");
  }
  return found;
}

function readAdvice(id: AdviceId, file: string, complaints: Complaints): Advice | null {
  const content = readMarkdown(file, front, complaints);
  if (content === null) return null;
  const { front: card, body } = content;
  const advice: Advice = {
    id,
    level: card.level,
    band: card.band,
    heading: { self: card.heading, other: card.heading_other },
    call: card.call,
    said: pair(card.said, card.said_other),
    saidPrivately: pair(card.said_privately, card.said_privately_other),
    bullets: { self: card.bullets, other: card.bullets_other },
    body: readBody(file, body, complaints),
    safetyNet: card.safety_net,
    example: card.example,
    sources: card.sources,
  };
  checkCard(file, advice, complaints);
  return advice;
}

function pair(self: string | null, other: string | null): ForWhom<string> | null {
  return self === null || other === null ? null : { self, other };
}

function readBody(file: string, body: string, complaints: Complaints): ForWhom<string> {
  const { pieces, problems } = splitFences(body);
  for (const { line, problem } of problems) complaints.add(file, `body, line ${line}`, problem);
  for (const { marker } of pieces) {
    if (marker !== null && marker !== "self" && marker !== "other") {
      complaints.add(file, "body", `"::: ${marker}" is not known; write "::: self" or "::: other"`);
    }
  }
  const textFor = (whom: string) =>
    pieces
      .filter(({ marker }) => marker === null || marker === whom)
      .map(({ text }) => text)
      .join("\n\n");
  return { self: textFor("self"), other: textFor("other") };
}

function checkCard(file: string, advice: Advice, complaints: Complaints): void {
  for (const whom of ["self", "other"] as const) {
    const lines = [advice.heading[whom], advice.call, advice.said?.[whom], advice.saidPrivately?.[whom]];
    const text = [...lines, ...advice.bullets[whom], advice.body[whom]].filter((one) => one != null).join("\n\n");
    const tooHard = readingProblem(text, ADVICE_READING);
    if (tooHard !== null) complaints.add(file, `text for ${whom}`, tooHard);
    if (text.length > LONGEST_BODY)
      complaints.add(file, `text for ${whom}`, `has more than ${LONGEST_BODY} characters`);
    for (const [, name] of text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)) {
      if (!PLACEHOLDERS.has(name ?? "")) complaints.add(file, `text for ${whom}`, `{{${name}}} is not a placeholder`);
    }
    if (advice.said !== null && !advice.said[whom].includes("{{quotes}}")) {
      complaints.add(file, "said", "must hold {{quotes}}");
    }
  }
  if (advice.call !== null && !advice.call.includes("{{numbers}}"))
    complaints.add(file, "call", "must hold {{numbers}}");
}
