import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Complaints } from "#src/knowledge/complaints.ts";
import { loadSecondReader } from "#src/knowledge/second-reader-weights.ts";

const folder = mkdtempSync(join(tmpdir(), "spotter-weights-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function loadAfter(change: (packed: Buffer) => Buffer) {
  for (const file of ["second-reader.json", "second-reader.bin", "thresholds.yaml"])
    cpSync(join("knowledge/reading", file), join(folder, file));
  const packed = join(folder, "second-reader.bin");
  writeFileSync(packed, change(readFileSync(packed)));
  const complaints = new Complaints(folder);
  return { weights: loadSecondReader(folder, complaints), complaints };
}

test("weights that belong to their file of words are read", () => {
  const { weights, complaints } = loadAfter((packed) => packed);
  expect(weights).not.toBeNull();
  expect(() => complaints.throwIfAny()).not.toThrow();
});

test.each<[string, (packed: Buffer) => Buffer]>([
  ["of another training", (packed) => Buffer.concat([packed.subarray(0, -1), Buffer.of(255 - (packed.at(-1) ?? 0))])],
  ["that were cut off", (packed) => packed.subarray(0, 1000)],
])("weights %s are refused, saying what to do", (_, change) => {
  const { weights, complaints } = loadAfter(change);
  expect(weights).toBeNull();
  expect(() => complaints.throwIfAny()).toThrow(/npm run train/);
});
