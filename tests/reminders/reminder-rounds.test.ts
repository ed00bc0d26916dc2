import { beforeEach, describe, expect, test } from "vitest";
import type { DirectMessages } from "#src/discord/direct-messages.ts";
import { createLog } from "#src/operations/log.ts";
import { createReminderRounds } from "#src/reminders/reminder-rounds.ts";
import type { Reminder } from "#src/storage/reminders.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const START = new Date("2026-11-22T12:00:00Z");
let now = START;
let kept: Reminder[] = [];
let sent: { userId: string; text: string; once: string }[] = [];
let lines: string[] = [];
let failures = 0;
let closed: string[] = [];

beforeEach(() => {
  now = START;
  kept = [];
  sent = [];
  lines = [];
  failures = 0;
  closed = [];
});

const reminders = {
  due: async (at: Date, limit: number) => kept.filter(({ dueAt }) => dueAt <= at).slice(0, limit),
  deleteSent: async (reminder: Reminder) => {
    kept = kept.filter((one) => one !== reminder);
  },
};
const directMessages: DirectMessages = {
  open: async (userId) => ({
    channelId: "1",
    find: async () => null,
    pin: async () => {},
    async post(body, once) {
      if (failures > 0) {
        failures -= 1;
        throw new Error("Discord is away");
      }
      if (closed.includes(userId)) return null;
      sent.push({ userId, text: JSON.stringify(body), once });
      return "5";
    },
  }),
};
const inDays = (days: number) => new Date(START.getTime() + days * DAY_MS);

/** Lets so many rounds go by. */
async function rounds(count: number): Promise<void> {
  const made = createReminderRounds({
    reminders,
    directMessages,
    message: (dueAt) => ({ components: [{ type: 10, content: dueAt.toISOString() }] }),
    clock: { now: () => now },
    log: createLog({ level: "debug", write: (line) => lines.push(line), readable: false }),
    everyMs: 5,
  });
  made.start();
  await new Promise((resolve) => setTimeout(resolve, 5 * count));
  await made.stop();
}

describe("reminders", () => {
  test("are sent when they are due, once, and deleted", async () => {
    kept = [
      { userId: "1", dueAt: inDays(-1) },
      { userId: "2", dueAt: inDays(1) },
    ];
    await rounds(4);
    expect(sent.map(({ userId }) => userId)).toEqual(["1"]);
    expect(kept.map(({ userId }) => userId)).toEqual(["2"]);
  });

  test("follow the clock, also when it is moved", async () => {
    kept = [{ userId: "1", dueAt: inDays(3) }];
    await rounds(2);
    expect(sent).toEqual([]);
    now = inDays(4);
    await rounds(2);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain(inDays(3).toISOString());
  });

  test("carry what makes a repeated message the same one: other for each person, short enough for Discord", async () => {
    kept = ["1", "18446744073709551615"].map((userId) => ({ userId, dueAt: START }));
    await rounds(2);
    expect(new Set(sent.map(({ once }) => once)).size).toBe(2);
    for (const { once } of sent) expect(once.length).toBeLessThanOrEqual(25);
  });

  test("that somebody cannot be sent any more are deleted, and the log does not say whose", async () => {
    kept = [{ userId: "4711", dueAt: START }];
    closed = ["4711"];
    await rounds(2);
    expect(kept).toEqual([]);
    expect(lines.join()).toContain("takes no direct messages any more");
    expect(lines.join()).not.toContain("4711");
  });

  test("that fail are kept and tried again after a pause, and hold up nobody else's", async () => {
    kept = [
      { userId: "1", dueAt: START },
      { userId: "2", dueAt: START },
    ];
    failures = 1;
    await rounds(3);
    expect(sent.map(({ userId }) => userId)).toEqual(["2"]);
    await rounds(1);
    expect(sent.map(({ userId }) => userId)).toEqual(["2", "1"]);
    expect(kept).toEqual([]);
  });
});
