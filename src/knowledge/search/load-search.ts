import type { Knowledge } from "../knowledge.ts";
import { loadSearchContent } from "./load-search-content.ts";
import { createSearch, type Search, type SpellerFactory } from "./search.ts";

/**
 * Builds the search over the knowledge; `createSpeller` is the reader's own.
 *
 * @throws KnowledgeError naming file and field of everything that is wrong.
 */
export function loadSearch(folder: string, knowledge: Knowledge, createSpeller: SpellerFactory): Search {
  return createSearch(knowledge, loadSearchContent(folder, knowledge), createSpeller);
}
