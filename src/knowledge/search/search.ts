import type { Knowledge } from "../knowledge.ts";
import { createEntryFinder, type EntryFinder } from "./find-entry.ts";
import { createMissingFinder } from "./find-missing.ts";
import { createRanking, type Ranked, type Ranking } from "./rank-subjects.ts";
import type { SearchContent } from "./search-content.ts";
import { searchVocabulary } from "./search-vocabulary.ts";
import { stem } from "./stem.ts";
import { listSubjects } from "./subjects.ts";
import { plainName, suggestNames } from "./suggest-names.ts";
import { createTermReader, type Repair, type Term } from "./term-reader.ts";

/** What the article has on a question. */
export type Finding = {
  /** False where the article does not treat what is asked. */
  readonly answered: boolean;
  /** Section ids, best first; empty when nothing answers. */
  readonly sections: readonly string[];
  /** The line that says that exactly this is announced and not given, or null. */
  readonly missing: string | null;
};

/** Finds the section for a question in a lifter's words. Pure: the same question gives the same finding. */
export type Search = {
  find(question: string): Finding;
  /** What of a list of a server's own a question is about; null where nothing comes near. */
  readonly findEntry: EntryFinder;
  /** At most 25 titles and aliases for what is typed so far: names first, then what the text fits. */
  suggest(typed: string): readonly string[];
  /** Whether this is the title of a section, as it is suggested. */
  isTitle(text: string): boolean;
  /** What the article covers, in a line each. */
  readonly covers: readonly string[];
  /** Section ids to offer where nothing fits. */
  readonly starters: readonly string[];
};

/** Builds spelling repair towards known words; a word that `isKnown` is never changed. */
export type SpellerFactory = (targets: ReadonlySet<string>, isKnown: (word: string) => boolean) => Repair;

const NOTHING: Finding = { answered: false, sections: [], missing: null };
const MOST_SECTIONS = 5;
// A question is answered where these add up; a rival is the nearest subject that is not covered.
const CONFIDENCE = { likelihood: 4.5, coverage: 0.5, closeness: 0.3, rivalCloseness: -0.55 };
const ENOUGH = 3.4;

/** Builds the search from the content. */
export function createSearch(knowledge: Knowledge, content: SearchContent, createSpeller: SpellerFactory): Search {
  const subjects = listSubjects(knowledge, content);
  const namesOfTopics = content.notCovered.flatMap(({ words }) => words.map((word) => [word]));
  const read = createTermReader([...namesOfTopics, ...content.synonyms], content.smallWords);
  const common = new Set([...content.commonWords].map(stem));
  const ranking = createRanking(subjects, read, (term) => common.has(term));
  const vocabulary = searchVocabulary(subjects, content);
  const repair = createSpeller(vocabulary, (word) => vocabulary.has(word) || content.commonWords.has(word));
  const findMissing = createMissingFinder(subjects, content, { read, weightOf: ranking.weightOf });
  const named = new Map(
    [...knowledge.sections.values()].flatMap(({ id, title, aliases }) =>
      [id, title, ...aliases].map((name) => [plainName(name), id] as const),
    ),
  );

  const find = (question: string): Finding => {
    const terms = read(question, repair);
    const ranked = ranking.rank(terms);
    const byName = named.get(plainName(question));
    if (byName === undefined && !isAnswered(ranked, terms, ranking)) return NOTHING;
    const fitting = ranked.filter(({ subject }) => subject.isCovered).map(({ subject }) => subject.id);
    const sections = byName === undefined ? fitting : [byName, ...fitting.filter((id) => id !== byName)];
    const missing = findMissing(sections[0] ?? "", terms);
    return { answered: true, sections: sections.slice(0, MOST_SECTIONS), missing };
  };

  const titles = new Set([...knowledge.sections.values()].map(({ title }) => plainName(title)));
  return {
    find,
    isTitle: (text) => titles.has(plainName(text)),
    findEntry: createEntryFinder((text) => read(text, repair), ranking.weightOf),
    suggest: (typed) => suggestNames(knowledge, content.starters, { typed, fitting: find(typed).sections }),
    covers: content.covers,
    starters: content.starters,
  };
}

function isAnswered(ranked: readonly Ranked[], terms: readonly Term[], { coverageOf }: Ranking): boolean {
  const covered = ranked.filter(({ subject }) => subject.isCovered);
  const rival = ranked.find(({ subject }) => !subject.isCovered);
  const best = covered[0];
  if (best === undefined) return false;
  const coverage = coverageOf(best.subject, terms);
  const confidence =
    CONFIDENCE.likelihood * covered.reduce((sum, one) => sum + one.likelihood, 0) +
    CONFIDENCE.coverage * coverage +
    CONFIDENCE.closeness * best.closeness +
    CONFIDENCE.rivalCloseness * (rival?.closeness ?? 0);
  return coverage > 0 && confidence >= ENOUGH;
}
