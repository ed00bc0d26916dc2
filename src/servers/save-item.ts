import type { MessageBody } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { whoWhen } from "#src/replies/staff/meanwhile.ts";
import { type Unsaved, unsavedCard } from "#src/replies/staff/unsaved-card.ts";
import { fieldsOfKind } from "#src/replies/staff/wording-form.ts";
import { type ItemFields, type ItemState, seenAs, type WordingItem } from "#src/replies/staff/wording-item.ts";
import type { Fault, OwnWording } from "#src/storage/guild-settings.ts";
import { readDraft } from "./draft.ts";
import type { StaffServices } from "./staff-part.ts";
import { fieldsOf, newName, withItem, wordingFaults } from "./wording-items.ts";

// Two people who save at the very same moment, over and over, are told so.
const MOST_TRIES = 4;

/** What somebody wrote for one place; `isOnTop` where it is to stand whatever others wrote there meanwhile. */
export type Saving = { readonly item: ItemState; readonly fields: ItemFields; readonly isOnTop: boolean };

/** `saved` with the fields as they are kept; `unsaved` with a card that says why and keeps what was written. */
export type ItemOutcome =
  | { readonly kind: "saved"; readonly kept: ItemFields }
  | { readonly kind: "unchanged" }
  | { readonly kind: "unsaved"; readonly body: MessageBody };

/** Saves one place into the draft, on top of whatever else others changed there; the same place only when told to. */
export async function saveItem(
  request: ActionRequest,
  services: StaffServices,
  { item, fields, isOnTop }: Saving,
): Promise<ItemOutcome> {
  const keep = (unsaved: Unsaved): ItemOutcome => ({
    kind: "unsaved",
    body: unsavedCard(item, { fields, unsaved, names: services }),
  });
  const doing = { by: request.user.id, at: request.now, interactionId: request.interactionId };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { draft, inForce } = await readDraft(services);
    const current = draft?.wording ?? inForce;
    const theirs = fieldsOf(item, current);
    if (!isOnTop && seenAs(theirs) !== item.seen && seenAs(theirs) !== seenAs(fields)) {
      const who = draft === null ? "A draft was published or thrown away." : `Last edited by ${whoWhen(draft)}`;
      return keep({ kind: "late", who, theirs });
    }
    const place = placeOf(item, fields, current);
    const wording = withItem(place, fields, current);
    const faults = wordingFaults(wording);
    if (faults.length > 0) return keep({ kind: "faulty", reasons: reasonsOf(faults, item, services) });
    const draftRevision = draft?.revision ?? 0;
    const { guildId } = services;
    const outcome = await services.storage.settings.saveDraft({ guildId, draftRevision, wording, ...doing });
    if (outcome.kind === "saved") return { kind: "saved", kept: fieldsOf(place, outcome.draft.wording) };
    if (outcome.kind === "unchanged") return { kind: "unchanged" };
  }
  return keep({ kind: "faulty", reasons: ["Others are saving at this very moment. Please try again."] });
}

/** A new thing gets its name when it is saved. */
function placeOf(item: WordingItem, fields: ItemFields, current: OwnWording): WordingItem {
  const { kind, id } = item;
  if (id !== "" || kind === "hidden") return item;
  return { kind, id: newName(kind, fields.title ?? fields.name ?? fields.label ?? "", current) };
}

/** What is wrong, by the names of the form's fields. */
function reasonsOf(faults: readonly Fault[], { kind }: WordingItem, services: StaffServices): string[] {
  const fields = fieldsOfKind(kind, services);
  const reasons = faults.map(({ path, reason }) => {
    const field = fields.find(({ name }) => path.includes(name)) ?? (fields.length === 1 ? fields[0] : undefined);
    return `**${field?.label ?? path.join(" › ")}**: ${reason}.`;
  });
  return [...new Set(reasons)].slice(0, 5);
}
