import type { Kysely } from "kysely";
import { momentType, strictTable } from "./strict-table.ts";

/** Servers, their settings with history and draft, and the interactions that took effect. */
export async function createSettings(db: Kysely<unknown>): Promise<void> {
  const moment = momentType(db);
  await strictTable(db, "servers")
    .addColumn("guild_id", "text", (column) => column.primaryKey())
    .addColumn("first_seen_at", moment, (column) => column.notNull())
    .addColumn("greeted_at", moment)
    .addColumn("missed_sweeps", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await strictTable(db, "sweeps")
    .addColumn("day", "text", (column) => column.primaryKey())
    .execute();
  await strictTable(db, "guild_settings")
    .addColumn("guild_id", "text", (column) => column.primaryKey().references("servers.guild_id").onDelete("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("draft_revision", "integer", (column) => column.notNull())
    .execute();
  await strictTable(db, "settings_history")
    .addColumn("guild_id", "text", (column) => column.notNull().references("servers.guild_id").onDelete("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("interaction_id", "text", (column) => column.notNull().unique())
    .addColumn("changed_at", moment, (column) => column.notNull())
    .addColumn("changed_by", "text")
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("settings_history_key", ["guild_id", "revision"])
    .execute();
  await db.schema.createIndex("settings_history_changed_by").on("settings_history").column("changed_by").execute();
  await strictTable(db, "draft_versions")
    .addColumn("guild_id", "text", (column) => column.notNull().references("servers.guild_id").onDelete("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("changed_at", moment, (column) => column.notNull())
    .addColumn("changed_by", "text")
    .addColumn("wording", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("draft_versions_key", ["guild_id", "revision"])
    .execute();
  await strictTable(db, "handled_interactions")
    .addColumn("interaction_id", "text", (column) => column.notNull())
    .addColumn("effect", "text", (column) => column.notNull())
    .addColumn("handled_at", moment, (column) => column.notNull())
    .addPrimaryKeyConstraint("handled_interactions_key", ["interaction_id", "effect"])
    .execute();
}
