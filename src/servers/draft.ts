import type { Reply } from "#src/discord/reply.ts";
import { discardCard, draftCard } from "#src/replies/staff/draft-card.ts";
import { type DraftView, readDraftState } from "#src/replies/staff/draft-parts.ts";
import { bullets, meanwhileLines } from "#src/replies/staff/meanwhile.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";

/**
 * The draft of a server beside what is in force.
 *
 * @throws UserError where nothing could be saved.
 */
export async function readDraft(services: Pick<StaffServices, "guildId" | "storage" | "now">): Promise<DraftView> {
  const { revision, settings } = await readSettingsToWorkOn(services);
  const { settings: store } = services.storage;
  const draft = await store.draft(services.guildId, services.now);
  const ifPublished = (await store.ifPublished(services.guildId, services.now)) ?? settings.wording;
  return { draft, revision, inForce: settings.wording, ifPublished };
}

/** Publishing a draft and throwing it away; the buttons stand wherever its state is shown. */
export const draftActions: StaffPart["actions"] = {
  async "draft-publish"(request, services) {
    const { guildId, storage } = services;
    const doing = { by: request.user.id, at: request.now, interactionId: request.interactionId };
    const outcome = await storage.settings.publish({ guildId, ...readDraftState(request.state), ...doing });
    const show = (title: string, lines: readonly string[]) => update({ title, lines, services });
    switch (outcome.kind) {
      case "saved":
        return show("Published", [
          "**Members see this from now on:**",
          ...bullets(outcome.changes, services),
          "-# The history can take it back.",
        ]);
      case "unchanged":
        return show("Nothing to publish", ["Members see all of this already, so the draft is gone."]);
      case "no-draft":
        return show("Not published", ["There is no draft any more: somebody published it or threw it away."]);
      case "draft-changed":
        return show("Not published", [
          "**Somebody edited the draft since you looked.** Below is how it stands now; publish it if that is right.",
        ]);
      case "stale":
        return show("Not published", [
          ...meanwhileLines(outcome, services),
          "Publishing now puts the draft's changes on top of these.",
        ]);
      default:
        return outcome satisfies never;
    }
  },

  "draft-discard": ({ state }) => ({ kind: "update", body: discardCard(state) }),

  async "draft-discard-sure"(request, services) {
    const { guildId, storage } = services;
    const isGone = await storage.settings.discardDraft(guildId, readDraftState(request.state).draftRevision);
    return isGone
      ? update({ title: "Thrown away", lines: ["The draft is gone. Members noticed nothing."], services })
      : update({
          title: "Nothing thrown away",
          lines: ["Somebody edited, published or threw away the draft since you looked. This is how it stands now:"],
          services,
        });
  },
};

type Shown = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly services: StaffServices;
};

async function update({ title, lines, services }: Shown): Promise<Reply> {
  const view = await readDraft(services);
  return { kind: "update", body: draftCard(title, lines, view, services) };
}
