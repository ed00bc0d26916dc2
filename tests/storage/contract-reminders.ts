import { describe, expect, test } from "vitest";
import { day, MONDAY, type Opened } from "./situation.ts";

export function describeReminders(opened: Opened): void {
  const set = (userId: string, dueAt: Date, interactionId: string) =>
    opened.storage.reminders.set({ userId, dueAt, interactionId, at: MONDAY });

  describe("reminders", () => {
    test("a person has one open reminder, the last one set, also after a restart", async () => {
      expect(await opened.storage.reminders.find("1")).toBeNull();
      await set("1", day(3), "a");
      await set("1", day(5), "b");
      await opened.reopen();
      expect(await opened.storage.reminders.find("1")).toEqual({ userId: "1", dueAt: day(5) });
      expect(await opened.storage.reminders.due(day(4), 10)).toEqual([]);
    });

    test("what is due comes longest due first, as much as asked for", async () => {
      await set("1", day(3), "a");
      await set("2", day(1), "b");
      await set("3", day(2), "c");
      const due = await opened.storage.reminders.due(day(3), 2);
      expect(due.map(({ userId }) => userId)).toEqual(["2", "3"]);
    });

    test("a reminder is deleted when it was sent, but not one that was set meanwhile", async () => {
      await set("1", day(1), "a");
      const [sent] = await opened.storage.reminders.due(day(1), 10);
      if (sent === undefined) throw new Error("nothing was due");
      await set("1", day(9), "b");
      await opened.storage.reminders.deleteSent(sent);
      expect(await opened.storage.reminders.find("1")).toEqual({ userId: "1", dueAt: day(9) });
      await opened.storage.reminders.deleteSent({ userId: "1", dueAt: day(9) });
      expect(await opened.storage.reminders.find("1")).toBeNull();
    });

    test("a click that is delivered again after the reminder was sent does not set it again", async () => {
      await set("1", day(1), "a");
      await opened.storage.reminders.deleteSent({ userId: "1", dueAt: day(1) });
      await set("1", day(1), "a");
      expect(await opened.storage.reminders.find("1")).toBeNull();
    });

    test("a reminder can be cancelled once", async () => {
      await set("1", day(1), "a");
      expect(await opened.storage.reminders.cancel("1")).toBe(true);
      expect(await opened.storage.reminders.cancel("1")).toBe(false);
    });
  });
}
