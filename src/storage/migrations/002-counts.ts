import type { Kysely } from "kysely";
import { momentType, strictTable } from "./strict-table.ts";

/** What a server's staff sees of its use: counts, and questions without an answer. */
export async function createCounts(db: Kysely<unknown>): Promise<void> {
  const moment = momentType(db);
  await strictTable(db, "command_counts")
    .addColumn("guild_id", "text", (column) => column.notNull().references("servers.guild_id").onDelete("cascade"))
    .addColumn("week", "text", (column) => column.notNull())
    .addColumn("command", "text", (column) => column.notNull())
    .addColumn("level", "integer", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("command_counts_key", ["guild_id", "week", "command", "level"])
    .execute();
  await strictTable(db, "unanswered_questions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("guild_id", "text", (column) => column.notNull().references("servers.guild_id").onDelete("cascade"))
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("first_kept_at", moment, (column) => column.notNull())
    .addColumn("last_asked_at", moment, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("unanswered_questions_guild").on("unanswered_questions").column("guild_id").execute();
}
