import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { entryFor } from "#src/replies/question-reply.ts";
import { DISMISS_QUESTION, questionsCard, WRITE_ENTRY } from "#src/replies/staff/questions-card.ts";
import { staffId } from "#src/replies/staff/staff-id.ts";
import {
  STATS_PAGE,
  STATS_QUESTIONS,
  STATS_WEEK,
  type StatsView,
  statsCard,
  WEEKS_A_PAGE,
} from "#src/replies/staff/stats-card.ts";
import { isWeek, weekAfter } from "#src/replies/staff/weeks.ts";
import { readWordingForm } from "#src/replies/staff/wording-form.ts";
import { oldestKeptWeek, weekOf } from "#src/storage/counts.ts";
import type { OwnWording } from "#src/storage/guild-settings.ts";
import { entryForm, NEW_ENTRY, withQuestion } from "./entry-for-question.ts";
import { saveItem } from "./save-item.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";

const SAVE_ENTRY = "stats-save";

/** How often the bot was used, and what it could not answer. */
export const stats: StaffPart = {
  async open(request, services) {
    const thisWeek = weekOf(request.now);
    const body = await weeksBody(request, services, { newest: thisWeek, week: thisWeek });
    return { kind: "message", visibility: "private", body };
  },
  actions: {
    async [STATS_WEEK](request, services) {
      const newest = weekFrom(request.state, request);
      return {
        kind: "update",
        body: await weeksBody(request, services, { newest, week: weekFrom(request.values[0], request) }),
      };
    },
    async [STATS_PAGE](request, services) {
      const newest = weekFrom(request.state, request);
      return { kind: "update", body: await weeksBody(request, services, { newest, week: newest }) };
    },
    [STATS_QUESTIONS]: (request, services) => showQuestions(services, Number(request.state)),
    async [WRITE_ENTRY](request, services) {
      const { question } = await chosenQuestion(request, services);
      return { kind: "form", form: entryForm(staffId(SAVE_ENTRY, request.state), question, services) };
    },
    [SAVE_ENTRY]: saveEntry,
    async [DISMISS_QUESTION](request, services) {
      const { page, id } = placeOf(request);
      const isGone = !(await services.storage.questions.remove(services.guildId, id));
      return showQuestions(
        services,
        page,
        isGone ? "That one was gone already." : "Dismissed. It comes back when two people ask it again.",
      );
    },
  },
};

/** A week that a button or select names; this week where it names none that has been. */
function weekFrom(text: string | undefined, { now }: BaseRequest): string {
  const thisWeek = weekOf(now);
  return text !== undefined && isWeek(text) && text <= thisWeek ? text : thisWeek;
}

async function weeksBody({ now }: BaseRequest, services: StaffServices, view: StatsView) {
  await needStorage(services);
  const { guildId, storage } = services;
  const oldestKept = oldestKeptWeek(now);
  // Before the oldest week that is kept there is nothing to look at.
  const newest = view.newest < oldestKept ? weekAfter(oldestKept, WEEKS_A_PAGE - 1) : view.newest;
  const counts = await storage.counts.list(guildId, new Date(oldestKept));
  return statsCard({ ...view, newest, counts, thisWeek: weekOf(now), oldestKept });
}

/** Shows what is still without an answer: a question that an entry in force answers comes back when that entry goes. */
async function showQuestions(services: StaffServices, page: number, notice: string | null = null): Promise<Reply> {
  await needStorage(services);
  const { guildId, storage, settings, search, now } = services;
  const drafted = await storage.settings.ifPublished(guildId, now);
  const answers = (wording: OwnWording, question: string) =>
    entryFor(question, { search, settings: { ...settings, wording } }) !== null;
  const questions = await storage.questions.list(guildId);
  const body = questionsCard({
    isOn: settings.questionStatistics,
    questions: questions.filter(({ question }) => !answers(settings.wording, question)),
    isAnsweredByDraft: (question) => drafted !== null && answers(drafted, question),
    page: Number.isInteger(page) ? page : 0,
    notice,
  });
  return { kind: "update", body };
}

/** @throws UserError where nothing can be read: no counts are not the same as nobody having asked. */
async function needStorage({ storage }: StaffServices): Promise<void> {
  const health = await storage.health();
  if (health.kind === "degraded") throw new UserError(`Nothing that was counted can be read. ${health.problem}`);
}

/** Which question a button stands under, and on which page. */
function placeOf({ state }: ActionRequest): { readonly page: number; readonly id: string } {
  const [page, id = ""] = state.split(".");
  return { page: Number(page), id };
}

async function chosenQuestion(request: ActionRequest, { guildId, storage }: StaffServices) {
  const question = await storage.questions.find(guildId, placeOf(request).id);
  if (question === null)
    throw new UserError("That question is gone. Open **/spotter stats** again for those there are.");
  return question;
}

/** Saves the entry into the draft; whatever is refused can be edited again. */
async function saveEntry(request: ActionRequest, services: StaffServices): Promise<Reply> {
  const { page, id } = placeOf(request);
  const written = readWordingForm(NEW_ENTRY.kind, request, services);
  const isEmpty = Object.values(written).every((text) => text === "");
  if (isEmpty) return showQuestions(services, page, "Nothing was written, so nothing was saved.");
  const asked = await services.storage.questions.find(services.guildId, id);
  const fields = asked === null ? written : withQuestion(written, asked.question);
  const outcome = await saveItem(request, services, { item: NEW_ENTRY, fields, isOnTop: false });
  if (outcome.kind === "unsaved") return { kind: "message", visibility: "private", body: outcome.body };
  return showQuestions(
    services,
    page,
    "Saved into the draft: nobody sees it yet. Look at it and publish it with **/spotter wording**. What it answers leaves this list then.",
  );
}
