import { describe, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { doing, type Opened, settingsWith } from "./situation.ts";

const guildId = "500";
const source = "panel";

export function describeSettings(opened: Opened): void {
  const { save, get } = {
    save: (write: Parameters<typeof opened.storage.settings.save>[0]) => opened.storage.settings.save(write),
    get: () => opened.storage.settings.get(guildId),
  };
  const german = settingsWith({ country: "DE" });
  const quiet = settingsWith({ reminders: false });

  describe("settings", () => {
    test("a server that set nothing has the defaults", async () => {
      expect(await get()).toEqual(DEFAULT_SETTINGS);
      expect(await opened.storage.settings.read(guildId)).toEqual({ revision: 0, settings: DEFAULT_SETTINGS });
    });

    test("a change is in force at once, for that server only, and after a restart", async () => {
      await get();
      const outcome = await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      expect(outcome).toEqual({
        kind: "saved",
        revision: 1,
        changes: [{ path: ["country"], before: null, after: "DE" }],
        repeated: false,
      });
      expect(await get()).toEqual(german);
      expect(await opened.storage.settings.get("501")).toEqual(DEFAULT_SETTINGS);
      await opened.reopen();
      expect(await get()).toEqual(german);
    });

    test("an interaction that is delivered twice changes once and answers the same twice", async () => {
      const write = { guildId, revision: 0, settings: german, source, ...doing("1") } as const;
      const [first, second] = await Promise.all([save(write), save(write)]);
      expect(first).toMatchObject({ kind: "saved", revision: 1, repeated: false });
      expect(second).toEqual({ ...first, repeated: true });
      await save({ guildId, revision: 1, settings: quiet, source, ...doing("2") });
      expect(await save(write)).toEqual(second);
      expect(await get()).toEqual(quiet);
      expect(await opened.storage.settings.history(guildId, { limit: 9 })).toHaveLength(2);
    });

    test("saving what is there already is no change", async () => {
      const outcome = await save({ guildId, revision: 0, settings: DEFAULT_SETTINGS, source, ...doing("1") });
      expect(outcome).toEqual({ kind: "unchanged", revision: 0 });
      expect(await opened.storage.settings.history(guildId, { limit: 9 })).toEqual([]);
    });

    test("of two admins saving at once, the second is told what changed meanwhile and loses nothing", async () => {
      const outcomes = await Promise.all([
        save({ guildId, revision: 0, settings: german, source, ...doing("1") }),
        save({ guildId, revision: 0, settings: quiet, source, ...doing("2") }),
      ]);
      expect(outcomes[0].kind).toBe("saved");
      const stale = outcomes[1];
      if (stale.kind !== "stale") throw new Error(stale.kind);
      expect(stale.current).toEqual({ revision: 1, settings: german });
      expect(stale.meanwhile).toMatchObject([{ revision: 1, by: "1", changes: [{ path: ["country"], after: "DE" }] }]);
      expect(stale.yours).toEqual([{ path: ["reminders"], before: true, after: false }]);
      expect(stale.overlapping).toEqual([]);
      const merged = stale.merged ?? DEFAULT_SETTINGS;
      await save({ guildId, revision: 1, settings: merged, source, ...doing("2") });
      expect(await get()).toEqual(settingsWith({ country: "DE", reminders: false }));
    });

    test("two admins changing the same thing are told so", async () => {
      await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      const french = settingsWith({ country: "FR" });
      const stale = await save({ guildId, revision: 0, settings: french, source, ...doing("2") });
      expect(stale).toMatchObject({ kind: "stale", overlapping: [{ path: ["country"], after: "FR" }], merged: french });
      expect(await get()).toEqual(german);
    });

    test("settings that do not fit are refused with the place and the reason, and nothing changes", async () => {
      const wrong = settingsWith({ country: "Germany" });
      const saving = () => save({ guildId, revision: 0, settings: wrong, source, ...doing("1") });
      await expect(saving()).rejects.toThrow(
        new UserError("This was not saved. country: must be a country code of two capitals."),
      );
      expect(await opened.storage.settings.read(guildId)).toMatchObject({ revision: 0 });
    });

    test("the history tells who changed what and when, newest first and page by page", async () => {
      await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      await save({ guildId, revision: 1, settings: quiet, source: "import", ...doing("2") });
      await save({ guildId, revision: 2, settings: DEFAULT_SETTINGS, source: "reset", ...doing("3") });
      const page = await opened.storage.settings.history(guildId, { limit: 2 });
      expect(page).toMatchObject([
        { revision: 3, by: "3", source: "reset", changes: [{ path: ["reminders"], before: false, after: true }] },
        { revision: 2, by: "2", source: "import", changes: [{ path: ["country"] }, { path: ["reminders"] }] },
      ]);
      const rest = await opened.storage.settings.history(guildId, { limit: 2, before: 2 });
      expect(rest).toMatchObject([
        { revision: 1, by: "1", changes: [{ path: ["country"], before: null, after: "DE" }] },
      ]);
    });

    test("the settings can be looked at as each change left them", async () => {
      await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      await save({ guildId, revision: 1, settings: quiet, source, ...doing("1") });
      const { settings } = opened.storage;
      expect(await settings.at(guildId, 0)).toEqual(DEFAULT_SETTINGS);
      expect(await settings.at(guildId, 1)).toEqual(german);
      expect(await settings.at(guildId, 2)).toEqual(quiet);
      expect(await settings.at(guildId, 3)).toBeNull();
      expect(await settings.at("501", 1)).toBeNull();
    });

    test("any change can be gone back to, which is a change too", async () => {
      await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      await save({ guildId, revision: 1, settings: quiet, source, ...doing("1") });
      const back = await opened.storage.settings.revert({ guildId, revision: 2, toRevision: 1, ...doing("2") });
      expect(back).toMatchObject({ kind: "saved", revision: 3 });
      expect(await get()).toEqual(german);
      await opened.storage.settings.revert({ guildId, revision: 3, toRevision: 0, ...doing("2") });
      expect(await get()).toEqual(DEFAULT_SETTINGS);
      const [newest] = await opened.storage.settings.history(guildId, { limit: 1 });
      expect(newest).toMatchObject({ revision: 4, by: "2", source: "revert" });
    });

    test("going back from an old view of the history tells what changed meanwhile", async () => {
      await save({ guildId, revision: 0, settings: german, source, ...doing("1") });
      await save({ guildId, revision: 1, settings: quiet, source, ...doing("1") });
      const stale = await opened.storage.settings.revert({ guildId, revision: 1, toRevision: 0, ...doing("2") });
      expect(stale).toMatchObject({ kind: "stale", meanwhile: [{ revision: 2 }] });
      expect(await get()).toEqual(quiet);
    });

    test("going back to what never was is refused", async () => {
      const reverting = opened.storage.settings.revert({ guildId, revision: 0, toRevision: 7, ...doing("1") });
      await expect(reverting).rejects.toThrow(UserError);
    });

    test("twenty admins saving at once all get through, one after the other", async () => {
      const bump = async (by: number): Promise<void> => {
        const { revision, settings } = await opened.storage.settings.read(guildId);
        const done = settings.wording.hiddenAccessories.length;
        const hiddenAccessories = [...settings.wording.hiddenAccessories, `number-${done}`];
        const next = { ...settings, wording: { ...settings.wording, hiddenAccessories } };
        const outcome = await save({ guildId, revision, settings: next, source, ...doing(String(by)) });
        if (outcome.kind === "stale") await bump(by);
      };
      await Promise.all(Array.from({ length: 20 }, (_, by) => bump(by)));
      const { revision, settings } = await opened.storage.settings.read(guildId);
      expect(revision).toBe(20);
      expect(settings.wording.hiddenAccessories).toHaveLength(20);
    });
  });
}
