import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { ServerVoice } from "./own-words.ts";

/** The knowledge without the exercises that the server keeps out of lists and suggestions. */
export function shownKnowledge({ knowledge, settings }: ServerVoice): Knowledge {
  const { hiddenAccessories } = settings.wording;
  if (hiddenAccessories.length === 0) return knowledge;
  const accessories = new Map([...knowledge.accessories].filter(([id]) => !hiddenAccessories.includes(id)));
  return { ...knowledge, accessories };
}
