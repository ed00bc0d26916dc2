import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeLines } from "#src/replies/staff/change-lines.ts";
import type { SettingNames } from "#src/replies/staff/setting-names.ts";
import { DEFAULT_SETTINGS, type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import { findChanges } from "#src/storage/settings-changes.ts";
import { shippedContent } from "../../shipped-content.ts";
import { arbitrarySettings } from "../../storage/arbitrary-settings.ts";

const names: SettingNames = {
  ruledCommands: [
    { key: "ask", label: "/ask", isForMessages: false, rules: ["channels", "visibility", "cooldown"] },
    { key: "check-for-warning-signs", label: "Check for warning signs", isForMessages: true, rules: ["channels"] },
  ],
  knowledge: shippedContent().knowledge,
  gone: new Set(["404"]),
};

const lines = (before: GuildSettings, after: GuildSettings) => changeLines(findChanges(before, after), names);
const withPart = (part: Partial<GuildSettings>): GuildSettings => ({ ...DEFAULT_SETTINGS, ...part });
const withWording = (part: Partial<GuildSettings["wording"]>) =>
  withPart({ wording: { ...DEFAULT_SETTINGS.wording, ...part } });
const usual = settingsOf(DEFAULT_SETTINGS, "ask");
const ask = (part: Partial<typeof usual>) => withPart({ commands: { ask: { ...usual, ...part } } });
const entry = (text: string) =>
  withWording({ entries: { chalk: { title: "Chalk", aliases: ["chalk box"], text, url: null } } });
const [sectionId = "", section] = [...(names.knowledge.sections ?? new Map())][0] ?? [];

describe("a change is told in words", () => {
  test.each<[string, GuildSettings, GuildSettings, string[]]>([
    ["a country", DEFAULT_SETTINGS, withPart({ country: "AU" }), ["First numbers: the short list → **Australia**"]],
    [
      "a country without numbers",
      DEFAULT_SETTINGS,
      withPart({ country: "XX" }),
      ["First numbers: the short list → **XX (no numbers known)**"],
    ],
    [
      "a helper role",
      withPart({ helperRoleId: "5" }),
      withPart({ helperRoleId: null }),
      ["Helper role: <@&5> → **none**"],
    ],
    [
      "a switch",
      DEFAULT_SETTINGS,
      withPart({ reminders: false, questionStatistics: true }),
      ["Reminders: on → **off**", "Question statistics: off → **on**"],
    ],
    [
      "where a command is used",
      DEFAULT_SETTINGS,
      ask({ channels: { rule: "only", ids: ["1", "2"] } }),
      ["**/ask** · used in: all but its channels → **only its channels**", "**/ask** · its channels: added <#1>, <#2>"],
    ],
    [
      "channels that came and went",
      ask({ channels: { rule: "except", ids: ["1", "404"] } }),
      ask({ channels: { rule: "except", ids: ["1", "3"] } }),
      ["**/ask** · its channels: added <#3>; removed ⚠️ one that is gone"],
    ],
    [
      "who sees answers in a channel",
      ask({ visibilityIn: { "1": "private" } }),
      ask({ visibilityIn: { "2": "public" } }),
      [
        "**/ask** · who sees answers in <#1>: only who asked → **as elsewhere**",
        "**/ask** · who sees answers in <#2>: as elsewhere → **everybody**",
      ],
    ],
    [
      "a cooldown",
      ask({ cooldownSeconds: 5_400 }),
      ask({ cooldownSeconds: 1 }),
      ["**/ask** · cooldown: 1 hour 30 minutes → **1 second**"],
    ],
    [
      "a command that went back to as usual",
      ask({ cooldownSeconds: 60 }),
      DEFAULT_SETTINGS,
      ["**/ask** · cooldown: 1 minute → **none**"],
    ],
    [
      "a command that is gone",
      DEFAULT_SETTINGS,
      withPart({ commands: { old: { ...usual, visibility: "public" } } }),
      ["**/old (not there any more)** · who sees answers: as the member wishes → **everybody**"],
    ],
    ["a new entry", DEFAULT_SETTINGS, entry("Use it."), ["Own entry **chalk**: added, “Chalk”, “Use it\\.”"]],
    [
      "an entry that went",
      entry("Use it."),
      DEFAULT_SETTINGS,
      ["Own entry **chalk**: removed, it was “Chalk”, “Use it\\.”"],
    ],
    [
      "an exercise that went",
      withWording({ accessories: { "exercise-2": { name: "腰", muscles: ["lats"], equipment: [], url: null } } }),
      DEFAULT_SETTINGS,
      ["Own exercise **exercise-2**: removed, it was “腰”"],
    ],
    [
      "a card's words that went",
      withWording({ cards: { prompt: { intro: null, closing: "Bye" } } }),
      DEFAULT_SETTINGS,
      ["Card **prompt**: removed, it was “Bye”"],
    ],
    [
      "a text that was changed",
      entry("Use it."),
      entry("Use less."),
      ["Own entry **chalk** · text: “Use it\\.” → “Use less\\.”"],
    ],
    [
      "a note under a section",
      DEFAULT_SETTINGS,
      withWording({ sectionNotes: { [sectionId]: "Ask Sam." } }),
      [`Note under **${section?.title}**: added, “Ask Sam\\.”`],
    ],
    [
      "words before a card",
      DEFAULT_SETTINGS,
      withWording({ cards: { prompt: { intro: "Hello", closing: null } } }),
      ["Card **prompt**: added, “Hello”"],
    ],
    [
      "words that came and went",
      withWording({ cards: { prompt: { intro: "Hello", closing: null } } }),
      withWording({ cards: { prompt: { intro: null, closing: "Bye" } } }),
      ["Card **prompt** · lines before: removed, it was “Hello”", "Card **prompt** · lines after: added, “Bye”"],
    ],
    [
      "hidden exercises",
      withWording({ hiddenAccessories: ["gone-away"] }),
      DEFAULT_SETTINGS,
      ["Hidden exercises: removed gone-away; none left"],
    ],
    [
      "another order",
      withWording({ hiddenAccessories: ["one", "two"] }),
      withWording({ hiddenAccessories: ["two", "one"] }),
      ["Hidden exercises: in another order"],
    ],
    ["nothing", DEFAULT_SETTINGS, DEFAULT_SETTINGS, []],
  ])("%s", (_, before, after, told) => {
    expect(lines(before, after)).toEqual(told);
  });

  test("a long text is shown from where it differs", () => {
    const start = "The same words at the beginning of it all, ".repeat(5);
    const [line] = lines(entry(`${start}then chalk.`), entry(`${start}then liquid chalk.`));
    expect(line).toContain("chalk\\.”");
    expect(line).toContain("liquid chalk\\.”");
    expect(line?.length).toBeLessThan(200);
  });

  test("words of a server's own stay words: no link, mention or markup comes of them", () => {
    const [line] = lines(DEFAULT_SETTINGS, entry("[x](https://example.org) <@1> @everyone **bold**\n# heading"));
    expect(line).toContain("\\[x\\]\\(https\\:\\/\\/example\\.org\\) \\<\\@1\\>");
    expect(line).not.toContain("\n");
  });

  test("whatever changes is told, each on one line that fits a card", () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, (before, after) => {
        const told = lines(before, after);
        expect(told.length).toBeGreaterThanOrEqual(findChanges(before, after).length === 0 ? 0 : 1);
        for (const line of told) {
          expect(line).not.toMatch(/\n|undefined|\[object|NaN/);
          expect(line.length).toBeLessThan(900);
        }
      }),
      { numRuns: 200 },
    );
  });
});
