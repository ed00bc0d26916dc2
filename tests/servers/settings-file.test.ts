import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSettingsFile } from "#src/servers/settings-file.ts";
import { MOST_FILE_BYTES, writeSettingsFile } from "#src/servers/write-settings-file.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { arbitrarySettings } from "../storage/arbitrary-settings.ts";

const file = (settings: string) => `spotter: 1\nsettings:\n${settings}`;

const GUILD = "100000000000000010";
const read = (text: string) => readSettingsFile(text, GUILD);

/** What of a file is refused, as `line: place: reason`. */
function refusals(text: string): string[] {
  const outcome = read(text);
  if (outcome.kind === "settings") throw new Error("it was taken");
  return outcome.faults.map(({ line, place, reason }) => `${line ?? "-"}: ${place}: ${reason}`);
}

describe("a settings file", () => {
  test("gives back whatever settings it was written from", () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const text = writeSettingsFile(settings);
        expect(read(text)).toEqual({ kind: "settings", settings });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_FILE_BYTES);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps texts that YAML could take for something else", () => {
    const texts = [
      "yes",
      "null",
      "1e3",
      "0x1F",
      "# no comment",
      "- item",
      "a: b",
      "*star",
      "&and",
      "!bang",
      "'",
      '"',
      "%",
      " x ",
      "---",
      "…",
      "a\n\n  b\n",
      "2001-01-01",
      "~",
      "{",
      "]",
      "<<",
      "|",
      ">",
    ];
    for (const text of texts) {
      const entries = { chalk: { title: "Chalk", aliases: [], text, url: null } };
      const settings: GuildSettings = { ...DEFAULT_SETTINGS, wording: { ...DEFAULT_SETTINGS.wording, entries } };
      expect(read(writeSettingsFile(settings))).toEqual({ kind: "settings", settings });
    }
  });

  test("of the largest settings there can be still fits", () => {
    const note = "b\n".repeat(250).trim();
    const names = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const sectionNotes = Object.fromEntries(names.map((name) => [name, note]));
    const settings: GuildSettings = {
      ...DEFAULT_SETTINGS,
      wording: { ...DEFAULT_SETTINGS.wording, sectionNotes },
    };
    const written = writeSettingsFile(settings);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(MOST_FILE_BYTES);
    expect(read(written)).toEqual({ kind: "settings", settings });
  });

  test("takes what is left out as the default, and JSON as YAML", () => {
    expect(read(file("  country: AU"))).toEqual({
      kind: "settings",
      settings: { ...DEFAULT_SETTINGS, country: "AU" },
    });
    expect(read('\uFEFF{"spotter": 1, "settings": {}}')).toEqual({
      kind: "settings",
      settings: DEFAULT_SETTINGS,
    });
  });
});

