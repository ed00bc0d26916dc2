import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { KnowledgeError } from "#src/knowledge/complaints.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the real content that a test may break. */
function copyOfContent(): string {
  const folder = mkdtempSync(join(tmpdir(), "spotter-knowledge-"));
  folders.push(folder);
  for (const part of ["sections", "causes", "accessories", "advice"]) {
    cpSync(join("knowledge", part), join(folder, part), { recursive: true });
  }
  for (const file of ["article", "circuit", "emergency-numbers", "sources"]) {
    cpSync(join("knowledge", `${file}.yaml`), join(folder, `${file}.yaml`));
  }
  return folder;
}

function complaintsAbout(folder: string): string[] {
  try {
    loadKnowledge(folder);
  } catch (error) {
    if (error instanceof KnowledgeError)
      return error.complaints.map((one) => `${one.file}: ${one.field}: ${one.problem}`);
    throw error;
  }
  return [];
}

function afterChange(file: string, change: (text: string) => string): string[] {
  const folder = copyOfContent();
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after, "the test must change something").not.toBe(before);
  writeFileSync(path, after);
  return complaintsAbout(folder);
}

describe("content that is as it should be", () => {
  test("passes", () => {
    expect(complaintsAbout(copyOfContent())).toEqual([]);
  });

  test("passes with the line ends of Windows", () => {
    const change = (text: string) => text.replaceAll("\n", "\r\n");
    expect(afterChange("sections/barefoot.md", change)).toEqual([]);
  });
});

