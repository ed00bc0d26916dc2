import { describe, expect, test } from "vitest";
import { day, doing, MONDAY, type Opened, settingsWith, wordingWith } from "./situation.ts";

const guildId = "500";

export function describePersonalData(opened: Opened): void {
  const show = (userId: string) => opened.storage.personalData.show(userId, MONDAY);

  /** Does one of everything that leaves a trace of a person. */
  async function leaveTraces(userId: string): Promise<void> {
    const { revision, settings: old } = await opened.storage.settings.read(guildId);
    const settings = settingsWith({ questionStatistics: true, reminders: !old.reminders });
    await opened.storage.settings.save({ guildId, revision, settings, source: "panel", ...doing(userId) });
    const draftRevision = (await opened.storage.settings.draft(guildId, MONDAY))?.revision ?? 0;
    const wording = wordingWith({ hiddenAccessories: [`by-${draftRevision}`] });
    await opened.storage.settings.saveDraft({ guildId, draftRevision, wording, ...doing(userId) });
    await opened.storage.reminders.set({ userId, dueAt: day(3), interactionId: `r${userId}`, at: MONDAY });
    const question = `which of ${userId} things`;
    await opened.storage.questions.note({ guildId, question, sawSymptom: false, userId, ...doing(userId) });
  }

  describe("personal data", () => {
    test("nothing is kept about somebody who only asked", async () => {
      expect(await show("1")).toEqual({ userId: "1", reminder: null, changes: [], drafts: [], heldQuestions: [] });
    });

    test("everything that is kept about a person is shown, and goes through JSON unchanged", async () => {
      await leaveTraces("1");
      await leaveTraces("2");
      const shown = await show("1");
      const at = MONDAY.toISOString();
      expect(shown).toMatchObject({
        userId: "1",
        reminder: { dueAt: day(3).toISOString() },
        changes: [{ guildId, revision: 1, at, source: "panel", changes: [{ path: ["reminders"] }, {}] }],
        drafts: [{ guildId, editedAt: at }],
        heldQuestions: [{ guildId, question: "which of 1 things", askedAt: at }],
      });
      expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
    });

    test("erasing while others save waits for them and loses nothing of theirs", async () => {
      await leaveTraces("1");
      const saving = Array.from({ length: 30 }, (_, index) =>
        opened.storage.counts.add({ guildId, interactionId: `c${index}`, command: "ask", level: null, at: MONDAY }),
      );
      const [erased] = await Promise.all([opened.storage.personalData.erase("1"), ...saving]);
      expect(erased).toBe(true);
      expect(await opened.storage.counts.list(guildId, MONDAY)).toMatchObject([{ times: 30 }]);
      expect((await show("1")).reminder).toBeNull();
    });

    test("erasing leaves nothing of the person, everything of others, and the changes themselves", async () => {
      await leaveTraces("1");
      await leaveTraces("2");
      const settings = await opened.storage.settings.get(guildId);
      const others = await show("2");
      expect(await opened.storage.personalData.erase("1")).toBe(true);
      expect(await show("1")).toEqual({ userId: "1", reminder: null, changes: [], drafts: [], heldQuestions: [] });
      expect(await show("2")).toEqual(others);
      expect(await opened.storage.settings.get(guildId)).toEqual(settings);
      const history = await opened.storage.settings.history(guildId, { limit: 5 });
      expect(history.map(({ by }) => by)).toEqual(["2", null]);
      expect(history[1]?.changes).toHaveLength(2);
    });
  });
}
