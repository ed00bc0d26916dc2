import type { SearchContent } from "./search-content.ts";
import { splitWords } from "./split-words.ts";
import type { Subject } from "./subjects.ts";

/** Every word that search knows; names of several words stand in it as one, too, as fast typists write them. */
export function searchVocabulary(subjects: readonly Subject[], content: SearchContent): ReadonlySet<string> {
  const names = [...content.synonyms.flat(), ...content.notCovered.flatMap(({ words }) => words)].map(splitWords);
  const texts = subjects.flatMap(({ names, asked, body }) => [...names, ...asked, ...body]);
  return new Set([
    ...texts.flatMap(splitWords),
    ...names.flat(),
    ...names.map((words) => words.join("")),
    ...content.smallWords,
  ]);
}
