import Database from "better-sqlite3";

/** What points to a subject, by how much each says about it; the terms are already read. */
export type Page = {
  readonly subject: string;
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly body: readonly string[];
};

/** A full-text index over pages. */
export type SearchIndex = {
  /** Every page that holds any of the terms, with its score: more is better. */
  scoresOf(terms: readonly string[]): ReadonlyMap<string, number>;
};

// A name says more about a section than a question does, and a question more than a word in its text.
const COLUMN_WEIGHTS = "4.0, 3.0, 1.0";

/** Builds the index in memory, whatever database the bot keeps its settings in. */
export function createSearchIndex(pages: readonly Page[]): SearchIndex {
  const database = new Database(":memory:");
  database.exec("CREATE VIRTUAL TABLE page USING fts5(names, asked, body, content='', tokenize='unicode61')");
  const add = database.prepare("INSERT INTO page(rowid, names, asked, body) VALUES (?, ?, ?, ?)");
  for (const [row, { names, asked, body }] of pages.entries()) {
    add.run(row, once(names), once(asked), once(body));
  }
  const hits = database
    .prepare<[row: number, score: number]>(`SELECT rowid, -bm25(page, ${COLUMN_WEIGHTS}) FROM page WHERE page MATCH ?`)
    .raw();
  return {
    scoresOf(terms) {
      if (terms.length === 0) return new Map();
      return new Map(hits.all(anyOf(terms)).map(([row, score]) => [(pages[row] as Page).subject, score]));
    },
  };
}

// How often authors repeat a term says little, and makes the index slower.
function once(terms: readonly string[]): string {
  return [...new Set(terms)].join(" ");
}

// Every term in quotes: unquoted words such as NOT and NEAR are commands of the query language.
function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"`).join(" OR ");
}
