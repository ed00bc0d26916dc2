import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { checkSettings, DEFAULT_SETTINGS, findFaults, settingsOf } from "#src/storage/guild-settings.ts";
import { exportSettings, importSettings } from "#src/storage/settings-export.ts";
import { arbitrarySettings } from "./arbitrary-settings.ts";
import { settingsWith, wordingWith } from "./situation.ts";

const note = (text: unknown) => ({ wording: { sectionNotes: { breath: text } } });
const link = (url: string) => ({ wording: { links: { gym: { label: "Gym", url } } } });

describe("settings", () => {
  test("that say nothing are the defaults: everywhere, as members like, no country, no mention, no statistics", () => {
    expect(checkSettings({})).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toMatchObject({
      country: null,
      helperRoleId: null,
      reminders: true,
      questionStatistics: false,
    });
    expect(settingsOf(DEFAULT_SETTINGS, "ask")).toEqual({
      channels: { rule: "except", ids: [] },
      visibility: "member",
      visibilityIn: {},
      cooldownSeconds: 0,
    });
  });

  test.each([
    ["an unknown key", { colour: "red" }, ["colour"], "is no setting"],
    [
      "a channel as a number, which would lose digits",
      { helperRoleId: Number("1234567890123456789") },
      ["helperRoleId"],
      "string",
    ],
    ["a country in full", { country: "Germany" }, ["country"], "two capitals"],
    [
      "a cooldown below zero",
      { commands: { ask: { cooldownSeconds: -1 } } },
      ["commands", "ask", "cooldownSeconds"],
      "",
    ],
    ["an empty note", note(" \n"), ["wording", "sectionNotes", "breath"], "empty"],
    ["a note that is too long", note("a".repeat(501)), ["wording", "sectionNotes", "breath"], "500"],
    ["a direction override", note("abc\u202Edef"), ["wording", "sectionNotes", "breath"], "U+202E"],
    ["a zero width space", note("abc\u200Bdef"), ["wording", "sectionNotes", "breath"], "U+200B"],
    ["a tag character", note("abc\u{E0041}"), ["wording", "sectionNotes", "breath"], "U+E0041"],
    ["half a character", note("abc\uD83D"), ["wording", "sectionNotes", "breath"], "U+D83D"],
    ["a joiner between letters", note("a\u200Db"), ["wording", "sectionNotes", "breath"], "U+200D"],
    [
      "a title of two lines",
      { wording: { links: { gym: { label: "a\nb", url: "https://a.org" } } } },
      ["wording", "links", "gym", "label"],
      "one line",
    ],
    ["a plain http link", link("http://example.org"), ["wording", "links", "gym", "url"], "https"],
    ["a script link", link("javascript:alert(1)"), ["wording", "links", "gym", "url"], "https"],
    [
      "a link with a user name",
      link("https://discord.com@example.org"),
      ["wording", "links", "gym", "url"],
      "user name",
    ],
    [
      "a link that ends a Markdown link",
      link("https://example.org/)[x](y"),
      ["wording", "links", "gym", "url"],
      "brackets",
    ],
    [
      "a name that every object has",
      { wording: { sectionNotes: { constructor: "a" } } },
      ["wording", "sectionNotes", "constructor"],
      "",
    ],
    ["a name with capitals", { wording: { sectionNotes: { Breath: "a" } } }, ["wording", "sectionNotes", "Breath"], ""],
  ])("refuse %s", (_, settings, path, reason) => {
    const [fault] = findFaults(settings);
    expect(fault?.path).toEqual(path);
    expect(fault?.reason).toContain(reason);
  });

  test("refuse more than an export file can hold", () => {
    const entries = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `entry-${index}`,
        { title: "T", aliases: [], text: "a".repeat(1_900), url: null },
      ]),
    );
    expect(findFaults({ wording: { entries } })).toMatchObject([{ reason: expect.stringContaining("in all") }]);
  });

  test("take emoji, also joined ones", () => expect(findFaults(note("Lift 💪🏽 with 👩🏽‍⚕️ and 👨‍👩‍👧"))).toEqual([]));
});

describe("an export", () => {
  test("read again gives the same settings, whatever they are, through YAML and JSON", () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const exported = exportSettings(settings);
        expect(importSettings(parse(stringify(exported), { maxAliasCount: 0 }))).toEqual({
          kind: "settings",
          settings,
        });
        expect(importSettings(JSON.parse(JSON.stringify(exported)))).toEqual({ kind: "settings", settings });
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  const wrong = { spotter: 1, settings: settingsWith({ wording: wordingWith({ hiddenAccessories: ["No"] }) }) };
  test.each<[string, unknown, string[]]>([
    ["of something else", [], []],
    ["of another version", { spotter: 2, settings: {} }, ["spotter"]],
    ["with something beside the settings", { spotter: 1, settings: {}, more: 1 }, ["more"]],
    ["with a wrong setting", wrong, ["settings", "wording", "hiddenAccessories", "0"]],
    [
      "that reaches for the prototype",
      JSON.parse('{"spotter":1,"settings":{"wording":{"__proto__":{"a":1}}}}'),
      ["settings", "wording", "__proto__"],
    ],
    [
      "that reaches for it among names",
      JSON.parse('{"spotter":1,"settings":{"commands":{"__proto__":{}}}}'),
      ["settings", "commands", "__proto__"],
    ],
  ])("%s is refused with the place", (_, document, path) => {
    const read = importSettings(document);
    expect(read).toMatchObject({ kind: "refused", faults: [{ path }] });
    expect({}).not.toHaveProperty("a");
  });

  test("of anything at all is read or refused, and never changes what objects are", () => {
    const before = Reflect.ownKeys(Object.prototype);
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (settings) => {
        const { kind } = importSettings({ spotter: 1, settings });
        expect(["settings", "refused"]).toContain(kind);
      }),
      { numRuns: 2_000 },
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
});
