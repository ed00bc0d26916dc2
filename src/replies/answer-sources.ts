import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { OwnEntry } from "./own-entries.ts";
import type { Place } from "./place.ts";
import type { ReadingState } from "./reading-state.ts";
import type { Words } from "./said.ts";

/** What an answer is made from, beside the decision itself. */
export type AnswerSources = {
  readonly knowledge: Knowledge;
  readonly signs: SignCatalogue;
  readonly now: Date;
  readonly place: Place;
  /** What the server set; the defaults outside servers. */
  readonly settings: GuildSettings;
  /** What the card's buttons will carry. */
  readonly state: ReadingState;
  /** The server's own entry that was asked for by its name: a button under the warning in its place opens it. */
  readonly entry?: OwnEntry | null;
  /** The section that a question found: a button under what is only to be watched opens it. */
  readonly section?: string | null;
  /** Words that the clicked card quoted. */
  readonly words: Words;
  /** Signs and risks that the person has been told of: what is intimate is sent to them only once. */
  readonly known: readonly string[];
  /** How much text the card may have, where it shares its message. */
  readonly mostText?: number;
};
