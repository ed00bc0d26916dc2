import { checkSettings, type GuildSettings } from "#src/storage/guild-settings.ts";

export const GUILD = "500";
export const PERSON = "7";
export const MARKED_AT = new Date("2026-03-02T12:00:00Z");

/** What the settings must be after a step: something different and of another length at each. */
export function expectedSettings(step: number): GuildSettings {
  return checkSettings({
    commands: { ask: { cooldownSeconds: step % 86_400 } },
    wording: { sectionNotes: { breath: `Step ${step} ${"and more ".repeat(step % 40)}` } },
  });
}
