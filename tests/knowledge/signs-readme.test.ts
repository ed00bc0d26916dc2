import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Complaints } from "#src/knowledge/complaints.ts";
import { loadReading } from "#src/knowledge/load-reading.ts";
import { createTriage } from "#src/triage/triage.ts";
import { NOW } from "../triage/engine.ts";

const readme = readFileSync("knowledge/README.md", "utf8").replaceAll("\r\n", "\n");
const folder = mkdtempSync(join(tmpdir(), "spotter-signs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the README's example of a warning sign and of a risk factor work as they stand", () => {
  for (const part of ["warning-signs", "risk-factors", "reading"]) {
    cpSync(join("knowledge", part), join(folder, part), { recursive: true });
  }
  const examples = [
    ...readme.matchAll(/`((?:warning-signs|risk-factors)\/[a-z-]+\.yaml)`:\n\n```yaml\n([\s\S]*?)```/g),
  ];
  expect(examples).toHaveLength(2);
  for (const [, file, text] of examples) writeFileSync(join(folder, file ?? ""), text ?? "");

  const complaints = new Complaints(folder);
  const loaded = loadReading(folder, complaints);
  expect(complaints.list).toEqual([]);
  if (loaded === null) throw new Error("a reading file is missing");

  const triage = createTriage({ ...loaded, reading: { ...loaded.reading, secondReader: null }, causes: [] });
  for (const id of ["ring-finger-click", "risk-example"]) {
    const idsIn = (text: string): readonly string[] => {
      const { findings, risks } = triage.assess({ text, now: NOW });
      return [...findings, ...risks].map((one) => one.id);
    };
    const { matches = [], ignores = [] } = loaded.reading.recognitions.get(id)?.examples ?? {};
    expect([matches.length, ignores.length]).toEqual([2, 2]);
    for (const text of matches) expect(idsIn(text), text).toContain(id);
    for (const text of ignores) expect(idsIn(text), text).not.toContain(id);
  }
});
