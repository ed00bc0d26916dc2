import { parserFor, rules } from "./markdown-rules.ts";
import type { RichNode } from "./page-protocol.ts";

const parse = parserFor(rules);
const MAX_LENGTH = 6_000;

type Parsed = Record<string, unknown> & { type: string };

/**
 * Reads Discord's markdown into nodes that the page turns into elements, so that no text ever becomes HTML.
 *
 * A text the parser gives up on stays as it was written.
 */
export function toRichText(text: string): RichNode[] {
  if (text === "") return [];
  try {
    return convertAll(parse(text.slice(0, MAX_LENGTH), { inline: true }) as Parsed[]);
  } catch {
    return [{ kind: "text", text }];
  }
}

function convertAll(parsed: unknown): RichNode[] {
  const nodes: RichNode[] = [];
  for (const node of Array.isArray(parsed) ? (parsed as Parsed[]) : []) {
    const converted = convert(node);
    const last = nodes.at(-1);
    // The parser cuts plain text into many pieces.
    if (last?.kind === "text" && converted.kind === "text") last.text += converted.text;
    else nodes.push(converted);
  }
  return nodes;
}

function convert(node: Parsed): RichNode {
  const children = () => convertAll(node.content);
  const text = String(node.content ?? "");
  switch (node.type) {
    case "strong":
    case "em":
    case "u":
    case "strike":
    case "spoiler":
      return { kind: node.type, children: children() };
    case "blockQuote":
      return { kind: "quote", children: trimBreak(children()) };
    case "footnote":
      return { kind: "small", children: children() };
    case "heading":
      return { kind: "heading", level: Math.min(3, Number(node.level)) as 1 | 2 | 3, children: children() };
    case "list":
      return {
        kind: "list",
        start: node.ordered === true ? Number(node.start ?? 1) : null,
        items: (node.items as unknown[]).map((item) => trimBreak(convertAll(item))),
      };
    case "inlineCode":
      return { kind: "code", text };
    case "codeBlock":
      return { kind: "code-block", text };
    case "br":
    case "newline":
      return { kind: "break" };
    case "link":
    case "url":
    case "autolink":
      return toLink(String(node.target), children());
    case "discordUser":
      return { kind: "mention", of: "user", id: String(node.id) };
    case "discordRole":
      return { kind: "mention", of: "role", id: String(node.id) };
    case "discordChannel":
      return { kind: "mention", of: "channel", id: String(node.id) };
    case "discordSlash":
      return { kind: "mention", of: "command", id: String(node.name) };
    case "discordEveryone":
      return { kind: "mention", of: "everyone", id: "everyone" };
    case "discordHere":
      return { kind: "mention", of: "everyone", id: "here" };
    case "discordTimestamp":
      return { kind: "time", seconds: Number(node.timestamp), style: String(node.style ?? "f") };
    case "discordEmoji":
      return { kind: "text", text: `:${String(node.name)}:` };
    default:
      return { kind: "text", text };
  }
}

/** Discord makes only web addresses clickable; anything else stays text. */
function toLink(target: string, children: RichNode[]): RichNode {
  const isWeb = /^https?:\/\//i.test(target) && URL.canParse(target);
  return isWeb ? { kind: "link", url: target, children } : { kind: "span", children };
}

/** Block elements end their own line; a break at their edge would show as an empty one. */
function trimBreak(nodes: RichNode[]): RichNode[] {
  return nodes.at(-1)?.kind === "break" ? nodes.slice(0, -1) : nodes;
}
