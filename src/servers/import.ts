import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { ActionRequest, Upload } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { noticeCard } from "#src/replies/notice-card.ts";
import { doneCard } from "#src/replies/staff/done-card.ts";
import { importForm } from "#src/replies/staff/import-form.ts";
import { importRefused, importReport, reportFile } from "#src/replies/staff/import-report.ts";
import { meanwhileLines } from "#src/replies/staff/meanwhile.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { findChanges } from "#src/storage/settings-changes.ts";
import { readSettingsFile } from "./settings-file.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";
import { digestOf, MOST_FILE_BYTES, writeSettingsFile } from "./write-settings-file.ts";

const form = (): Reply => ({ kind: "form", form: importForm() });

/**
 * Brings settings in from a file: first a dry run, and only on confirmation all of it at once.
 *
 * Between the two the settings wait as a file in the report's own message, which nobody but the bot can change. They
 * are read and checked again on every press; digest and revision in the buttons tell whether anything differs.
 */
export const importPart: StaffPart = {
  open: form,

  actions: {
    import: form,

    async "import-read"({ uploads }, services) {
      const [upload] = uploads.file ?? [];
      if (upload === undefined) throw new UserError("No file came along, and nothing was changed. Please choose one.");
      const read = readSettingsFile(await textOf(upload, services), services.guildId);
      const body = read.kind === "refused" ? importRefused(read.faults) : await dryRun(read.settings, services);
      return { kind: "message", visibility: "private", body };
    },

    async "import-page"(request, services) {
      const { settings, revision, page } = await readWaiting(request, services);
      return { kind: "update", body: await dryRun(settings, services, { page, comparedWith: revision }) };
    },

    async "import-apply"(request, services) {
      const { settings, revision } = await readWaiting(request, services);
      const doing = { by: request.user.id, at: request.now, interactionId: request.interactionId };
      const { guildId, storage } = services;
      const outcome = await storage.settings.save({ guildId, revision, settings, source: "import", ...doing });
      switch (outcome.kind) {
        case "saved":
          return { kind: "update", body: doneCard("Imported, and in force", outcome.changes, services) };
        case "unchanged":
          return { kind: "update", body: noticeCard("Nothing to change: everything is so already.") };
        case "stale":
          return {
            kind: "update",
            body: await dryRun(settings, services, { notice: meanwhileLines(outcome, services) }),
          };
        default:
          return outcome satisfies never;
      }
    },

    "import-drop": () => ({ kind: "update", body: noticeCard("Nothing was changed.") }),
  },
};

type Shown = {
  readonly page?: number;
  /** The revision that an earlier page of the report was compared with. */
  readonly comparedWith?: number;
  readonly notice?: readonly string[];
};

const MOVED = "**The settings changed meanwhile:** this compares with how they are now.";

/** What taking over these settings would change now. */
async function dryRun(
  settings: GuildSettings,
  services: StaffServices,
  { page = 0, comparedWith, notice = [] }: Shown = {},
): Promise<MessageBody> {
  const current = await readSettingsToWorkOn(services);
  const text = writeSettingsFile(settings);
  const hasMoved = comparedWith !== undefined && comparedWith !== current.revision;
  return importReport({
    changes: findChanges(current.settings, settings),
    settings,
    text,
    digest: digestOf(text),
    revision: current.revision,
    page: hasMoved ? 0 : page,
    names: services,
    notice: hasMoved ? [MOVED] : notice,
  });
}

/** The settings that wait in the clicked report. */
async function readWaiting({ state, message }: ActionRequest, services: StaffServices) {
  const [, revision, digest, page = "0"] = /^(\d{1,9})\.([\w-]{16})(?:\.(\d{1,4}))?$/.exec(state) ?? [];
  const file = reportFile(message?.components ?? []);
  if (revision === undefined || file === null) throw expired();
  const text = await textOf(file, services);
  const read = readSettingsFile(text, services.guildId);
  if (digestOf(text) !== digest || read.kind === "refused") throw expired();
  return { settings: read.settings, revision: Number(revision), page: Number(page) };
}

function textOf(upload: Upload, { uploads }: StaffServices): Promise<string> {
  return uploads.readText(upload, MOST_FILE_BYTES);
}

function expired(): UserError {
  return new UserError("This report has expired, and nothing was changed. Please import the file again.");
}
