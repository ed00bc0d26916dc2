import { DEFAULT_SETTINGS, type GuildSettings, type OwnWording } from "#src/storage/guild-settings.ts";
import type { Storage } from "#src/storage/storage.ts";

/** The storage of the running test; `reopen` closes it and opens the same database again. */
export type Opened = { storage: Storage; reopen(): Promise<void> };

export const MONDAY = new Date("2026-03-02T12:00:00Z");

/** The moment `days` after a Monday in March. */
export function day(days: number): Date {
  return new Date(MONDAY.getTime() + days * 86_400_000);
}

let interactions = 0;

/** Somebody doing something through an interaction of its own. */
export function doing(by: string, at = MONDAY) {
  return { by, at, interactionId: String(++interactions) };
}

export function settingsWith(part: Partial<GuildSettings>): GuildSettings {
  return { ...DEFAULT_SETTINGS, ...part };
}

export function wordingWith(part: Partial<OwnWording>): OwnWording {
  return { ...DEFAULT_SETTINGS.wording, ...part };
}
