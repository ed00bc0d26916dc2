import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";
import { RecentlyUsed } from "./recently-used.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";

const KEPT_STATEMENTS = 200;

/** How kysely speaks to our SQLite file. */
export function createSqliteDialect(connection: SqliteConnection): Dialect {
  const dialect = new SqliteDialect({ database: connection });
  return {
    createDriver: () => new ImmediateDriver(connection),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

class ImmediateDriver extends SqliteDriver {
  readonly #file: SqliteConnection;

  constructor(file: SqliteConnection) {
    super({ database: keepStatements(file) });
    this.#file = file;
  }

  /** Takes the write lock at once: a transaction that reads first and asks for it later can only fail. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** A full disk ends the transaction by itself; rolling back once more would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite can change tables in a transaction: a migration that is killed leaves no trace. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Prepares each statement once: preparing takes ten times as long as reading a row. */
function keepStatements(file: SqliteConnection): SqliteDatabase {
  const kept = new RecentlyUsed<string, SqliteStatement>(KEPT_STATEMENTS);
  return {
    close: () => file.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = file.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}
