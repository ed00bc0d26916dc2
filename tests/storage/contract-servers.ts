import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { day, doing, MONDAY, type Opened, settingsWith, wordingWith } from "./situation.ts";

const guildId = "500";

export function describeServers(opened: Opened): void {
  const see = (mayManage: boolean, at = MONDAY) => opened.storage.servers.see({ guildId, mayManage, at });
  const sweep = (guildIds: string[], at: Date) => opened.storage.servers.sweep({ guildIds, at });

  /** Gives the server one of everything that is kept about servers. */
  async function fill(): Promise<void> {
    const settings = settingsWith({ country: "DE", questionStatistics: true });
    await opened.storage.settings.save({ guildId, revision: 0, settings, source: "panel", ...doing("1") });
    const wording = wordingWith({ hiddenAccessories: ["shrugs"] });
    await opened.storage.settings.saveDraft({ guildId, draftRevision: 0, wording, ...doing("1") });
    await opened.storage.counts.add({ guildId, interactionId: "c1", command: "ask", level: null, at: MONDAY });
    for (const userId of ["1", "2"]) {
      const asked = { guildId, question: "which belt", sawSymptom: false, userId };
      await opened.storage.questions.note({ ...asked, ...doing(userId) });
    }
  }

  describe("servers", () => {
    test("whoever may manage a new server is greeted, once, whoever came before", async () => {
      expect(await see(false)).toBe(false);
      expect(await see(true)).toBe(true);
      expect(await see(true)).toBe(false);
      await opened.reopen();
      expect(await see(true, day(1))).toBe(false);
    });

    test("of two managers at once only one is greeted", async () => {
      expect((await Promise.all([see(true), see(true)])).sort()).toEqual([false, true]);
    });

    test("a server that is missing from 30 daily sweeps in a row has left, and everything about it goes", async () => {
      await fill();
      expect(await opened.storage.questions.list(guildId)).toHaveLength(1);
      for (let days = 1; days <= 29; days++) expect(await sweep([], day(days))).toEqual({ left: [] });
      expect((await opened.storage.settings.get(guildId)).country).toBe("DE");
      expect(await sweep(["600"], day(30))).toEqual({ left: [guildId] });
      expect(await opened.storage.settings.get(guildId)).toEqual(DEFAULT_SETTINGS);
      expect(await opened.storage.settings.history(guildId, { limit: 5 })).toEqual([]);
      expect(await opened.storage.settings.draft(guildId, MONDAY)).toBeNull();
      expect(await opened.storage.counts.list(guildId, MONDAY)).toEqual([]);
      expect(await opened.storage.questions.list(guildId)).toEqual([]);
      expect(await see(true, day(31))).toBe(true);
    });

    test("thirty starts on one day are one sweep", async () => {
      await fill();
      for (let start = 0; start < 40; start++) await sweep([], day(start / 100));
      expect((await opened.storage.settings.get(guildId)).country).toBe("DE");
    });

    test.each([
      ["a sweep that finds it", async () => void (await sweep([guildId], day(20)))],
      ["an interaction", async () => void (await see(false, day(20)))],
    ])("%s starts the count again", async (_, comeBack) => {
      await fill();
      for (let days = 1; days <= 19; days++) await sweep([], day(days));
      await comeBack();
      for (let days = 21; days <= 49; days++) await sweep([], day(days));
      expect((await opened.storage.settings.get(guildId)).country).toBe("DE");
      await sweep([], day(50));
      expect((await opened.storage.settings.get(guildId)).country).toBeNull();
    });
  });
}