describe("a settings file is refused with line and reason", () => {
  test.each([
    [
      "an id without quotes in a list",
      file("  commands:\n    ask:\n      channels: { ids: [1100000000000000031] }"),
      /^5: 1100000000000000031: must stand in quotes/,
    ],
    [
      "an id without quotes as a value",
      file("  helperRoleId: 1100000000000000011"),
      /^3: 1100000000000000011: must stand in quotes/,
    ],
    [
      "an id without quotes as a name",
      file("  commands:\n    ask:\n      visibilityIn:\n        1100000000000000031: public"),
      /^6: 1100000000000000031: must stand in quotes/,
    ],
    [
      "a short number for an id",
      file("  helperRoleId: 405"),
      /^3: settings › helperRoleId: must be text; put it in quotes/,
    ],
    [
      "everybody as the helper role",
      file(`  country: AU\n  helperRoleId: "${GUILD}"`),
      /^4: settings › helperRoleId: must be a role of its own, not everybody/,
    ],
    ["a setting that there is not", file("  countri: AU"), /^3: settings › countri: is no setting/],
    [
      "a setting that there is not, deep down",
      file(
        "  wording:\n    entries:\n      chalk:\n        title: Chalk\n        text: Use it\n        onclick: alert",
      ),
      /^8: settings › wording › entries › chalk › onclick: is no setting/,
    ],
    ["a key beside the settings", "spotter: 1\nsettings: {}\nextra: 1", /extra: is no setting/],
    ["another version", "spotter: 2\nsettings: {}", /^1: spotter: must be 1/],
    ["no version", "settings: {}", /spotter: must be 1/],
    ["a list in place of settings", "- 1\n- 2", /is no export/],
    ["a text", "hello", /is no export/],
    ["nothing", "", /is empty|is no export/],
    ["two documents", "spotter: 1\n---\nsettings: {}", /^2: the file: holds more than one document/],
    ["a wrong type", file("  reminders: maybe"), /^3: settings › reminders: must be true or false, not text/],
    ["a number as text", file("  country: 49"), /^3: settings › country: must be text; put it in quotes/],
    [
      "a list in place of a group",
      file("  commands: []"),
      /^3: settings › commands: must be a group of settings, not a list/,
    ],
    [
      "a cooldown that is too long",
      file("  commands:\n    ask: { cooldownSeconds: 999999 }"),
      /^4: settings › commands › ask › cooldownSeconds/,
    ],
    [
      "a script link",
      file("  wording:\n    links:\n      club: { label: Club, url: 'javascript:alert(1)' }"),
      /^5: settings › wording › links › club › url: must be an https address/,
    ],
    [
      "a link with a password",
      file("  wording:\n    links:\n      club: { label: Club, url: 'https://a:b@example.org' }"),
      /must be an https address/,
    ],
    [
      "a reserved word as a name",
      file("  wording:\n    sectionNotes:\n      constructor: Hello"),
      /settings › wording › sectionNotes › constructor: the name is a reserved word/,
    ],
    ["__proto__", file("  __proto__: { country: AU }"), /^3: __proto__: is no setting/],
    ["__proto__ in quotes", file('  "__proto__": { country: AU }'), /^3: __proto__: is no setting/],
    [
      "a setting that stands twice",
      file("  country: AU\n  country: NZ"),
      /^4: the file: is not written as YAML: .*unique/,
    ],
    ["an alias", file("  country: &a AU\n  helperRoleId: *a"), /^[34]: the file: uses an a/],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
        .split("")
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(",")}]`)
        .join("\n")}`,
      /uses an a/,
    ],
    ["a merge key", file("  <<: { country: AU }"), /settings › <<: is no setting/],
    ["a tag", file("  country: !!binary QVU="), /^3: the file: uses a tag/],
    ["a tag of a language", file("  country: !!js/function 'function () {}'"), /^3: the file: uses a tag/],
    ["a directive", `%YAML 1.1\n---\n${file("  reminders: off")}`, /the file: has a directive/],
    [
      "lists in lists in lists",
      file(`  country: ${"[".repeat(40)}${"]".repeat(40)}`),
      /^3: the file: is nested deeper/,
    ],
    ["lists without an end", "[".repeat(MOST_FILE_BYTES), /^1: the file: is nested deeper/],
    [
      "groups in groups",
      Array.from({ length: 700 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      /the file: is nested deeper/,
    ],
    ["a name that is a list", file("  ? [a, b]\n  : c"), /is no name of a setting/],
    ["a name without end", file(`  ${"x".repeat(2_000)}: 1`), /is not written as YAML/],
    [
      "far too many names",
      Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join("\n"),
      /the file: has a list of more than 200|holds far more/,
    ],
    ["an unfinished text", file('  country: "AU'), /is not written as YAML/],
    ["tabs for spaces", "spotter: 1\nsettings:\n\tcountry: AU", /is not written as YAML|is no setting/],
    [
      "a character that nobody can see",
      file('  wording:\n    sectionNotes:\n      intro: "a\\u202Eb"'),
      /U\+202E, which nobody can see/,
    ],
  ])("%s", (_, text, reason) => {
    expect(refusals(text).join("\n")).toMatch(reason);
  });

  test("every fault is told, in the order of the lines, and each once", () => {
    const text = file("  countri: Germany\n  helperRoleId: 1100000000000000011\n  country: Germany\n  reminders: 1");
    expect(refusals(text)).toEqual([
      "3: settings › countri: is no setting",
      "4: 1100000000000000011: must stand in quotes, since without them its digits are rounded",
      "5: settings › country: must be a country code of two capitals",
      "6: settings › reminders: must be true or false, not a number",
    ]);
  });

  test("whatever a file holds, reading it neither fails nor reaches into objects", () => {
    const chunk = fc.constantFrom(
      "[",
      "{",
      "]",
      "}",
      ": ",
      "\n",
      "  ",
      "- ",
      "&a ",
      "*a",
      "!!x ",
      "? ",
      "|",
      ">",
      '"',
      "'",
      "#",
      "%",
      "---",
      "a",
      "1",
      "spotter: 1",
      "settings:",
      "__proto__",
      "\t",
      "\u0000",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 60 }), (chunks) => {
        expect(["settings", "refused"]).toContain(read(chunks.join("")).kind);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
