import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from "yaml";

/** A fault of the file's form. */
type FormFault = { readonly line: number | null; readonly place: string; readonly reason: string };
type Composed =
  | { readonly kind: "document"; readonly document: Document.Parsed }
  | { readonly kind: "refused"; readonly faults: readonly FormFault[] };

// Deeper and longer than any settings are, and little enough to be read in no time.
const DEEPEST = 10;
const LONGEST_LIST = 200;
const MOST_LEXEMES = 50_000;
const MOST_ERRORS = 20;

const TOO_DEEP = "is nested deeper than any setting";
const TOO_MUCH = "holds far more than settings do";

/**
 * Reads one YAML document of plain maps, lists and values. Everything that YAML has beyond them, such as anchors,
 * aliases, tags and directives, is refused, and so is what is too deep or too long, before any of it is built.
 */
export function composePlain(text: string, lines: LineCounter): Composed {
  const refuse = (offset: number | null, reason: string): Composed => ({
    kind: "refused",
    faults: [{ line: offset === null ? null : lines.linePos(offset).line, place: "the file", reason }],
  });
  const { tokens, tooMuch } = parse(text, lines);
  if (tooMuch !== null) return refuse(tooMuch.offset, tooMuch.reason);
  const special = findSpecial(tokens);
  if (special !== null) return refuse(special.offset, special.reason);
  const documents = [
    ...new Composer({ version: "1.2", schema: "core", uniqueKeys: true, merge: false }).compose(tokens),
  ];
  const [document, second] = documents;
  if (document === undefined) return refuse(null, "is empty");
  if (second !== undefined) return refuse(second.range[0], "holds more than one document");
  const { errors } = document;
  if (errors.length === 0) return { kind: "document", document };
  return {
    kind: "refused",
    faults: errors.slice(0, MOST_ERRORS).map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      place: "the file",
      reason: `is not written as YAML: ${message}`,
    })),
  };
}

/** Reads no further than settings can go: a hostile file must not keep everybody else waiting. */
function parse(text: string, lines: LineCounter): { readonly tokens: CST.Token[]; readonly tooMuch: Special | null } {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let count = 0;
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (lexeme === "[" || lexeme === "{") depth += 1;
    if (lexeme === "]" || lexeme === "}") depth -= 1;
    if (count > MOST_LEXEMES) return { tokens, tooMuch: { offset: parser.offset, reason: TOO_MUCH } };
    if (depth > DEEPEST) return { tokens, tooMuch: { offset: parser.offset, reason: TOO_DEEP } };
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return { tokens, tooMuch: null };
}

type Special = { readonly offset: number | null; readonly reason: string };
type Seen = { readonly token: CST.Token | CST.SourceToken; readonly depth: number };

const REFUSED: Readonly<Record<string, string>> = {
  alias: "uses an alias (*name); please write the value out",
  anchor: "uses an anchor (&name); please remove it",
  tag: "uses a tag (!name); please remove it",
  directive: "has a directive (%NAME); please remove it",
};

/** The first thing that settings have no use for; goes without recursion, since hostile files nest deeper than any stack. */
function findSpecial(tokens: readonly CST.Token[]): Special | null {
  const waiting: Seen[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let seen = waiting.pop(); seen !== undefined; seen = waiting.pop()) {
    const { token, depth } = seen;
    const offset = "offset" in token && typeof token.offset === "number" ? token.offset : null;
    const refused = REFUSED[token.type];
    if (refused !== undefined) return { offset, reason: refused };
    if (depth > DEEPEST) return { offset, reason: TOO_DEEP };
    if ("items" in token && token.items.length > LONGEST_LIST) {
      return { offset, reason: `has a list of more than ${LONGEST_LIST}` };
    }
    for (const inside of within(token)) waiting.push({ token: inside, depth: depth + ("items" in token ? 1 : 0) });
  }
  return null;
}

function within(token: CST.Token | CST.SourceToken): (CST.Token | CST.SourceToken)[] {
  if (token.type === "document") return [...token.start, ...(token.value === undefined ? [] : [token.value])];
  if (!("items" in token)) return "props" in token ? token.props : [];
  return token.items.flatMap(({ start, key, sep, value }) => [
    ...start,
    ...(key == null ? [] : [key]),
    ...(sep ?? []),
    ...(value === undefined ? [] : [value]),
  ]);
}
