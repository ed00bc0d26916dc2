declare module "better-sqlite3" {
  interface Statement<Row> {
    all(...parameters: readonly unknown[]): Row[];
    run(...parameters: readonly unknown[]): unknown;
    /** Rows come as arrays instead of objects. */
    raw(): this;
  }
  /** The part of better-sqlite3 that search uses; the package brings no types. */
  export default class Database {
    constructor(file: string);
    exec(sql: string): this;
    prepare<Row = unknown>(sql: string): Statement<Row>;
  }
}
