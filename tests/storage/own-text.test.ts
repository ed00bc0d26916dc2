import { describe, expect, test } from "vitest";
import {
  fillVariables,
  findTextFault,
  findVariableFault,
  hostOf,
  isSafeAddress,
  ON_CARDS,
  VARIABLES,
  WITHOUT_DATE,
} from "#src/storage/own-text.ts";

describe("words of a server's own are let through", () => {
  test.each([
    "Ask at the front desk.",
    "**Bold**, `code`, > quotes and # marks",
    "See <#123456789012345678> and </upperback-sore:123456789012345678>",
    "Look again <t:1795348800:R>",
    "Write to us, mail@example.org or @ the desk",
    "https://example.org/page?q=1#part and <https://example.org>",
    "[example.org](https://example.org/page)",
    "[The guide on www.example.org](https://example.org/guide)",
    "[example.org](<https://www.example.org/guide>)",
    '[example.org](https://example.org/guide "The guide")',
    "[x] done (really)",
    "12:30 to 14:00, ratio 3:1",
    "a [list] and then (an aside)",
    "💪🏋️‍♀️👨‍👩‍👧 Ærø, 日本",
    "two\nlines",
  ])("%j", (text) => {
    expect(findTextFault(text)).toBeNull();
  });
});

describe("words of a server's own are refused", () => {
  test.each([
    ["everybody mentioned", "@everyone read this", "@everyone"],
    ["everybody here, in capitals", "@HERE", "@HERE"],
    ["a person mentioned", "ask <@123>", "<@123>"],
    ["a person mentioned by nickname", "ask <@!123>", "<@!123>"],
    ["a role mentioned", "ask <@&123>", "<@&123>"],
    ["a label that says nothing", "[click here](https://example.org)", "must name example.org"],
    ["a label of another host", "[discord.com](https://example.org)", "not where its label says"],
    ["a label of two hosts", "[example.org or discord.com](https://example.org)", "not where its label says"],
    ["a host that only ends alike", "[example.org](https://not-example.org)", "not where its label says"],
    ["a host that only begins alike", "[example.org](https://example.org.evil.net)", "not where its label says"],
    ["look-alike letters", "[exаmple.org](https://exаmple.org)", "not where its label says"],
    ["a full address that is another", "[https://discord.com/x](https://example.org/x)", "not where its label says"],
    ["a masked http link", "[example.org](http://example.org)", "no https address"],
    ["a script link", "[example.org](javascript:alert(1))", "link"],
    ["a link with a user name", "[example.org](https://example.org@evil.net)", "no https address"],
    ["a link with a bracket in its label", "[a [b] example.org](https://evil.net)", "link"],
    ["a link over two lines", "[example\n.org](https://evil.net)", "link"],
    ["a bare http address", "see http://example.org", "http://example.org"],
    ["a bare script", "javascript:alert(1)", "javascript:"],
    ["an address with a user name", "https://discord.com@example.org/", "no https address"],
    ["an address of one computer", "https://localhost/", "no https address"],
    ["a direction override", "abc\u202Edef", "U+202E"],
    ["a zero width space", "a\u200Bb", "U+200B"],
    ["a blank Braille cell", "a\u2800b", "U+2800"],
    ["a tag character", "a\u{E0041}", "U+E0041"],
    ["half a character", "a\uD83D", "U+D83D"],
  ])("%s", (_, text, reason) => {
    expect(findTextFault(text)).toContain(reason);
  });
});

describe("what is filled in", () => {
  test("stands in braces; anything else in braces is refused with the list", () => {
    expect(findVariableFault("Call {numbers}, look again {date}.", ON_CARDS)).toBeNull();
    expect(findVariableFault("{} { } {1} {a b}", ON_CARDS)).toBeNull();
    expect(findVariableFault("Hi {user}", ON_CARDS)).toBe(
      "holds {user}, which cannot be filled in here; there are {numbers}, {advice}, {country}, {article}, {date}",
    );
    expect(findVariableFault("{Numbers}", ON_CARDS)).toContain("{Numbers}");
    expect(findVariableFault("{constructor}", ON_CARDS)).toContain("{constructor}");
    expect(findVariableFault("{date}", WITHOUT_DATE)).toContain("{date}");
  });

  test("is at most five things, since each may become much longer", () => {
    expect(findVariableFault("{numbers}".repeat(5), ON_CARDS)).toBeNull();
    expect(findVariableFault("{numbers}".repeat(6), ON_CARDS)).toContain("more than 5");
  });

  test("is all that can be filled in: every variable is known on cards", () => {
    expect([...ON_CARDS].sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  test("is put in as it is, and nothing else is touched", () => {
    expect(fillVariables("{country}: {numbers} {gone} {constructor}", { country: "$&", numbers: "112" })).toBe(
      "$&: 112 {gone} {constructor}",
    );
  });
});

test.each([
  ["https://www.example.org/a", "example.org", true],
  ["https://example.org:8443/a", "example.org", true],
  ["http://example.org", "example.org", false],
  ["https://user@example.org", "example.org", false],
  ["nonsense", "", false],
])("of the address %s the host is %j; may be shown: %j", (address, host, safe) => {
  expect(hostOf(address)).toBe(host);
  expect(isSafeAddress(address)).toBe(safe);
});
