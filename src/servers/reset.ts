import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { noticeCard } from "#src/replies/notice-card.ts";
import { doneCard } from "#src/replies/staff/done-card.ts";
import { meanwhileLines } from "#src/replies/staff/meanwhile.ts";
import { RESET_PARTS, resetChoice, resetQuestion } from "#src/replies/staff/reset-card.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { findChanges } from "#src/storage/settings-changes.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";

const ALL = RESET_PARTS.map((_, index) => index);

/** Brings parts of the settings, or all, back to the defaults; asked once more, and kept in the history. */
export const reset: StaffPart = {
  open: () => ({ kind: "message", visibility: "private", body: resetChoice() }),

  actions: {
    reset: () => ({ kind: "message", visibility: "private", body: resetChoice() }),

    "reset-parts": (request, services) => ask(request, services, readParts(request.values)),

    "reset-all": (request, services) => ask(request, services, ALL),

    async "reset-do"(request, services) {
      const [, revision, numbers = ""] = /^(\d{1,9})\.(\d+)$/.exec(request.state) ?? [];
      if (revision === undefined) throw expired();
      const parts = readParts([...numbers]);
      const { guildId, storage } = services;
      const base = await storage.settings.at(guildId, Number(revision));
      if (base === null) throw expired();
      const doing = { by: request.user.id, at: request.now, interactionId: request.interactionId };
      const write = {
        guildId,
        revision: Number(revision),
        settings: resetParts(base, parts),
        source: "reset",
        ...doing,
      } as const;
      const outcome = await storage.settings.save(write);
      switch (outcome.kind) {
        case "saved":
          return { kind: "update", body: doneCard("Reset, and in force", outcome.changes, services) };
        case "unchanged":
          return { kind: "update", body: noticeCard("Nothing to change: it is as I came already.") };
        case "stale":
          return ask(request, services, parts, meanwhileLines(outcome, services));
        default:
          return outcome satisfies never;
      }
    },

    "reset-keep": () => ({ kind: "update", body: noticeCard("Nothing was changed.") }),
  },
};

/** Parts by their number, one digit each. */
function readParts(digits: readonly string[]): readonly number[] {
  const parts = digits.map(Number);
  if (parts.length === 0 || !parts.every((part) => part in RESET_PARTS)) throw expired();
  return parts;
}

function resetParts(settings: GuildSettings, parts: readonly number[]): GuildSettings {
  return parts.reduce((rest, part) => RESET_PARTS[part]?.reset(rest) ?? rest, settings);
}

async function ask(
  { now }: BaseRequest,
  services: StaffServices,
  parts: readonly number[],
  notice: readonly string[] = [],
): Promise<Reply> {
  const { revision, settings } = await readSettingsToWorkOn(services);
  const after = resetParts(settings, parts);
  const changes = findChanges(settings, after);
  if (changes.length === 0) {
    return { kind: "update", body: resetChoice(["Nothing to reset there: it is as I came already."]) };
  }
  const body = resetQuestion({
    changes,
    state: `${revision}.${parts.join("")}`,
    stopsStatistics: settings.questionStatistics && !after.questionStatistics,
    hasDraft: (await services.storage.settings.draft(services.guildId, now)) !== null,
    names: services,
    notice,
  });
  return { kind: "update", body };
}

function expired(): UserError {
  return new UserError("This has expired, and nothing was changed. Please open **/spotter reset** again.");
}
