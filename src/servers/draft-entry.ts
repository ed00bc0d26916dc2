import type { BaseRequest } from "#src/discord/request.ts";
import { entryKey, type WrittenEntry } from "#src/replies/staff/entry-form.ts";
import type { StaffServices } from "./staff-part.ts";

const MOST_TRIES = 3;

/**
 * Adds an entry to the server's draft, beginning one where there is none. Others may edit the draft at the same time:
 * a new entry is in nobody's way, so it is added to what they made of it.
 *
 * @throws UserError when the entry breaks a rule, or there is no room for it.
 */
export async function draftEntry(
  { interactionId, user, now }: BaseRequest,
  { guildId, storage }: StaffServices,
  entry: WrittenEntry,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const draft = await storage.settings.draft(guildId, now);
    const wording = draft?.wording ?? (await storage.settings.read(guildId)).settings.wording;
    const key = entryKey(entry.title, Object.keys(wording.entries));
    const { kind } = await storage.settings.saveDraft({
      guildId,
      draftRevision: draft?.revision ?? 0,
      wording: { ...wording, entries: { ...wording.entries, [key]: entry } },
      by: user.id,
      at: now,
      interactionId,
    });
    if (kind !== "stale") return;
    if (tries === MOST_TRIES) throw new Error("The draft changed faster than an entry could be added to it");
  }
}
