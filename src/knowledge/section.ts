import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { alias, id, LONGEST_BODY, LONGEST_CARD, line, notWhile, summary, title } from "./content-fields.ts";
import { listContent, readMarkdown } from "./content-file.ts";
import { splitFences } from "./passages.ts";
import { ARTICLE_READING, readingProblem } from "./reading-length.ts";

/** A piece of a section's text; from level `notWhile` up it must not be shown, null means always allowed. */
export type Passage = { readonly text: string; readonly notWhile: number | null };

/** Something the article says that is one person's word and no proof; held back like a passage. */
export type Claim = { readonly by: string; readonly says: string; readonly notWhile: number | null };

/** A safety line that is not the article's, with the keys of its sources. */
export type SafetyNote = { readonly text: string; readonly sources: readonly string[] };

/** One part of the article, told in our own words. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** How lifters ask for it, in lower case. */
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  readonly claims: readonly Claim[];
  /** Sentences for readers on what the article announces here and does not give. */
  readonly notGiven: readonly string[];
  /** Sentences for readers that are ours and not the article's. */
  readonly ours: readonly string[];
  /** To be shown wherever the section is; kept apart from the article's words. */
  readonly safety: readonly SafetyNote[];
  /** The level from which on the whole section must not be shown, or null. */
  readonly notWhile: number | null;
  readonly passages: readonly Passage[];
};

const front = z
  .strictObject({
    title,
    summary,
    aliases: z.array(alias).min(8, "needs at least 8 ways of asking for it").max(60),
    related: z.array(id).min(1).max(4),
    claims: z.array(z.strictObject({ by: line, says: line, not_while: notWhile.nullable().default(null) })).default([]),
    not_given: z.array(line).default([]),
    ours: z.array(line).default([]),
    safety: z.array(z.strictObject({ text: line, sources: z.array(z.string()).min(1) })).default([]),
    not_while: notWhile.nullable().default(null),
  })
  .transform(({ claims, not_given, not_while, ...rest }) => ({
    ...rest,
    claims: claims.map((claim) => ({ by: claim.by, says: claim.says, notWhile: claim.not_while })),
    notGiven: not_given,
    notWhile: not_while,
  }));

const MARKER = /^not_while ([123])$/;

/** Reads every file of the sections folder. */
export function loadSections(folder: string, complaints: Complaints): Section[] {
  return listContent(folder, ".md", complaints).flatMap(({ id, file }) => {
    const content = readMarkdown(file, front, complaints);
    if (content === null) return [];
    const passages = readPassages(file, content.body, complaints);
    const { notGiven, ours, safety, claims } = content.front;
    const notes = [...notGiven, ...ours, ...safety.map(({ text }) => text), ...claims.map(({ says }) => says)];
    checkLengths(file, { passages, notes }, complaints);
    return [{ id, ...content.front, passages }];
  });
}

/** What of a section may be shown at a level, or null if nothing of it may. */
export function sectionAt(section: Section, level: number): Section | null {
  if (!isAllowedAt(section, level)) return null;
  const isAllowed = (part: Passage | Claim) => isAllowedAt(part, level);
  return { ...section, passages: section.passages.filter(isAllowed), claims: section.claims.filter(isAllowed) };
}

/** The text that may be shown at a level; empty if none may. */
export function bodyAt(section: Section, level: number): string {
  const passages = sectionAt(section, level)?.passages ?? [];
  return passages.map(({ text }) => text).join("\n\n");
}

/** Tells whether something may be shown at a level. */
export function isAllowedAt({ notWhile }: { readonly notWhile: number | null }, level: number): boolean {
  return notWhile === null || level < notWhile;
}

function readPassages(file: string, body: string, complaints: Complaints): Passage[] {
  const { pieces, problems } = splitFences(body);
  for (const { line, problem } of problems) complaints.add(file, `body, line ${line}`, problem);
  if (pieces.length === 0) complaints.add(file, "body", "must not be empty");
  return pieces.map(({ text, marker }) => {
    const level = marker === null ? null : MARKER.exec(marker)?.[1];
    if (level === undefined) complaints.add(file, "body", `"::: ${marker}" is not known; write "::: not_while 1"`);
    return { text, notWhile: level == null ? null : Number(level) };
  });
}

function checkLengths(
  file: string,
  { passages, notes }: { readonly passages: readonly Passage[]; readonly notes: readonly string[] },
  complaints: Complaints,
): void {
  const body = passages.map(({ text }) => text).join("\n\n");
  if (body.length > LONGEST_BODY) {
    complaints.add(file, "body", `has ${body.length} characters; a Discord card takes ${LONGEST_BODY}`);
  }
  const whole = [body, ...notes].join("\n").length;
  if (whole > LONGEST_CARD)
    complaints.add(file, "file", `has ${whole} characters with its notes; a card takes ${LONGEST_CARD}`);
  const tooHard = readingProblem([body, ...notes].join("\n\n"), ARTICLE_READING);
  if (tooHard !== null) complaints.add(file, "body", tooHard);
}
