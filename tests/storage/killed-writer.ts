// Writes without end until it is killed, and says after each write what is saved: "ready", "again <outcome>", then "<step> <number>".
import { flushCompileCache } from "node:module";
import { openStorage } from "#src/storage/open-storage.ts";
import { expectedSettings, GUILD, MARKED_AT, PERSON } from "./killed-state.ts";

const folder = process.argv[2] ?? "";
const storage = await openStorage({
  folder,
  report: (sentence) => process.stderr.write(`${sentence}\n`),
});
if ((await storage.health()).kind !== "ready") throw new Error("The database was refused");

// Usually kept at the end, which never comes: with the code compiled once, a life starts twice as fast.
flushCompileCache();

const say = (line: string) => process.stdout.write(`${line}\n`);
const { revision } = await storage.settings.read(GUILD);
say(`ready ${revision}`);

/** One step is one interaction of each kind; its number is the settings' revision. */
async function write(step: number): Promise<string> {
  const interactionId = String(step);
  const doing = { guildId: GUILD, interactionId, at: MARKED_AT };
  await storage.counts.add({ ...doing, command: "ask", level: null });
  say(`counted ${step}`);
  await storage.reminders.set({ userId: PERSON, dueAt: new Date(step), interactionId, at: MARKED_AT });
  say(`reminded ${step}`);
  const settings = expectedSettings(step);
  const outcome = await storage.settings.save({ ...doing, by: PERSON, revision: step - 1, settings, source: "panel" });
  say(`saved ${step}`);
  return outcome.kind === "saved" && outcome.repeated ? "repeated" : outcome.kind;
}

// Discord delivers the last interaction once more after the restart.
if (revision > 0) say(`again ${await write(revision)}`);
for (let step = revision + 1; ; step++) await write(step);
