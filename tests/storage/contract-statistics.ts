import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { day, doing, MONDAY, type Opened, settingsWith } from "./situation.ts";

const guildId = "500";
const use = { guildId, command: "upperback-sore", level: 2, at: MONDAY };

export function describeStatistics(opened: Opened): void {
  const list = async () =>
    (await opened.storage.questions.list(guildId)).map(({ question, times }) => [question, times]);

  /** Somebody asking something; `sawSymptom` where the reader saw one in it. */
  async function ask(userId: string, question: string, { at = MONDAY, sawSymptom = false } = {}): Promise<void> {
    await opened.storage.questions.note({ guildId, question, sawSymptom, ...doing(userId, at), userId });
  }

  async function switchOn(isOn = true): Promise<void> {
    const { revision } = await opened.storage.settings.read(guildId);
    const settings = settingsWith({ questionStatistics: isOn });
    await opened.storage.settings.save({ guildId, revision, settings, source: "panel", ...doing("1") });
  }

  describe("counts", () => {
    test("uses are counted by command, level and week", async () => {
      await opened.storage.counts.add({ ...use, interactionId: "c1" });
      await opened.storage.counts.add({ ...use, interactionId: "c2", at: day(6.4) });
      await opened.storage.counts.add({ ...use, interactionId: "c3", at: day(7) });
      await opened.storage.counts.add({ ...use, interactionId: "c4", command: "accessories", level: null });
      await opened.storage.counts.add({ ...use, interactionId: "c5", guildId: "501" });
      expect(await opened.storage.counts.list(guildId, MONDAY)).toEqual([
        { week: "2026-03-02", command: "accessories", level: null, times: 1 },
        { week: "2026-03-02", command: "upperback-sore", level: 2, times: 2 },
        { week: "2026-03-09", command: "upperback-sore", level: 2, times: 1 },
      ]);
      expect(await opened.storage.counts.list(guildId, day(8))).toHaveLength(1);
    });

    test("an interaction that is delivered twice counts once", async () => {
      await Promise.all([1, 2].map(() => opened.storage.counts.add({ ...use, interactionId: "c1" })));
      expect(await opened.storage.counts.list(guildId, MONDAY)).toMatchObject([{ times: 1 }]);
    });

    test("uses of one moment are written together, each interaction of them once, and none twice", async () => {
      const ids = ["c1", "c2", "c2", "c3", "c1"];
      await Promise.all(ids.map((interactionId) => opened.storage.counts.add({ ...use, interactionId })));
      await Promise.all(["c3", "c4"].map((interactionId) => opened.storage.counts.add({ ...use, interactionId })));
      expect(await opened.storage.counts.list(guildId, MONDAY)).toMatchObject([{ times: 4 }]);
    });

    test("what is not written yet is counted in a list, and before the storage closes", async () => {
      void opened.storage.counts.add({ ...use, interactionId: "c1" });
      expect(await opened.storage.counts.list(guildId, MONDAY)).toMatchObject([{ times: 1 }]);
      void opened.storage.counts.add({ ...use, interactionId: "c2" });
      await opened.reopen();
      expect(await opened.storage.counts.list(guildId, MONDAY)).toMatchObject([{ times: 2 }]);
    });

    test("counts are kept for a year", async () => {
      await opened.storage.counts.add({ ...use, interactionId: "c1" });
      await opened.storage.removeOld(day(53 * 7));
      expect(await opened.storage.counts.list(guildId, MONDAY)).toHaveLength(1);
      await opened.storage.removeOld(day(54 * 7));
      expect(await opened.storage.counts.list(guildId, MONDAY)).toEqual([]);
    });
  });

  describe("questions without an answer", () => {
    test("are not even held where the server did not ask for it", async () => {
      await ask("1", "what belt should I buy");
      await switchOn();
      await ask("2", "which belt should I buy");
      expect(await list()).toEqual([]);
    });

    test("are kept when a second person asks much the same within a day", async () => {
      await switchOn();
      await ask("1", "what belt should I buy");
      await ask("1", "what belt should I buy");
      await ask("2", "how tall is the rack");
      expect(await list()).toEqual([]);
      await ask("2", "belt to buy?");
      await ask("3", "What belts to buy");
      expect(await list()).toEqual([["belt to buy?", 3]]);
      await opened.reopen();
      expect(await list()).toHaveLength(1);
    });

    test("are let go after a day, and at every restart", async () => {
      await switchOn();
      await ask("1", "what belt should I buy");
      await ask("2", "what belt should I buy", { at: day(1) });
      await opened.reopen();
      await ask("3", "what belt should I buy", { at: day(1) });
      expect(await list()).toEqual([]);
    });

    test.each([
      ["the reader saw a symptom in it", "what belt should I buy", true],
      ["it mentions somebody", "what belt does <@123> wear", false],
      ["it holds a long number", "what belt for 0151234567", false],
      ["it holds an address", "is https://example.org a good belt", false],
      ["it is a story", "belt ".repeat(60), false],
    ])("are never kept where %s", async (_, question, sawSymptom) => {
      await switchOn();
      await ask("1", question, { sawSymptom });
      await ask("2", question, { sawSymptom });
      expect(await list()).toEqual([]);
    });

    test("are gone after 90 days, also when asked again", async () => {
      await switchOn();
      await ask("1", "what belt should I buy");
      await ask("2", "what belt should I buy");
      await ask("3", "what belt should I buy", { at: day(80) });
      await opened.storage.removeOld(day(89.9));
      expect(await list()).toHaveLength(1);
      await opened.storage.removeOld(day(90));
      expect(await list()).toEqual([]);
    });

    test("are gone at once when the server switches them off", async () => {
      await switchOn();
      await ask("1", "what belt should I buy");
      await ask("2", "what belt should I buy");
      await ask("1", "how tall is the rack");
      await switchOn(false);
      expect(await list()).toEqual([]);
      await switchOn();
      await ask("2", "how tall is the rack");
      expect(await list()).toEqual([]);
    });

    test("can be taken up one by one, by their own server", async () => {
      await switchOn();
      await ask("1", "what belt should I buy");
      await ask("2", "what belt should I buy");
      const [{ id } = { id: "" }] = await opened.storage.questions.list(guildId);
      expect(await opened.storage.questions.find("501", id)).toBeNull();
      expect(await opened.storage.questions.remove("501", id)).toBe(false);
      expect(await opened.storage.questions.find(guildId, id)).toMatchObject({ question: "what belt should I buy" });
      expect(await opened.storage.questions.remove(guildId, id)).toBe(true);
      expect(await opened.storage.questions.remove(guildId, id)).toBe(false);
    });

    test("leave the defaults alone", async () => {
      expect((await opened.storage.settings.get(guildId)).questionStatistics).toBe(DEFAULT_SETTINGS.questionStatistics);
      expect(DEFAULT_SETTINGS.questionStatistics).toBe(false);
    });
  });
}
