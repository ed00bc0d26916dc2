import Database from "better-sqlite3";

/** What a phrase is: a name somebody may ask by, a sentence of the answer, or a word that belongs to one subject. */
export type PhraseKind = "name" | "sentence" | "word";

/** A short text that points to a target: a section's id, or a subject that is not covered. */
export type Phrase = { readonly target: string; readonly kind: PhraseKind; readonly terms: readonly string[] };

/** All of a target's terms, by how much each says about it. */
export type Page = {
  readonly target: string;
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly body: readonly string[];
};

/** A full-text index over pages and phrases, in memory; more `score` is better. */
export type SearchIndex = {
  findPages(terms: readonly string[]): readonly { readonly target: string; readonly score: number }[];
  findPhrases(terms: readonly string[]): readonly Phrase[];
};

const MOST_PHRASES = 24;
// A name says more about a section than a question, and a question more than a word in its text.
const COLUMN_WEIGHTS = "4.0, 3.0, 1.0";

type Hit = readonly [rowid: number, score: number];

/** Builds the index; terms are already read, so that SQLite only has to part them at spaces. */
export function createSearchIndex(pages: readonly Page[], phrases: readonly Phrase[]): SearchIndex {
  const database = new Database(":memory:");
  database.exec(`
    CREATE VIRTUAL TABLE page USING fts5(names, asked, body, content='', tokenize='unicode61');
    CREATE VIRTUAL TABLE phrase USING fts5(terms, content='', tokenize='unicode61');
  `);
  const addPage = database.prepare("INSERT INTO page(rowid, names, asked, body) VALUES (?, ?, ?, ?)");
  for (const [row, { names, asked, body }] of pages.entries()) {
    addPage.run(row + 1, names.join(" "), asked.join(" "), body.join(" "));
  }
  const addPhrase = database.prepare("INSERT INTO phrase(rowid, terms) VALUES (?, ?)");
  for (const [row, { terms }] of phrases.entries()) addPhrase.run(row + 1, terms.join(" "));

  const pageHits = database
    .prepare<Hit>(`SELECT rowid, -bm25(page, ${COLUMN_WEIGHTS}) FROM page WHERE page MATCH ?`)
    .raw();
  const phraseHits = database
    .prepare<Hit>(`SELECT rowid, rank FROM phrase WHERE phrase MATCH ? ORDER BY rank LIMIT ${MOST_PHRASES}`)
    .raw();
  return {
    findPages: (terms) =>
      terms.length === 0
        ? []
        : pageHits.all(anyOf(terms)).map(([row, score]) => ({ target: (pages[row - 1] as Page).target, score })),
    findPhrases: (terms) =>
      terms.length === 0 ? [] : phraseHits.all(anyOf(terms)).map(([row]) => phrases[row - 1] as Phrase),
  };
}

// Every term in quotes: unquoted words such as NOT and NEAR are commands of the query language.
function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"`).join(" OR ");
}