describe("broken content is refused, naming file and field", () => {
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      "no front matter",
      "sections/breath.md",
      (text) => text.replace("---\n", ""),
      /^sections\/breath\.md: front matter: /,
    ],
    [
      "a missing title",
      "sections/breath.md",
      (text) => text.replace(/^title:.*\n/m, ""),
      /^sections\/breath\.md: title: is missing/,
    ],
    [
      "an unknown field",
      "sections/breath.md",
      (text) => text.replace("title:", "colour: red\ntitle:"),
      /^sections\/breath\.md: .*colour/,
    ],
    [
      "a colon without quotes",
      "circuit.yaml",
      (text) => text.replace("rest: none", "rest: { a: b }"),
      /^circuit\.yaml: rest: must be text/,
    ],
    [
      "a title longer than a button",
      "sections/breath.md",
      (text) => text.replace(/title: .*/, `title: ${"long ".repeat(17)}`),
      /^sections\/breath\.md: title: must fit a Discord button/,
    ],
    [
      "a summary longer than a select shows",
      "sections/breath.md",
      (text) => text.replace(/summary: .*/, `summary: ${"word ".repeat(25)}`),
      /^sections\/breath\.md: summary: must fit a Discord select/,
    ],
    [
      "a body longer than a card",
      "sections/breath.md",
      (text) => `${text}\n${"One more line of text here.\n\n".repeat(120)}`,
      /^sections\/breath\.md: body: has \d+ characters; a Discord card takes 2800/,
    ],
    [
      "an empty body",
      "sections/breath.md",
      (text) => text.replace(/\n---\n[\s\S]*/, "\n---\n"),
      /^sections\/breath\.md: body: must not be empty/,
    ],
    [
      "a sentence that never ends",
      "sections/breath.md",
      (text) => `${text}\n${"word ".repeat(40)}.`,
      /^sections\/breath\.md: body: has a sentence of \d+ words/,
    ],
    [
      "too few aliases",
      "sections/breath.md",
      (text) => text.replace(/aliases:\n( {2}- .*\n)+/, "aliases:\n  - one name\n"),
      /^sections\/breath\.md: aliases: needs at least 8/,
    ],
    [
      "an alias in capitals",
      "sections/breath.md",
      (text) => text.replace("- bracing", "- Bracing"),
      /^sections\/breath\.md: aliases\.\d+: must be in lower case/,
    ],
    [
      "an alias that another section has",
      "sections/breath.md",
      (text) => text.replace("- bracing", "- film myself"),
      /^sections\/film-yourself\.md: aliases: "film myself" also belongs to breath\.md/,
    ],
    [
      "an alias twice, in other punctuation",
      "sections/breath.md",
      (text) => text.replace("- bracing", "- deadlift-breath"),
      /^sections\/breath\.md: aliases: "deadlift-breath" stands there twice/,
    ],
    [
      "a related section that is not there",
      "sections/breath.md",
      (text) => text.replace("related: [", "related: [nowhere, "),
      /^sections\/breath\.md: related: there is no section "nowhere"/,
    ],
    [
      "a source that is not there",
      "sections/breath.md",
      (text) => text.replace("NHS-PE", "MY-UNCLE"),
      /^sections\/breath\.md: safety: there is no source "MY-UNCLE"/,
    ],
    [
      "a fence never closed",
      "sections/neutral-cues.md",
      (text) => text.replace(/\n:::\n/, "\n"),
      /^sections\/neutral-cues\.md: body, line 3: .*never closed/,
    ],
    [
      "an unknown fence",
      "sections/neutral-cues.md",
      (text) => text.replace("not_while 1", "not_when 1"),
      /^sections\/neutral-cues\.md: body: "::: not_when 1" is not known/,
    ],
    [
      "a tag nobody knows",
      "circuit.yaml",
      (text) => text.replace("rest: none", "rest: !secret none"),
      /^circuit\.yaml: line \d+: .*!secret/,
    ],
    ["a key twice", "circuit.yaml", (text) => `${text}\nreps: 5\n`, /^circuit\.yaml: line \d+: .*unique/],
    [
      "an alias of YAML",
      "circuit.yaml",
      (text) => text.replace("rest: none", "rest: &x none").replace("when: before", "when: *x\nx: before"),
      /^circuit\.yaml: file: cannot be read as YAML/,
    ],
    ["no YAML at all", "circuit.yaml", () => "{ reps: [", /^circuit\.yaml: line 1: /],
    [
      "a file of a megabyte",
      "circuit.yaml",
      (text) => text + "# x\n".repeat(250_000),
      /^circuit\.yaml: file: is longer than/,
    ],
    [
      "a trio with an unknown exercise",
      "circuit.yaml",
      (text) => text.replace("[face-pulls, rows,", "[face-pulls, curls,"),
      /^circuit\.yaml: ours\.suggested_trios: there is no exercise "curls"/,
    ],
    [
      "a cause with an unknown section",
      "causes/newer-lifter.yaml",
      (text) => text.replace("[newer-lifter,", "[older-lifter,"),
      /^causes\/newer-lifter\.yaml: sections: there is no section "older-lifter"/,
    ],
    [
      "a cause with an unknown exercise",
      "causes/newer-lifter.yaml",
      (text) => text.replace("[rows,", "[curls,"),
      /^causes\/newer-lifter\.yaml: accessories: there is no exercise "curls"/,
    ],
    [
      "a word twice in a cause",
      "causes/newer-lifter.yaml",
      (text) => text.replace("- novice", "- beginner"),
      /^causes\/newer-lifter\.yaml: points_to_it: "beginner" stands there twice/,
    ],
    [
      "a muscle no picture knows",
      "accessories/rows.yaml",
      (text) => text.replace("muscles: [", "muscles: [biceps, "),
      /^accessories\/rows\.yaml: ours\.muscles\.0: must be one of: upper-traps/,
    ],
    [
      "equipment outside the list",
      "accessories/rows.yaml",
      (text) => text.replace("equipment: [landmine]", "equipment: [tractor]"),
      /^accessories\/rows\.yaml: ours\.variations\.\d\.equipment\.0: must be one of/,
    ],
    [
      "an exercise name used twice",
      "accessories/rows.yaml",
      (text) => text.replace("aliases: [", "aliases: [kroc row, "),
      /^accessories\/uni-lateral-rows\.yaml: aliases: "kroc row" also belongs to rows\.yaml/,
    ],
    [
      "a phone number without quotes",
      "emergency-numbers.yaml",
      (text) => text.replace('"000"', "000"),
      /^emergency-numbers\.yaml: places\.\d+\.numbers\.0\.call: must stand in quotes/,
    ],
    [
      "a country in the short list only",
      "emergency-numbers.yaml",
      (text) => text.replace("code: GB }", "code: XK }"),
      /^emergency-numbers\.yaml: short_list: XK is not among the places/,
    ],
    [
      "a source without a grade",
      "sources.yaml",
      (text) => text.replace("  grade: A\n", ""),
      /^sources\.yaml: ARTICLE\.grade: /,
    ],
    [
      "a date that is none",
      "article.yaml",
      (text) => text.replace("2022-09-23", "September"),
      /^article\.yaml: updated: must be a date/,
    ],
    [
      "a slip in an unknown section",
      "article.yaml",
      (text) => text.replace("- section: rounding-newer-lifters", "- section: nowhere"),
      /^article\.yaml: slips: there is no section "nowhere"/,
    ],
    [
      "a sixth bullet",
      "advice/watch.md",
      (text) => text.replace("bullets:\n", `bullets:\n${"  - Rest.\n".repeat(3)}`),
      /^advice\/watch\.md: bullets: at most 5 bullets/,
    ],
    [
      "an unknown placeholder",
      "advice/watch.md",
      (text) => text.replace("{{quotes}}", "{{quotes}} {{name}}"),
      /^advice\/watch\.md: text for self: \{\{name\}\} is not a placeholder/,
    ],
    [
      "a card that forgets the quotes",
      "advice/watch.md",
      (text) => text.replace("You said: {{quotes}}", "You said something."),
      /^advice\/watch\.md: said: must hold \{\{quotes\}\}/,
    ],
    [
      "a card with half a pair",
      "advice/watch.md",
      (text) => text.replace(/said_other: .*/, "said_other: null"),
      /^advice\/watch\.md: said_other: must be null exactly where/,
    ],
    [
      "a card for a level that is not there",
      "advice/watch.md",
      (text) => text.replace("level: 1", "level: 4"),
      /^advice\/watch\.md: level: /,
    ],
  ])("%s", (_, file, change, complaint) => {
    const complaints = afterChange(file, change);
    expect(
      complaints.filter((one) => complaint.test(one)),
      complaints.join("\n"),
    ).not.toEqual([]);
  });

  test("a missing file", () => {
    const folder = copyOfContent();
    rmSync(join(folder, "circuit.yaml"));
    rmSync(join(folder, "advice", "watch.md"));
    const complaints = complaintsAbout(folder).join("\n");
    expect(complaints).toMatch(/^circuit\.yaml: file: cannot be read/m);
    expect(complaints).toMatch(/^advice\/watch\.md: file: is missing/m);
  });

  test("a folder that is not there at all", () => {
    expect(complaintsAbout(join(tmpdir(), "no-such-knowledge")).join("\n")).toMatch(
      /^sections: folder: cannot be read/m,
    );
  });

  test("a file that would be skipped because of its name", () => {
    const folder = copyOfContent();
    writeFileSync(join(folder, "accessories", "shrugs.yml"), "");
    writeFileSync(join(folder, "accessories", "Curls 2.yaml"), "");
    writeFileSync(join(folder, "accessories", ".DS_Store"), "");
    const complaints = complaintsAbout(folder);
    expect(complaints).toEqual([
      "accessories/Curls 2.yaml: file name: must be lower-case words joined by hyphens",
      "accessories/shrugs.yml: file name: must end in .yaml",
    ]);
  });

  test("an exercise that no cause names", () => {
    const folder = copyOfContent();
    const rows = readFileSync(join(folder, "accessories", "rows.yaml"), "utf8");
    const renamed = rows
      .replace("name: Rows", "name: Curls")
      .replace(/aliases: .*/, "aliases: [curl, curls bb, curls db]");
    writeFileSync(join(folder, "accessories", "curls.yaml"), renamed);
    expect(complaintsAbout(folder)).toEqual(["accessories/curls.yaml: file: no cause names this exercise"]);
  });

  test("many problems are told at once, in one message", () => {
    const folder = copyOfContent();
    writeFileSync(join(folder, "circuit.yaml"), "reps: many");
    writeFileSync(join(folder, "sections", "breath.md"), "no front matter");
    expect(() => loadKnowledge(folder)).toThrow(/problems to mend:[\s\S]*sections\/breath\.md[\s\S]*circuit\.yaml/);
  });
});
