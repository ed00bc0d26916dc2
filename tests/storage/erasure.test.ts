import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openToCopy } from "#src/storage/sqlite-connection.ts";
import type { Storage } from "#src/storage/storage.ts";
import { day, doing, MONDAY, settingsWith, wordingWith } from "./situation.ts";
import { openReporting } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

const PERSON = "913572468013579246";
const OTHERS = ["813572468013579247", "713572468013579248"];

/** The files of a folder that hold a text anywhere: in rows, free pages or logs. */
function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

/** Somebody changing this and that in a few servers, so that rows move between pages. */
async function live(storage: Storage, steps: readonly { who: number; server: number; what: number }[]): Promise<void> {
  for (const { who, server, what } of steps) {
    const by = [PERSON, ...OTHERS][who] ?? PERSON;
    const guildId = String(500 + server);
    const text = "x".repeat(what * 40 + 1);
    if (what % 3 === 0) {
      await storage.reminders.set({ userId: by, dueAt: day(what), interactionId: doing(by).interactionId, at: MONDAY });
    } else if (what % 3 === 1) {
      const { revision } = await storage.settings.read(guildId);
      const settings = settingsWith({
        wording: wordingWith({ sectionNotes: { breath: text, shrugs: String(revision) } }),
      });
      await storage.settings.save({ guildId, revision, settings, source: "panel", ...doing(by) });
    } else {
      const draft = await storage.settings.draft(guildId, MONDAY);
      const wording = wordingWith({ sectionNotes: { breath: text, shrugs: String(draft?.revision) } });
      await storage.settings.saveDraft({ guildId, draftRevision: draft?.revision ?? 0, wording, ...doing(by) });
    }
  }
}

test("after erasing, a person's id is nowhere in the files, whatever was written before", async () => {
  const step = fc.record({ who: fc.nat(2), server: fc.nat(4), what: fc.nat(11) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 120 }), async (steps) => {
      const folder = testFolder();
      const { storage, reports } = await openReporting(folder);
      await live(storage, steps);
      await storage.reminders.set({ userId: PERSON, dueAt: day(1), interactionId: "last", at: MONDAY });
      // Otherwise the search would prove nothing.
      expect(filesHolding(folder, PERSON)).not.toEqual([]);
      expect(await storage.personalData.erase(PERSON)).toBe(true);
      expect(filesHolding(folder, PERSON)).toEqual([]);
      expect(reports).toEqual([]);
      await storage.close();
      expect(filesHolding(folder, PERSON)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("while somebody reads the file the erasure says that the log is not empty yet, and empties it later", async () => {
  const folder = testFolder();
  const { storage } = await openReporting(folder);
  await storage.reminders.set({ userId: PERSON, dueAt: day(1), interactionId: "a", at: MONDAY });
  const reader = openToCopy(join(folder, "spotter.sqlite"));
  reader.exec("begin");
  reader.prepare("select * from reminders").all([]);
  expect(await storage.personalData.erase(PERSON)).toBe(false);
  expect(await storage.reminders.find(PERSON)).toBeNull();
  expect(filesHolding(folder, PERSON)).not.toEqual([]);
  reader.exec("rollback");
  await storage.removeOld(MONDAY);
  expect(filesHolding(folder, PERSON)).toEqual([]);
  reader.close();
  await storage.close();
}, 20_000);
