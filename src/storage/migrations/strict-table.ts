import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from "kysely";

/** Begins a table that keeps only what its columns say; SQLite has to be asked for that, others always do. */
export function strictTable<Db, Name extends string>(db: Kysely<Db>, name: Name): CreateTableBuilder<Name> {
  const table = db.schema.createTable(name);
  return isSqlite(db) ? table.modifyEnd(sql`strict`) : table;
}

/** The type of a column for milliseconds since 1970: integers of SQLite are long enough, those of others are not. */
export function momentType<Db>(db: Kysely<Db>): "integer" | "bigint" {
  return isSqlite(db) ? "integer" : "bigint";
}

function isSqlite<Db>(db: Kysely<Db>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
