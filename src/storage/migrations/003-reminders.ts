import type { Kysely } from "kysely";
import { momentType, strictTable } from "./strict-table.ts";

/** Whom to remind and when, and nothing else; one open reminder a person. */
export async function createReminders(db: Kysely<unknown>): Promise<void> {
  const moment = momentType(db);
  await strictTable(db, "reminders")
    .addColumn("user_id", "text", (column) => column.primaryKey())
    .addColumn("due_at", moment, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("reminders_due_at").on("reminders").column("due_at").execute();
}
