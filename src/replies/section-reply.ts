import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { MessageBody } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import { isAllowedAt, type Section, sectionAt } from "#src/knowledge/section.ts";
import type { Level } from "#src/triage/assessment.ts";
import { accessoriesId, button, soreId } from "./button.ts";
import { buildCard, type Card, type CardPart, type TextPart } from "./card.ts";
import { ownWords, type ServerVoice } from "./own-words.ts";
import { type Place, placeButtons } from "./place.ts";

/** Which section, and the level of the reading it was opened from: some passages are held back from a level up. */
export type SectionView = { readonly id: string; readonly level: Level };

const LONGEST_LABEL = 80;

/**
 * A section of the article as a card, with its neighbours as buttons.
 *
 * @throws UserError when there is no such section, or it must not be shown at that level.
 */
export function sectionReply(voice: ServerVoice, view: SectionView, place: Place): MessageBody {
  return buildCard(sectionCard(voice, view, place));
}

/** The same card before it is built, for where something else stands beside it. */
export function sectionCard(voice: ServerVoice, { id, level }: SectionView, place: Place): Card {
  const { knowledge } = voice;
  const whole = knowledge.sections.get(id);
  if (whole === undefined) throw new UserError("This section is no longer there. Please start again with the command.");
  const section = sectionAt(whole, level);
  if (section === null) throw new UserError("This part is about training. Please leave it until nothing hurts.");
  const showAgain = { action: "show-section", state: encodeSectionView({ id, level }) };
  return {
    level,
    parts: [
      { text: `## ${section.title}`, notWhile: section.notWhile },
      ...section.passages,
      ...circuitPart(knowledge, section, level),
      ...noteParts(section),
      { text: `-# ${knowledge.article.sourceLine}` },
      ...ownNote(section, voice),
      ...rowOf(neighbours(knowledge, section, level)),
      ...rowOf(placeButtons(place, showAgain)),
    ],
  };
}

/** What the server adds under a section. */
function ownNote({ id }: Section, voice: ServerVoice): TextPart[] {
  const { sectionNotes } = voice.settings.wording;
  const text = Object.hasOwn(sectionNotes, id) ? ownWords(sectionNotes[id], voice) : "";
  return text === "" ? [] : [{ text, spare: 0 }];
}

/** The button that opens a section privately. */
export function sectionButton(label: string, view: SectionView): APIButtonComponentWithCustomId {
  return button({ label: label.slice(0, LONGEST_LABEL) }, soreId("section", null, encodeSectionView(view)));
}

/** Writes which section a button opens. */
export function encodeSectionView({ id, level }: SectionView): string {
  return `${level}${id}`;
}

/** Reads it back; a level that is none counts as the highest, so that nothing is shown that should not be. */
export function decodeSectionView(text: string): SectionView {
  const level = ([0, 1, 2, 3] as const).find((one) => String(one) === text.charAt(0)) ?? 3;
  return { id: text.slice(1), level };
}

/** The section about the circuit says where to follow it; never beside a warning. */
function circuitPart({ circuit }: Knowledge, { id }: Section, level: Level): TextPart[] {
  if (id !== circuit.section || level > 0) return [];
  return [{ text: "Follow it round by round with **/circuit**.", notWhile: circuit.notWhile }];
}

function noteParts({ claims, notGiven, ours, safety }: Section): TextPart[] {
  return [
    ...safety.map(({ text }) => ({ text: `**${text}**` })),
    ...claims.map(({ by, says, notWhile }) => ({ text: `-# ${by} says so, which is no proof: ${says}`, notWhile })),
    { text: notGiven.map((line) => `-# ${line}`).join("\n"), spare: 1 },
    { text: ours.map((line) => `-# Our addition: ${line}`).join("\n"), spare: 2 },
  ];
}

function neighbours(knowledge: Knowledge, { id, related }: Section, level: Level): APIButtonComponentWithCustomId[] {
  const sections = related
    .flatMap((one) => knowledge.sections.get(one) ?? [])
    .filter((one) => isAllowedAt(one, level))
    .map((one) => sectionButton(one.title, { id: one.id, level }));
  const isAboutExercises = id === "accessories" && level === 0;
  return isAboutExercises ? [...sections, button({ label: "List them" }, accessoriesId("list", null, ""))] : sections;
}

function rowOf(buttons: readonly APIButtonComponentWithCustomId[]): CardPart[] {
  return buttons.length === 0 ? [] : [{ row: buttons }];
}
