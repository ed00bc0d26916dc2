import type { CommandChoice, Form, Interaction, Json, Message } from "./wire.ts";
import type { Person, Place } from "./world.ts";

/** How an interaction stands: still waiting, answered by the bot, or given up after three seconds. */
export type ExchangeStatus = "waiting" | "answered" | "failed";

/** Everything about one interaction and what the bot did with it. */
export type ExchangeRecord = {
  readonly interaction: Interaction;
  readonly person: Person;
  readonly place: Place;
  /** The slash command at the root of it, as people read it. */
  readonly commandName: string | null;
  readonly startedAt: number;
  status: ExchangeStatus;
  answerType: number | null;
  answerData: Json;
  elapsedMs: number | null;
  /** The message that `@original` names. */
  originalId: string | null;
  readonly followUpIds: string[];
  /** Messages that this interaction's token may change. */
  readonly ownIds: Set<string>;
  form: Form | null;
  choices: readonly CommandChoice[] | null;
};

/** An interaction that was sent to the bot; its methods wait for what comes back. */
export type Exchange = {
  readonly interaction: Interaction;
  readonly record: Readonly<ExchangeRecord>;
  /** The type of the first answer and how long it took; null when none came in time. */
  answer(): Promise<{ type: number; data: Json; elapsedMs: number } | null>;
  /** The message that answers, once it has content: after a deferral, the edited one. */
  original(): Promise<Message>;
  followUp(index?: number): Promise<Message>;
  form(): Promise<Form>;
  choices(): Promise<readonly CommandChoice[]>;
  /** Resolves when the message that answered, or the one clicked, is gone. */
  removed(): Promise<void>;
};
