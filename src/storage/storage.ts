import type { CountStore } from "./counts.ts";
import type { GuildSettingsStore } from "./guild-settings-store.ts";
import type { PersonalDataStore } from "./personal-data.ts";
import type { ReminderStore } from "./reminders.ts";
import type { ServerStore } from "./servers.ts";
import type { UnansweredQuestionStore } from "./unanswered-questions.ts";

/** Everything that outlives the process. Every method that fails because of disk or file throws a UserError. */
export type Storage = {
  readonly settings: GuildSettingsStore;
  readonly counts: CountStore;
  readonly questions: UnansweredQuestionStore;
  readonly reminders: ReminderStore;
  readonly servers: ServerStore;
  readonly personalData: PersonalDataStore;
  health(): Promise<StorageHealth>;
  /** Removes what was kept long enough; to be called about once a day. */
  removeOld(now: Date): Promise<void>;
  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
};

/** `degraded`: everything reads as default and nothing is saved; `problem` says why and what to do. */
export type StorageHealth = { readonly kind: "ready" } | { readonly kind: "degraded"; readonly problem: string };
