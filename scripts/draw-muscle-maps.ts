import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Complaints } from "#src/knowledge/complaints.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { readPictureTexts } from "#src/knowledge/picture.ts";
import { muscleMapPng } from "./muscle-map/muscle-map-png.ts";

// Draws every picture that knowledge/pictures/pictures.yaml describes. Run it after a change there, or to the muscles
// of an exercise: node scripts/draw-muscle-maps.ts
const knowledgeFolder = fileURLToPath(new URL("../knowledge", import.meta.url));
const folder = join(knowledgeFolder, "pictures");
const complaints = new Complaints(knowledgeFolder);
const { accessories } = loadKnowledge(knowledgeFolder);
const texts = readPictureTexts(folder, [...accessories.values()], complaints);
complaints.throwIfAny();
for (const { name, muscles } of texts) {
  const png = muscleMapPng(muscles);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png: ${png.length} bytes`);
}
