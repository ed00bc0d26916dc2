import { loadKnowledge } from "./knowledge/load-knowledge.ts";
import type { Services } from "./services.ts";
export function loadServices(knowledgeFolder: string): Services {
  return { knowledge: loadKnowledge(knowledgeFolder) } as Services;
}
