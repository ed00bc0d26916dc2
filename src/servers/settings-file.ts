import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, visit } from "yaml";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { importSettings } from "#src/storage/settings-export.ts";
import { composePlain } from "./plain-yaml.ts";

/** Something in a file that is refused; `line` is null where it is about the file as a whole. */
export type FileFault = { readonly line: number | null; readonly place: string; readonly reason: string };

/** What a settings file holds: all of it, or everything that is wrong with it. */
export type ReadFile =
  | { readonly kind: "settings"; readonly settings: GuildSettings }
  | { readonly kind: "refused"; readonly faults: readonly FileFault[] };

// Fewer digits than any Discord id has, more than any other number here.
const LONG_NUMBER = /^\d{12,}$/;
const IN_QUOTES = "must stand in quotes, since without them its digits are rounded";

const HELPER_ROLE = ["settings", "helperRoleId"];
const EVERYBODY = "must be a role of its own, not everybody";

/** Reads the text of a settings file that is for a server, trusting nothing in it. */
export function readSettingsFile(text: string, guildId: string): ReadFile {
  const lines = new LineCounter();
  const composed = composePlain(text, lines);
  if (composed.kind === "refused") return composed;
  const { document } = composed;
  const lineOf = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line);
  const unsafe = findUnsafe(document, lineOf);
  const read = importSettings(document.toJS());
  // Discord gives the role that everybody has the server's own id.
  const callsEverybody = document.getIn(HELPER_ROLE) === guildId;
  const refused = [
    ...(read.kind === "refused" ? read.faults : []),
    ...(callsEverybody ? [{ path: HELPER_ROLE, reason: EVERYBODY }] : []),
  ];
  if (read.kind === "settings" && refused.length === 0 && unsafe.length === 0) return read;
  const wrong = refused.map(({ path, reason }) => {
    const node = nodeAt(document, path);
    return { line: lineOf(node?.range?.[0]), place: path.join(" › "), reason: plainReason(reason, node) };
  });
  // What YAML has read wrongly is wrong for the checks as well; it is told once.
  const told = unsafe.map(({ line }) => line);
  const faults = [...unsafe, ...wrong.filter(({ line }) => !told.includes(line))];
  return { kind: "refused", faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** Keys that are no words or reach into every object, and ids that YAML has read as numbers. */
function findUnsafe(document: Document, lineOf: (offset: number | undefined) => number | null): FileFault[] {
  const faults: FileFault[] = [];
  visit(document, {
    Pair(_, { key }: Pair) {
      if (!isScalar(key) || typeof key.value !== "string") {
        const isLong = isScalar(key) && LONG_NUMBER.test(key.source ?? "");
        const [place, offset] = isScalar(key)
          ? [String(key.source), key.range?.[0]]
          : ["a name", (key as Node).range?.[0]];
        faults.push({
          line: lineOf(offset),
          place,
          reason: isLong ? IN_QUOTES : "is no name of a setting; names are words, and ids stand in quotes",
        });
      } else if (key.value === "__proto__") {
        faults.push({ line: lineOf(key.range?.[0]), place: key.value, reason: "is no setting" });
      }
    },
    Scalar(where, { value, source, range }) {
      if (where !== "key" && typeof value === "number" && LONG_NUMBER.test(source ?? "")) {
        faults.push({ line: lineOf(range?.[0]), place: source ?? "", reason: IN_QUOTES });
      }
    },
  });
  return faults;
}

/** What stands at a path, or its nearest surroundings. */
function nodeAt(document: Document, path: readonly string[]): Node | null {
  let node: unknown = document.contents;
  for (const key of path) {
    const inside = isMap(node) ? pairOf(node.items, key) : isSeq(node) ? node.items[Number(key)] : undefined;
    if (inside === undefined || inside === null) break;
    node = inside;
  }
  return (node ?? null) as Node | null;
}

/** The value at a key, or the key where it has none. */
function pairOf(pairs: readonly Pair[], key: string): unknown {
  const pair = pairs.find((one) => isScalar(one.key) && one.key.value === key);
  return pair?.value ?? pair?.key;
}

/** The checks speak of types where YAML has guessed one; what helps is quotes. */
function plainReason(reason: string, node: Node | null): string {
  const wrong = /^Invalid input: expected (\w+), received (\w+)$/.exec(reason);
  if (wrong === null) return reason;
  const [, expected = "", received = ""] = wrong;
  const isGuessed = expected === "string" && isScalar(node) && ["number", "boolean", "null"].includes(received);
  return isGuessed
    ? `must be text; put it in quotes`
    : `must be ${KINDS[expected] ?? expected}, not ${KINDS[received] ?? received}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings",
  record: "a group of settings",
  null: "empty",
  undefined: "left out",
};
