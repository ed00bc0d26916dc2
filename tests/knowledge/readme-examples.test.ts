import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { EQUIPMENT, MUSCLES } from "#src/knowledge/accessory.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";

const readme = readFileSync("knowledge/README.md", "utf8").replaceAll("\r\n", "\n");
const folder = mkdtempSync(join(tmpdir(), "spotter-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the examples of the knowledge README work as they stand", () => {
  for (const part of ["sections", "causes", "accessories", "advice"]) {
    cpSync(join("knowledge", part), join(folder, part), { recursive: true });
  }
  for (const file of ["article", "circuit", "emergency-numbers", "sources"]) {
    cpSync(join("knowledge", `${file}.yaml`), join(folder, `${file}.yaml`));
  }
  const examples = [...readme.matchAll(/`((?:sections|accessories|causes)\/[a-z-]+\.\w+)`:\n\n```\w+\n([\s\S]*?)```/g)];
  for (const [, file, text] of examples) writeFileSync(join(folder, file ?? ""), text ?? "");

  const knowledge = loadKnowledge(folder);
  expect(examples).toHaveLength(3);
  expect(knowledge.sections.get("lifting-belt")?.passages[1]).toEqual({
    text: "Wear it for your heaviest sets.",
    notWhile: 1,
  });
  expect(knowledge.accessories.get("good-mornings")?.causes).toEqual(["long-drives"]);
});

test("the README lists every muscle and all equipment", () => {
  expect(readme).toContain(`${Object.keys(MUSCLES).join(", ")}.`);
  expect(readme).toContain(`${Object.keys(EQUIPMENT).join(", ")}.`);
});
