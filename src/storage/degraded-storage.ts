import { UserError } from "#src/errors.ts";
import { DEFAULT_SETTINGS } from "./guild-settings.ts";
import type { Storage } from "./storage.ts";

const UNREADABLE =
  "Nothing can be saved at the moment: Spotter's database cannot be used. Warnings and answers go on with their default wording. Whoever runs this bot finds what to do in its log and in /spotter doctor.";

/**
 * The storage where there is none to use: everything reads as default, so that answers and warnings go on; what a
 * person asks to be saved is refused, and what nobody asked for is left undone.
 */
export function createDegradedStorage(problem: string): Storage {
  const refuse = () => Promise.reject(new UserError(UNREADABLE));
  return {
    settings: {
      get: () => Promise.resolve(DEFAULT_SETTINGS),
      read: () => Promise.resolve({ revision: 0, settings: DEFAULT_SETTINGS }),
      at: () => Promise.resolve(null),
      ifPublished: () => Promise.resolve(null),
      save: refuse,
      revert: refuse,
      history: () => Promise.resolve([]),
      draft: () => Promise.resolve(null),
      saveDraft: refuse,
      publish: refuse,
      discardDraft: refuse,
    },
    counts: { add: () => Promise.resolve(), list: () => Promise.resolve([]) },
    questions: {
      note: () => Promise.resolve(),
      list: () => Promise.resolve([]),
      find: () => Promise.resolve(null),
      remove: refuse,
    },
    reminders: {
      set: refuse,
      find: refuse,
      cancel: refuse,
      due: () => Promise.resolve([]),
      deleteSent: () => Promise.resolve(),
    },
    servers: { see: () => Promise.resolve(false), sweep: () => Promise.resolve({ left: [] }) },
    // "Nothing is kept about you" would be a lie here.
    personalData: { show: refuse, erase: refuse },
    health: () => Promise.resolve({ kind: "degraded", problem }),
    removeOld: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
