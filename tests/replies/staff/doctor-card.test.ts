import { describe, expect, test } from "vitest";
import { doctorCard, type Examination } from "#src/replies/staff/doctor-card.ts";
import { DEFAULT_SETTINGS, type GuildSettings, readSettings } from "#src/storage/guild-settings.ts";
import { OWNER, textOf } from "../examples.ts";

const VIEW = 1n << 10n;
const ATTACH = 1n << 15n;
const COMMANDS = 1n << 31n;
const ADMINISTRATOR = 1n << 3n;

const channel = { id: "20", appPermissions: VIEW | ATTACH, everyoneMay: VIEW | COMMANDS };
const well: Examination = {
  channels: [channel],
  commands: { added: [], changed: [], removed: [] },
  health: { kind: "ready" },
  settings: DEFAULT_SETTINGS,
  gone: [],
  helperRole: null,
  content: { version: "abcd1234", sections: 3, accessories: 4, signs: 5, risks: 6 },
};

function settings(part: object): GuildSettings {
  const read = readSettings({ ...DEFAULT_SETTINGS, ...part });
  if (read === null) throw new Error("those are no settings");
  return read;
}

/** The text of the doctor's card. */
function told(examination: Partial<Examination>): string {
  return textOf(doctorCard({ ...well, ...examination }, OWNER));
}

const ask = (channels: object, visibilityIn = {}) => settings({ commands: { ask: { channels, visibilityIn } } });
const entries = (count: number) =>
  settings({
    wording: {
      entries: Object.fromEntries(Array.from({ length: count }, (_, n) => [`entry-${n}`, { title: "T", text: "T" }])),
    },
  });

describe("the doctor's card", () => {
  test("where all is well says so, with the content's version", () => {
    const text = told({});
    expect(text).toContain("All 7 checks are fine.");
    expect(text).not.toMatch(/⚠️|❌|❔/);
    expect(text).toContain("version `abcd1234`: 3 sections, 4 accessories, 5 signs, 6 risk factors");
  });

  test.each<[string, Partial<Examination>, RegExp]>([
    [
      "pictures that may not come along",
      { channels: [{ ...channel, appPermissions: VIEW }] },
      /⚠️ .*<#20>.*allow me \*\*View Channel\*\* and \*\*Attach Files\*\*/,
    ],
    [
      "a channel that the bot does not see",
      { channels: [{ ...channel, appPermissions: ATTACH }] },
      /⚠️ .*<#20>.*View Channel/,
    ],
    ["an administrator's rights", { channels: [{ ...channel, appPermissions: ADMINISTRATOR }] }, /✅ Fine · \*\*<#20>/],
    [
      "members who see a channel and can't use commands in it",
      { channels: [{ ...channel, everyoneMay: VIEW }] },
      /⚠️ .*<#20>.*allow \*\*Use Application Commands\*\*/,
    ],
    ["a channel for others only", { channels: [{ ...channel, everyoneMay: COMMANDS }] }, /✅ Fine · \*\*<#20>/],
    ["members of whom nothing is known", { channels: [{ ...channel, everyoneMay: null }] }, /✅ Fine · \*\*<#20>/],
    [
      "a channel of which Discord told nothing",
      { channels: [{ ...channel, appPermissions: null }] },
      /❔ Not known · \*\*<#20>/,
    ],
    [
      "commands that Discord has not",
      { commands: { added: ["ask"], changed: [], removed: [] } },
      /❌ Broken · \*\*Commands.*missing ask\. .*npm run register/,
    ],
    [
      "commands that Discord has otherwise",
      { commands: { added: [], changed: ["ask"], removed: ["old"] } },
      /⚠️ .*Commands.*outdated ask; left over old/,
    ],
    ["commands of which Discord told nothing", { commands: null }, /❔ Not known · \*\*Commands.*Check again/],
    [
      "a database that cannot be used",
      { health: { kind: "degraded", problem: "The database is damaged: restore it." } },
      /❌ Broken · \*\*Storage\*\*: The database is damaged: restore it\. Until then I warn and answer/,
    ],
    [
      "a channel that is gone",
      { settings: ask({ rule: "except", ids: ["20", "21"] }), gone: ["21"] },
      /⚠️ .*Channels in the settings\*\*: Some that are gone are named for \/ask\. .*\/spotter panel/,
    ],
    [
      "channels that are gone where answers are private",
      { settings: ask({}, { "21": "private", "22": "public" }), gone: ["21", "22"] },
      /⚠️ .*gone are named for \/ask\./,
    ],
    [
      "a command that has no channel left",
      { settings: ask({ rule: "only", ids: ["21"] }), gone: ["21"] },
      /❌ Broken · \*\*Channels in the settings\*\*: By them no channel is left for \/ask;/,
    ],
    [
      "a command that is left a channel",
      { settings: ask({ rule: "only", ids: ["20", "21"] }), gone: ["21"] },
      /⚠️ .*gone are named for \/ask/,
    ],
    ["channels of which Discord told nothing", { gone: null }, /❔ Not known · \*\*Channels in the settings/],
    [
      "a helper role that can be mentioned",
      { helperRole: { id: "30", isThere: true, isMentionable: true } },
      /✅ Fine · \*\*Helper role\*\*: <@&30> can be mentioned/,
    ],
    [
      "a helper role that cannot be mentioned",
      { helperRole: { id: "30", isThere: true, isMentionable: false } },
      /⚠️ .*Helper role.*let anyone mention this role/,
    ],
    [
      "a helper role that is gone",
      { helperRole: { id: "30", isThere: false, isMentionable: false } },
      /⚠️ .*Helper role\*\*: it is gone\. Choose another in \*\*\/spotter panel/,
    ],
    [
      "a helper role of which Discord told nothing",
      { helperRole: { id: "30", isThere: null, isMentionable: false } },
      /❔ Not known · \*\*Helper role/,
    ],
    ["some own entries", { settings: entries(89) }, /✅ Fine · \*\*Room\*\*: own entries 89 of 100, .* of 80,000\./],
    ["nearly as many as there may be", { settings: entries(90) }, /⚠️ .*Nearly full: own entries\. .*\/spotter wording/],
  ])("%s: says so, and what to do", (_, examination, text) => {
    expect(told(examination)).toMatch(text);
  });

  test("counts what it found", () => {
    const text = told({ commands: null, gone: null, health: { kind: "degraded", problem: "It is damaged." } });
    expect(text).toContain("Of 4 checks: 1 broken, 1 not known.");
  });

  test("says nothing of settings that it cannot read", () => {
    const text = told({ health: { kind: "degraded", problem: "It is damaged." } });
    expect(text).not.toMatch(/Channels in the settings|Helper role|Room/);
  });

  test("fits a message with everything wrong in five channels", () => {
    const id = "18446744073709551615";
    const channels = Array.from({ length: 5 }, () => ({ id, appPermissions: 0n, everyoneMay: VIEW }));
    const names = Array.from({ length: 50 }, (_, n) => `${"c".repeat(60)}-x${n}`);
    const commands = Object.fromEntries(names.map((name) => [name, { channels: { rule: "only", ids: [id] } }]));
    const text = told({
      channels,
      commands: { added: names, changed: names, removed: names },
      settings: settings({ commands }),
      gone: [id],
      helperRole: { id, isThere: false, isMentionable: false },
    });
    expect(text.length).toBeLessThan(4_000);
  });
});
