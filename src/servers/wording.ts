import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { readUnsaved } from "#src/replies/staff/unsaved-card.ts";
import { wordingCard } from "#src/replies/staff/wording-card.ts";
import { fieldsOfKind, readWordingForm, wordingForm } from "#src/replies/staff/wording-form.ts";
import {
  decodeItem,
  type ItemFields,
  type ItemKind,
  type ItemState,
  readKind,
  seenAs,
  type WordingItem,
} from "#src/replies/staff/wording-item.ts";
import { draftActions, readDraft } from "./draft.ts";
import { type Saving, saveItem } from "./save-item.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";
import { fieldsOf, WORDED_CARDS } from "./wording-items.ts";

/** Words that a server adds to mine: written into a draft, and seen by members once it is published. */
export const wording: StaffPart = {
  async open(_request, services) {
    return { kind: "message", visibility: "private", body: await show(services, null) };
  },

  actions: {
    async wording({ state }, services) {
      return { kind: "update", body: await show(services, state === "" ? null : readKind(state)) };
    },

    "wording-kind": async ({ values: [kind] }, services) => ({
      kind: "update",
      body: await show(services, readKind(kind)),
    }),

    "wording-add": (request, services) => openForm(services, { kind: readKind(request.state), id: "" }),

    "wording-edit"(request, services) {
      const [kind] = request.state.split(".");
      return openForm(services, { kind: readKind(kind), id: request.values[0] ?? "" });
    },

    "wording-save"(request, services) {
      const item = decodeItem(request.state);
      return save(request, services, { item, fields: readWordingForm(item.kind, request, services), isOnTop: false });
    },

    "wording-again"(request, services) {
      const item = decodeItem(request.state);
      return { kind: "form", form: wordingForm(item, keptFields(request, item, services), services) };
    },

    "wording-top"(request, services) {
      const item = decodeItem(request.state);
      return save(request, services, { item, fields: keptFields(request, item, services), isOnTop: true });
    },

    ...draftActions,
  },
};

function keptFields({ message }: ActionRequest, item: ItemState, services: StaffServices): ItemFields {
  return readUnsaved(item, message?.components ?? [], services);
}

async function openForm(services: StaffServices, item: WordingItem): Promise<Reply> {
  refuseUnknown(item, services);
  const { draft, inForce } = await readDraft(services);
  const fields = fieldsOf(item, draft?.wording ?? inForce);
  return { kind: "form", form: wordingForm({ ...item, seen: seenAs(fields) }, fields, services) };
}

/** Refuses a place that no select offers: an id carries no authority. */
function refuseUnknown({ kind, id }: WordingItem, { knowledge }: StaffServices): void {
  const isKnown =
    kind === "card"
      ? WORDED_CARDS.some((card) => card === id)
      : kind === "note"
        ? knowledge.sections.has(id)
        : /^[a-z0-9-]{0,40}$/.test(id);
  if (!isKnown) throw new UserError("There is no such thing to word. Please open **/spotter wording** again.");
}

/** Saves one place into the draft, and shows the card again. */
async function save(request: ActionRequest, services: StaffServices, saving: Saving): Promise<Reply> {
  const { item, fields } = saving;
  refuseUnknown(item, services);
  const outcome = await saveItem(request, services, saving);
  if (outcome.kind === "unsaved") return { kind: "update", body: outcome.body };
  const notice =
    outcome.kind === "saved"
      ? savedLines(item, { fields, kept: outcome.kept }, services)
      : ["Nothing changed: it says so already."];
  return { kind: "update", body: await show(services, item.kind, notice) };
}

type Saved = { readonly fields: ItemFields; readonly kept: ItemFields };

/** What was saved, with the length that is left. */
function savedLines({ kind }: WordingItem, { fields, kept }: Saved, services: StaffServices): string[] {
  const lengths = fieldsOfKind(kind, services)
    .filter(({ name, choices }) => choices === null && kept[name] !== "")
    .map(({ name, label, most }) => {
      const used = kept[name]?.length ?? 0;
      return `-# ${label}: ${used} characters, ${Math.max(0, most - used)} left`;
    });
  const isFolded = kind === "card" && Object.keys(fields).some((name) => fields[name] !== kept[name]);
  return [
    "**Saved into the draft.** Members see none of it before it is published.",
    ...(isFolded ? ["Headings became plain text and extra blank lines went, so that my own lines stay in sight."] : []),
    ...lengths,
  ];
}

async function show(services: StaffServices, kind: ItemKind | null, notice: readonly string[] = []) {
  const draft = await readDraft(services);
  return wordingCard({ draft, kind, notice, names: services });
}
