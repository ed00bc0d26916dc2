import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type OwnWording } from "#src/storage/guild-settings.ts";
import { day, doing, MONDAY, type Opened, settingsWith, wordingWith } from "./situation.ts";

const guildId = "500";
const breath = wordingWith({ sectionNotes: { breath: "Ask the coaches." } });
const shrugs = wordingWith({ sectionNotes: { shrugs: "Light." } });

export function describeDrafts(opened: Opened): void {
  const draftOf = (now = MONDAY) => opened.storage.settings.draft(guildId, now);

  /** Saves a version of the draft and tells its number. */
  async function saveDraft(draftRevision: number, wording: OwnWording, at = MONDAY): Promise<number> {
    const outcome = await opened.storage.settings.saveDraft({ guildId, draftRevision, wording, ...doing("1", at) });
    if (outcome.kind !== "saved") throw new Error(`The draft was not saved but is ${outcome.kind}`);
    return outcome.draft.revision;
  }

  function publish(draftRevision: number, revision = 0, at = MONDAY) {
    return opened.storage.settings.publish({ guildId, revision, draftRevision, ...doing("1", at) });
  }

  describe("drafts", () => {
    test("a draft changes nothing for members until it is published", async () => {
      const draftRevision = await saveDraft(0, breath);
      expect(await opened.storage.settings.get(guildId)).toEqual(DEFAULT_SETTINGS);
      expect(await draftOf()).toMatchObject({ revision: draftRevision, wording: breath, by: "1" });
      expect(await publish(draftRevision)).toMatchObject({ kind: "saved", revision: 1 });
      expect(await opened.storage.settings.get(guildId)).toEqual(settingsWith({ wording: breath }));
      expect(await draftOf()).toBeNull();
      const [entry] = await opened.storage.settings.history(guildId, { limit: 1 });
      expect(entry).toMatchObject({ source: "publish", by: "1", changes: [{ after: "Ask the coaches." }] });
    });

    test("a draft survives a restart and is kept for 14 days after its last edit", async () => {
      const first = await saveDraft(0, breath);
      await saveDraft(first, shrugs, day(10));
      await opened.reopen();
      expect((await draftOf(day(23.9)))?.wording).toEqual(shrugs);
      expect(await draftOf(day(24))).toBeNull();
      await opened.storage.removeOld(day(24));
      expect(await draftOf(day(11))).toBeNull();
    });

    test("publishing twice publishes once", async () => {
      const draftRevision = await saveDraft(0, breath);
      const publication = { guildId, revision: 0, draftRevision, ...doing("1") };
      const [first, second] = await Promise.all([
        opened.storage.settings.publish(publication),
        opened.storage.settings.publish(publication),
      ]);
      expect(second).toEqual({ ...first, repeated: true });
      expect(await publish(draftRevision, 1)).toEqual({ kind: "no-draft" });
    });

    test("switches that were flipped meanwhile stay as they are", async () => {
      const draftRevision = await saveDraft(0, breath);
      const settings = settingsWith({ reminders: false });
      await opened.storage.settings.save({ guildId, revision: 0, settings, source: "panel", ...doing("2") });
      expect(await publish(draftRevision)).toMatchObject({ kind: "saved" });
      expect(await opened.storage.settings.get(guildId)).toEqual({ ...settings, wording: breath });
    });

    test("wording that was imported meanwhile is told first, and kept when publishing goes on", async () => {
      const draftRevision = await saveDraft(0, breath);
      const settings = settingsWith({ wording: shrugs });
      await opened.storage.settings.save({ guildId, revision: 0, settings, source: "import", ...doing("2") });
      expect(await publish(draftRevision)).toMatchObject({
        kind: "stale",
        meanwhile: [{ revision: 1, by: "2" }],
        yours: [{ path: ["wording", "sectionNotes", "breath"] }],
        overlapping: [],
      });
      expect(await draftOf()).not.toBeNull();
      const foreseen = await opened.storage.settings.ifPublished(guildId, MONDAY);
      expect(await publish(draftRevision, 1)).toMatchObject({ kind: "saved", revision: 2 });
      const { wording } = await opened.storage.settings.get(guildId);
      expect(wording).toEqual(foreseen);
      expect(await opened.storage.settings.ifPublished(guildId, MONDAY)).toBeNull();
      expect(wording.sectionNotes).toEqual({ breath: "Ask the coaches.", shrugs: "Light." });
    });

    test("of two admins editing the draft, the second is told what changed meanwhile and loses nothing", async () => {
      const first = await saveDraft(0, breath);
      const both = wordingWith({ sectionNotes: { breath: "Ask the coaches.", shrugs: "Light." } });
      await saveDraft(first, both);
      const mine = wordingWith({ sectionNotes: { breath: "Ask at the desk." } });
      const stale = await opened.storage.settings.saveDraft({
        guildId,
        draftRevision: first,
        wording: mine,
        ...doing("2"),
      });
      expect(stale).toMatchObject({
        kind: "stale",
        current: { wording: both },
        meanwhile: [{ path: ["sectionNotes", "shrugs"], after: "Light." }],
        yours: [{ path: ["sectionNotes", "breath"], before: "Ask the coaches.", after: "Ask at the desk." }],
        overlapping: [],
        merged: wordingWith({ sectionNotes: { breath: "Ask at the desk.", shrugs: "Light." } }),
      });
    });

    test("a form that was opened on a draft that is gone tells its whole text again", async () => {
      const draftRevision = await saveDraft(0, breath);
      await publish(draftRevision);
      const stale = await opened.storage.settings.saveDraft({ guildId, draftRevision, wording: shrugs, ...doing("2") });
      expect(stale).toMatchObject({ kind: "stale", current: null, merged: null });
      expect(stale).toHaveProperty("yours[1].after", "Light.");
    });

    test("a draft that was edited since the preview is not published", async () => {
      const first = await saveDraft(0, breath);
      await saveDraft(first, shrugs);
      expect(await publish(first)).toMatchObject({ kind: "draft-changed", draft: { wording: shrugs } });
    });

    test("a form of an old draft never fits a new one", async () => {
      const old = await saveDraft(0, breath);
      expect(await opened.storage.settings.discardDraft(guildId, old)).toBe(true);
      expect(await draftOf()).toBeNull();
      expect(await saveDraft(0, shrugs)).toBeGreaterThan(old);
      expect(await opened.storage.settings.discardDraft(guildId, old)).toBe(false);
    });

    test("a version that is delivered twice is kept once", async () => {
      const write = { guildId, draftRevision: 0, wording: breath, ...doing("1") };
      const first = await opened.storage.settings.saveDraft(write);
      expect(await opened.storage.settings.saveDraft(write)).toEqual({ ...first, repeated: true });
    });
  });
}
