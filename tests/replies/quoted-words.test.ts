import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanWords } from "#src/replies/clean-words.ts";
import { escapeMarkdown, quoted, unescapeMarkdown } from "#src/replies/quoted-words.ts";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom("\u200d", "\u200c", "👩", "🏽", "\u202e", "\u0301", "क", "्", "“", "”", " ", "a", "\ufe0f"), {
      maxLength: 120,
    })
    .map((parts) => parts.join("")),
);

describe("somebody's words come out as plain text", () => {
  test.each([
    ["a masked link", "[a](http://x)", "“\\[a\\]\\(http\\:\\/\\/x\\)”"],
    ["two masked links", "[a](x) [b](y)", "“\\[a\\]\\(x\\) \\[b\\]\\(y\\)”"],
    ["a mention", "<@1>", "“\\<\\@1\\>”"],
    ["everyone", "@everyone", "“\\@everyone”"],
    ["a heading", "# h", "“\\# h”"],
    ["small print", "-# s", "“\\-\\# s”"],
    ["a block quote", "> q", "“\\> q”"],
    ["a link in angle brackets", "<https://e>", "“\\<https\\:\\/\\/e\\>”"],
    ["a bare link", "https://e.example", "“https\\:\\/\\/e\\.example”"],
    ["a timestamp", "<t:1:R>", "“\\<t\\:1\\:R\\>”"],
    ["a code fence", "```js\nx```", "“\\`\\`\\`js x\\`\\`\\`”"],
    ["a spoiler", "||x||", "“\\|\\|x\\|\\|”"],
    ["a backslash before a mark", "\\*x*", "“\\\\\\*x\\*”"],
    ["text turned around", "a\u202eb", "“ab”"],
    ["invisible letters", "a\u200bb\u3164c\u{e0041}d", "“abcd”"],
    ["line breaks", "a\r\n\n- b", "“a \\- b”"],
    ["quotes of every kind", 'say "so" “and” „so“', "“say 'so' 'and' 'so'”"],
    ["zalgo", `p\u0300\u0301\u0302\u0303\u0304\u0305\u0306ain`, "“p̀́̂̃ain”".normalize("NFC")],
    ["only invisible letters", "\u200b\u2060\u3164", ""],
    ["nothing", "  \n ", ""],
  ])("%s", (_, words, expected) => {
    expect(quoted(words)).toBe(expected);
  });

  test("joiners stay inside emoji and inside scripts that need them, and go everywhere else", () => {
    expect(cleanWords("👩‍🔬 क्‍ष pa\u200din", 80)).toBe("👩‍🔬 क्‍ष pain");
  });

  test("1,500 emoji become one short quote of whole emoji", () => {
    const words = quoted("👩🏽‍🔬".repeat(1500));
    expect(words.length).toBeLessThan(90);
    expect(words).toMatch(/^“(👩🏽‍🔬)+…”$/u);
  });

  test("whatever is written: nothing turns text around, nothing is invisible, marks do not pile up", () => {
    fc.assert(
      fc.property(anything, (words) => {
        const clean = cleanWords(words, 80);
        expect(clean).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\n\r“”"]|[\u{e0000}-\u{e007f}]/u,
        );
        expect(clean).not.toMatch(/\p{M}{5}/u);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.length).toBeLessThanOrEqual(80);
        expect(cleanWords(clean, 80)).toBe(clean);
      }),
      { numRuns: 5000 },
    );
  });

  test("whatever is written: every mark of Markdown stands escaped, and unescaping gives the words back", () => {
    fc.assert(
      fc.property(anything, (words) => {
        const clean = cleanWords(words, 80);
        const escaped = escapeMarkdown(clean);
        expect(unescapeMarkdown(escaped)).toBe(clean);
        expect(escaped.replace(/\\[^\p{L}\p{N}\s]/gu, "")).not.toMatch(/[\\*_~`|<>[\]()#@:]/);
      }),
      { numRuns: 5000 },
    );
  });
});
