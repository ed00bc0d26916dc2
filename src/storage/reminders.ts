import type { Access } from "./access.ts";
import { markHandled } from "./handled.ts";

/** Whom to remind and when; nothing about why. One open reminder a person. */
export type ReminderStore = {
  /** Sets the reminder of a person, in place of an open one. */
  set(reminder: Reminder & { readonly interactionId: string; readonly at: Date }): Promise<void>;
  find(userId: string): Promise<Reminder | null>;
  /** False where there was none. */
  cancel(userId: string): Promise<boolean>;
  /** What is due, longest first. */
  due(now: Date, limit: number): Promise<readonly Reminder[]>;
  /** Deletes a reminder once it was sent, unless the person set another one meanwhile. */
  deleteSent(reminder: Reminder): Promise<void>;
};

export type Reminder = { readonly userId: string; readonly dueAt: Date };

/** Creates the reminders' store. */
export function createReminderStore({ read, write }: Access): ReminderStore {
  return {
    async set({ userId, dueAt, interactionId, at }) {
      const due = { due_at: dueAt.getTime() };
      await write(async (transaction) => {
        if (!(await markHandled(transaction, { interactionId, effect: "reminder", at }))) return;
        await transaction
          .insertInto("reminders")
          .values({ user_id: userId, ...due })
          .onConflict((conflict) => conflict.column("user_id").doUpdateSet(due))
          .execute();
      });
    },

    async find(userId) {
      const row = await read((db) =>
        db.selectFrom("reminders").selectAll().where("user_id", "=", userId).executeTakeFirst(),
      );
      return row === undefined ? null : reminderOf(row);
    },

    async cancel(userId) {
      const { numDeletedRows } = await write((transaction) =>
        transaction.deleteFrom("reminders").where("user_id", "=", userId).executeTakeFirst(),
      );
      return numDeletedRows > 0n;
    },

    async due(now, limit) {
      const rows = await read((db) =>
        db
          .selectFrom("reminders")
          .selectAll()
          .where("due_at", "<=", now.getTime())
          .orderBy("due_at")
          .limit(limit)
          .execute(),
      );
      return rows.map(reminderOf);
    },

    async deleteSent({ userId, dueAt }) {
      await write((transaction) =>
        transaction
          .deleteFrom("reminders")
          .where("user_id", "=", userId)
          .where("due_at", "=", dueAt.getTime())
          .execute(),
      );
    },
  };
}

function reminderOf({ user_id, due_at }: { readonly user_id: string; readonly due_at: number }): Reminder {
  return { userId: user_id, dueAt: new Date(due_at) };
}
