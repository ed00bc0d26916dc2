import { ApplicationIntegrationType, ComponentType, InteractionContextType } from "discord-api-types/v10";
import { readDiaryFile, writeDiaryFile } from "#src/diary/diary-file.ts";
import type { Command } from "#src/discord/command.ts";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { Effect, Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { checkInForm, readCheckIn } from "#src/replies/check-in-form.ts";
import { consentCard, diaryCard, diaryLink, isDiaryOf, readDiaryCard } from "#src/replies/diary-card.ts";
import { type DiaryState, diaryDigest, newestThatFit } from "#src/replies/diary-state.ts";
import { diaryReading, diaryWarning, needsWarning } from "#src/replies/diary-warning.ts";
import { fileMessage } from "#src/replies/file-message.ts";
import { refuseStrangers } from "#src/replies/place.ts";
import { label } from "#src/replies/triage-form.ts";
import type { Services } from "#src/services.ts";
import { joinDiaries, withEntry } from "#src/triage/diary.ts";

const NAME = "check-in";
const HOUR_MS = 60 * 60 * 1000;
const MOST_FILE_BYTES = 256 * 1024;
const FILE_NAME = "soreness-diary.json";
const DELETE = "delete";

const CANNOT_WRITE =
  "I can't write to you, so there is no place for a diary yet. Open a server that we share, then *Privacy Settings*, switch *Direct Messages* on, and use /check-in again. Or add me to your own account.";

export default {
  data: {
    name: NAME,
    description: "A diary of your soreness, in your direct messages with me",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },

  onlyWith: "CHECK_IN",

  async execute(request, services) {
    refuseWhileOff(services);
    const found = await findDiary(request.user.id, services);
    const body =
      found === null ? consentCard(request.user.id) : diaryLink("**Your diary is in our direct messages.**", found);
    return { kind: "message", visibility: "private", body };
  },

  actions: {
    async agree(request, services) {
      refuseWhileOff(services);
      refuseStrangers(request);
      const found = (await findDiary(request.user.id, services)) ?? (await openDiary(request, services));
      return {
        kind: "update",
        body: diaryLink("**Your diary is ready, in our direct messages.** It is pinned there.", found),
      };
    },

    in(request, services) {
      refuseWhileOff(services);
      const state = diaryOf(request);
      return { kind: "form", form: checkInForm(formId(request, "noted", state), state.entries, hourOf(request)) };
    },

    async noted(request, services) {
      refuseWhileOff(services);
      const before = diaryOf(request);
      const entry = readCheckIn(request, before.entries, hourOf(request));
      if (request.state !== diaryDigest(before)) throw changedMeanwhile(`You chose ${entry.soreness} of 10. `);
      const state = { ...before, entries: newestThatFit(withEntry(before.entries, entry)) };
      return updated(request, services, { state, before });
    },

    means(request, services) {
      const { entries } = diaryOf(request);
      if (entries.length === 0) throw new UserError("Nothing is noted yet. Press Check in first.");
      const body = diaryWarning(diaryReading(entries, services.triage, request.now), "private", { request, services });
      return { kind: "message", visibility: "private", body };
    },

    save(request) {
      const text = writeDiaryFile(diaryOf(request));
      const body = fileMessage("**Your diary as a file.** *Bring back* reads it again.", { name: FILE_NAME, text });
      return { kind: "message", visibility: "private", body };
    },

    load(request, services) {
      refuseWhileOff(services);
      const upload = { type: ComponentType.FileUpload, custom_id: "file", min_values: 1, max_values: 1 } as const;
      return {
        kind: "form",
        form: {
          custom_id: encodeCustomId(formId(request, "loaded", diaryOf(request))),
          title: "Bring a diary back",
          components: [label("The file that you downloaded", upload, "Its check-ins are added; none here is lost.")],
        },
      };
    },

    async loaded(request, services) {
      refuseWhileOff(services);
      const before = diaryOf(request);
      const [upload] = request.uploads.file ?? [];
      if (upload === undefined) throw new UserError("No file came along. Press Bring back again and choose one.");
      const brought = readDiaryFile(await services.uploads.readText(upload, MOST_FILE_BYTES), request.now);
      if (request.state !== diaryDigest(before)) throw changedMeanwhile("");
      const state = { ...before, entries: newestThatFit(joinDiaries(before.entries, brought.entries)) };
      return updated(request, services, { state, before });
    },

    drop(request) {
      refuseStrangers(request);
      const options = [
        { value: DELETE, label: deletionLabel(request) },
        { value: "keep", label: "Keep it", default: true },
      ];
      const choice = { type: ComponentType.RadioGroup, custom_id: "choice", options } as const;
      return {
        kind: "form",
        form: {
          custom_id: encodeCustomId({ command: NAME, action: "dropped", ownerId: request.user.id, state: "" }),
          title: "Delete your diary?",
          components: [label("There is no other copy", choice, "Download it first if you may want it back.")],
        },
      };
    },

    dropped(request) {
      refuseStrangers(request);
      return request.fields.choice?.[0] === DELETE ? { kind: "removal" } : { kind: "nothing" };
    },
  },
} satisfies Command<Services>;

function refuseWhileOff({ isCheckInOn }: Services): void {
  if (!isCheckInOn) {
    throw new UserError(
      "Check-ins are switched off on this bot. A diary that you have stays in our direct messages, and can be downloaded and deleted there.",
    );
  }
}

function hourOf({ now }: Pick<ActionRequest, "now">): number {
  return Math.floor(now.getTime() / HOUR_MS);
}

/**
 * The diary in the clicked message, as it stands now.
 *
 * @throws UserError for anybody but its owner, and where it cannot be read.
 */
function diaryOf(request: ActionRequest): DiaryState {
  refuseStrangers(request);
  const state = readDiaryCard(request.message?.components ?? []);
  if (state === null) throw new UserError("This diary is gone. /check-in opens a new one; nothing was changed.");
  return state;
}

/** The id of a form: it knows about which state of the diary it was opened. */
function formId({ user }: ActionRequest, action: string, state: DiaryState): CustomId {
  return { command: NAME, action, ownerId: user.id, state: diaryDigest(state) };
}

/** A diary that nobody can read any more can still be deleted. */
function deletionLabel(request: ActionRequest): string {
  try {
    return `Delete it with all ${diaryOf(request).entries.length} check-ins`;
  } catch (error) {
    if (error instanceof UserError) return "Delete it";
    throw error;
  }
}

function changedMeanwhile(what: string): UserError {
  return new UserError(
    `Your diary has changed since you opened this form. ${what}Nothing was written; please press the button again.`,
  );
}

type DiaryPlace = { readonly channelId: string; readonly messageId: string };

async function findDiary(userId: string, { directMessages }: Services): Promise<DiaryPlace | null> {
  const direct = await directMessages.open(userId);
  if (direct === null) throw new UserError(CANNOT_WRITE);
  const found = await direct.find(({ components }) => isDiaryOf(userId, components));
  return found === null ? null : { channelId: direct.channelId, messageId: found.id };
}

async function openDiary(request: ActionRequest, { directMessages }: Services): Promise<DiaryPlace> {
  const direct = await directMessages.open(request.user.id);
  const state = { agreedHour: hourOf(request), entries: [] };
  const body = diaryCard({ state, ownerId: request.user.id, assessment: { level: 0 }, chart: null });
  // Pressed twice at once, it is still one diary.
  const messageId = (await direct?.post(body, `d${request.message?.id ?? request.interactionId}`)) ?? null;
  if (direct === null || messageId === null) throw new UserError(CANNOT_WRITE);
  await direct.pin(messageId);
  return { channelId: direct.channelId, messageId };
}

/** The diary as it is now, and the warning card where it reads more serious than before. */
async function updated(
  request: ActionRequest,
  services: Services,
  { state, before }: { readonly state: DiaryState; readonly before: DiaryState },
): Promise<Reply> {
  const { triage } = services;
  const ownerId = request.user.id;
  const reading = diaryReading(state.entries, triage, request.now);
  const chart = state.entries.length < 2 ? null : await services.charts.draw(state.entries);
  const warns = needsWarning(reading, diaryReading(before.entries, triage, request.now));
  const body = diaryCard({ state, ownerId, assessment: reading.assessment, chart });
  const warning = (): Effect => ({
    kind: "direct-message",
    userId: ownerId,
    body: diaryWarning(reading, "public", { request, services }),
  });
  return { kind: "update", body, then: warns ? [warning()] : [] };
}
