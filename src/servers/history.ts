import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { CHANGES_A_PAGE, changeCard, historyCard, readHistoryState } from "#src/replies/staff/history-card.ts";
import { bullets, meanwhileLines } from "#src/replies/staff/meanwhile.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";

/** Who changed what and when, and the way back to any of it. */
export const history: StaffPart = {
  open: (_request, services) => answer(services),

  actions: {
    history: (_request, services) => answer(services),

    async "history-page"({ state }, services) {
      return { kind: "update", body: await show(services, read(state).place.before) };
    },

    async "history-all"({ state }, services) {
      const { place, numbers } = read(state);
      const [revision = 0, page = 0] = numbers;
      const [entry] = await services.storage.settings.history(services.guildId, { limit: 1, before: revision + 1 });
      if (entry?.revision !== revision) throw new UserError("That change is no longer kept. Nothing was changed.");
      return { kind: "update", body: changeCard(entry, { ...place, page, names: services }) };
    },

    async "history-back"({ state, user, now, interactionId }, services) {
      const { place, numbers } = read(state);
      const [toRevision] = numbers;
      if (toRevision === undefined) throw expired();
      const { guildId, storage } = services;
      const doing = { by: user.id, at: now, interactionId };
      const outcome = await storage.settings.revert({ guildId, revision: place.revision, toRevision, ...doing });
      switch (outcome.kind) {
        case "saved":
          return back(services, ["**Done, everything is as it was then:**", ...bullets(outcome.changes, services)]);
        case "unchanged":
          return back(services, ["Nothing to change: everything is as it was then."]);
        case "stale":
          return back(services, [
            ...meanwhileLines(outcome, services),
            "Here is the history as it is now; go back again if it is still right.",
          ]);
        default:
          return outcome satisfies never;
      }
    },
  },
};

function read(state: string) {
  const found = readHistoryState(state);
  if (found === null) throw expired();
  return found;
}

function expired(): UserError {
  return new UserError("This history has expired. Please open a new one with **/spotter history**.");
}

async function answer(services: StaffServices): Promise<Reply> {
  return { kind: "message", visibility: "private", body: await show(services, null) };
}

async function back(services: StaffServices, notice: readonly string[]): Promise<Reply> {
  return { kind: "update", body: await show(services, null, notice) };
}

async function show(services: StaffServices, before: number | null, notice: readonly string[] = []) {
  const { revision } = await readSettingsToWorkOn(services);
  const page = { limit: CHANGES_A_PAGE + 1, ...(before === null ? {} : { before }) };
  const entries = await services.storage.settings.history(services.guildId, page);
  return historyCard({ revision, before, entries, names: services, notice });
}
