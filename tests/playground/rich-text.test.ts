import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RichNode } from "#src/playground/page-protocol.ts";
import { toRichText } from "#src/playground/rich-text.ts";

const text = (value: string): RichNode => ({ kind: "text", text: value });

describe("markdown", () => {
  test.each<[string, RichNode[]]>([
    ["plain", [text("plain")]],
    ["**bold**", [{ kind: "strong", children: [text("bold")] }]],
    [
      "*italic* _too_",
      [{ kind: "em", children: [text("italic")] }, text(" "), { kind: "em", children: [text("too")] }],
    ],
    ["__u__ ~~s~~", [{ kind: "u", children: [text("u")] }, text(" "), { kind: "strike", children: [text("s")] }]],
    ["||secret||", [{ kind: "spoiler", children: [text("secret")] }]],
    ["`code`", [{ kind: "code", text: "code" }]],
    ["```js\nlet x\n```", [{ kind: "code-block", text: "let x" }]],
    ["# One", [{ kind: "heading", level: 1, children: [text("One")] }]],
    ["### Three\ntext", [{ kind: "heading", level: 3, children: [text("Three")] }, text("text")]],
    ["#no heading", [text("#no heading")]],
    ["-# small", [{ kind: "small", children: [text("small")] }]],
    ["> quote", [{ kind: "quote", children: [text("quote")] }]],
    [
      "> quote\n-# after a quote",
      [
        { kind: "quote", children: [text("quote")] },
        { kind: "small", children: [text("after a quote")] },
      ],
    ],
    ["- a\n- b", [{ kind: "list", start: null, items: [[text("a")], [text("b")]] }]],
    ["3. a\n4. b", [{ kind: "list", start: 3, items: [[text("a")], [text("b")]] }]],
    ["a\nb", [text("a"), { kind: "break" }, text("b")]],
    ["[x](https://example.org)", [{ kind: "link", url: "https://example.org", children: [text("x")] }]],
    ["<@1100000000000000021>", [{ kind: "mention", of: "user", id: "1100000000000000021" }]],
    ["<@&1100000000000000011>", [{ kind: "mention", of: "role", id: "1100000000000000011" }]],
    ["<#1100000000000000031>", [{ kind: "mention", of: "channel", id: "1100000000000000031" }]],
    ["</ask:1100000000000000031>", [{ kind: "mention", of: "command", id: "ask" }]],
    ["<t:1760000000:R>", [{ kind: "time", seconds: 1_760_000_000, style: "R" }]],
    ["\\*not bold\\*", [text("*not bold*")]],
    ["<b>no HTML</b>", [text("<b>no HTML</b>")]],
  ])("%j", (source, expected) => {
    expect(toRichText(source)).toEqual(expected);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.test",
  ])("a link to %s is no link", (target) => {
    expect(JSON.stringify(toRichText(`[x](${target}) <${target}>`))).not.toContain('"link"');
  });

  test("any text is read without throwing, and every link leads to the web", () => {
    const pieces = fc.constantFrom(
      "*",
      "_",
      "~~",
      "||",
      "`",
      "```",
      "> ",
      "# ",
      "- ",
      "-# ",
      "[",
      "](",
      ")",
      "<",
      ">",
      "\n",
      "@",
      "a",
      "1. ",
      "javascript:",
      "https://e.org",
      "\u202e",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const url of linksIn(toRichText(parts.join("")))) expect(url).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  test.each(["*_", "[", "> ", "**", "- ", "||", "`", "<@", "__~~"])(
    "4,000 characters of %j do not hold the page up",
    (piece) => {
      const startedAt = performance.now();
      toRichText(piece.repeat(4_000 / piece.length));
      expect(performance.now() - startedAt).toBeLessThan(1_500);
    },
  );
});

function linksIn(nodes: readonly RichNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "list") return node.items.flatMap(linksIn);
    const inner = "children" in node ? linksIn(node.children) : [];
    return node.kind === "link" ? [node.url, ...inner] : inner;
  });
}
