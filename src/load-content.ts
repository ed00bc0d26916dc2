import { Complaints } from "./knowledge/complaints.ts";
import { contentVersion } from "./knowledge/content-version.ts";
import { loadKnowledge } from "./knowledge/load-knowledge.ts";
import { loadReading } from "./knowledge/load-reading.ts";
import { loadSearchContent } from "./knowledge/search/load-search-content.ts";
import { createSearch, type Search } from "./knowledge/search/search.ts";
import type { Content } from "./services.ts";
import { createSpeller } from "./triage/spelling.ts";
import { createTriage } from "./triage/triage.ts";

/**
 * Reads everything that answers are made from, once.
 *
 * @throws StartError naming file and field of everything that is wrong.
 */
export function loadContent(knowledgeFolder: string): Content {
  const knowledge = loadKnowledge(knowledgeFolder);
  const complaints = new Complaints(knowledgeFolder);
  const loaded = loadReading(knowledgeFolder, complaints);
  complaints.throwIfAny();
  // Only a file that was complained about is missing, so this cannot be null any more.
  if (loaded === null) throw new Error("A reading file was refused without a complaint");
  const { signs, reading } = loaded;
  const searchContent = loadSearchContent(knowledgeFolder, knowledge);
  let search: Search | null = null;
  return {
    knowledge,
    signs,
    version: contentVersion(knowledgeFolder),
    triage: createTriage({ signs, reading, causes: knowledge.causes.values() }),
    // Building the index takes longer than everything else together: a start does not wait for it.
    get search() {
      search ??= createSearch(knowledge, searchContent, createSpeller);
      return search;
    },
  };
}
