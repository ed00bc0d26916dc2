import { join } from "node:path";
import { type Accessory, loadAccessories } from "./accessory.ts";
import { loadAdvice } from "./advice.ts";
import { loadArticle } from "./article.ts";
import { type Cause, loadCauses } from "./cause.ts";
import { checkLinks } from "./check-links.ts";
import { checkNames } from "./check-names.ts";
import { loadCircuit } from "./circuit.ts";
import { Complaints } from "./complaints.ts";
import { loadEmergencyNumbers } from "./emergency-numbers.ts";
import type { Knowledge } from "./knowledge.ts";
import { loadPictures } from "./picture.ts";
import { loadSafetyNet } from "./safety-net.ts";
import { loadSections } from "./section.ts";
import { loadSources } from "./source.ts";

/**
 * Reads the whole knowledge folder once.
 *
 * @throws KnowledgeError naming file and field of everything that is wrong.
 */
export function loadKnowledge(folder: string): Knowledge {
  const complaints = new Complaints(folder);
  const knowledge = readKnowledge(folder, complaints);
  complaints.throwIfAny();
  // Only a file that was complained about is missing, so this cannot be null any more.
  if (knowledge === null) throw new Error("A knowledge file was refused without a complaint");
  return knowledge;
}

/** Reads the folder and notes what is wrong with it; null if a file without which there is no knowledge is broken. */
export function readKnowledge(folder: string, complaints: Complaints): Knowledge | null {
  const causes = loadCauses(join(folder, "causes"), complaints);
  const accessories = loadAccessories(join(folder, "accessories"), complaints).map((accessory) =>
    answering(accessory, causes),
  );
  const advice = loadAdvice(join(folder, "advice"), complaints);
  const sections = loadSections(join(folder, "sections"), complaints);
  const article = loadArticle(join(folder, "article.yaml"), complaints);
  const circuit = loadCircuit(join(folder, "circuit.yaml"), complaints);
  const safetyNet = loadSafetyNet(join(folder, "advice", "safety-net.md"), complaints);
  const emergencyNumbers = loadEmergencyNumbers(join(folder, "emergency-numbers.yaml"), complaints);
  const sources = loadSources(join(folder, "sources.yaml"), complaints);
  const pictures = loadPictures(join(folder, "pictures"), accessories, complaints);
  if (!article || !circuit || !safetyNet || !emergencyNumbers || !sources) return null;

  const knowledge: Knowledge = {
    article,
    sections: byId(sections),
    causes: byId(causes),
    accessories: byId(accessories),
    circuit,
    advice,
    safetyNet,
    emergencyNumbers,
    sources,
    pictures,
  };
  checkNames(folder, knowledge, complaints);
  checkLinks(folder, knowledge, complaints);
  return knowledge;
}

function answering(accessory: Accessory, causes: readonly Cause[]): Accessory {
  const answered = causes.filter((cause) => cause.accessories.includes(accessory.id));
  return { ...accessory, causes: answered.map(({ id }) => id) };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
