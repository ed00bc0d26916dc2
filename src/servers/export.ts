import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import { exportCard } from "#src/replies/staff/export-card.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";
import { writeSettingsFile } from "./write-settings-file.ts";

/** Gives the settings out as one file. */
export const exportPart: StaffPart = { open: give, actions: { export: give } };

async function give({ now }: BaseRequest, services: StaffServices): Promise<Reply> {
  const { revision, settings } = await readSettingsToWorkOn(services);
  const draft = (await services.storage.settings.draft(services.guildId, now)) !== null;
  const body = exportCard(writeSettingsFile(settings), { revision, draft });
  return { kind: "message", visibility: "private", body };
}
