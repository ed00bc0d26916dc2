import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from "kysely";

/** Begins a table that keeps only what its columns say; SQLite has to be asked for that, others always do. */
export function strictTable<Db, Name extends string>(db: Kysely<Db>, name: Name): CreateTableBuilder<Name> {
  const table = db.schema.createTable(name);
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`strict`) : table;
}
