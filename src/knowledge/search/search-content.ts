/** A group of spellings and near-words that search treats as one; the first names the group. */
export type SynonymGroup = readonly string[];

/** A subject that lifters ask about and the article does not treat. */
export type NotCovered = {
  readonly topic: string;
  /** Words and phrases that belong to this subject alone. */
  readonly words: readonly string[];
  /** Whole questions of its kind. */
  readonly asked: readonly string[];
};

/** How lifters ask and what they mean; content for search alone. */
export type SearchContent = {
  readonly synonyms: readonly SynonymGroup[];
  /** Words that say nothing about a subject. */
  readonly smallWords: readonly string[];
  /** More questions by section id, beside the section's aliases. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** By section id and then by its "not given" line: questions after exactly that. */
  readonly missing: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly notCovered: readonly NotCovered[];
  /** What the article does cover, in a line each. */
  readonly covers: readonly string[];
  /** Section ids to offer before anything is typed. */
  readonly starters: readonly string[];
  /** Words that are never taken for a slip of the finger. */
  readonly commonWords: ReadonlySet<string>;
};
