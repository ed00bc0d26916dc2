import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import type { Complaints } from "./complaints.ts";

// Far above any real file; keeps a hostile or mistaken file from costing seconds to parse.
const MOST_CHARACTERS = 64 * 1024;
const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A Markdown file's checked front matter and the text below it. */
export type MarkdownContent<Front> = { readonly front: Front; readonly body: string };

/** Reads a YAML file that must fit the schema; notes each misfit with its field and returns null. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  complaints: Complaints,
): z.output<Schema> | null {
  const text = readText(file, complaints);
  return text === null ? null : parseYaml({ file, text, linesBefore: 0 }, schema, complaints);
}

/** Reads a Markdown file with YAML front matter between two "---" lines, checked like readYaml. */
export function readMarkdown<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  complaints: Complaints,
): MarkdownContent<z.output<Schema>> | null {
  const text = readText(file, complaints);
  if (text === null) return null;
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (parts === null) {
    complaints.add(file, "front matter", 'must stand at the top, between two lines of "---"');
    return null;
  }
  const front = parseYaml({ file, text: parts[1] ?? "", linesBefore: 1 }, schema, complaints);
  return front === null ? null : { front, body: (parts[2] ?? "").trim() };
}

/**
 * Lists a folder's content files in alphabetical order, as id (the file name without its ending) and path.
 *
 * A file that would be silently skipped, such as "note.yml", is complained about instead.
 */
export function listContent(
  folder: string,
  ending: ".md" | ".yaml",
  complaints: Complaints,
): { readonly id: string; readonly file: string }[] {
  const found: { id: string; file: string }[] = [];
  for (const name of namesIn(folder, complaints)) {
    const file = join(folder, name);
    const id = basename(name, ending);
    if (extname(name) !== ending) complaints.add(file, "file name", `must end in ${ending}`);
    else if (!FILE_NAME.test(id)) complaints.add(file, "file name", "must be lower-case words joined by hyphens");
    else found.push({ id, file });
  }
  return found;
}

function namesIn(folder: string, complaints: Complaints): string[] {
  try {
    // Dot files belong to the operating system or an editor, never to the content.
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    complaints.add(folder, "folder", `cannot be read (${reason(error)})`);
    return [];
  }
}

function readText(file: string, complaints: Complaints): string | null {
  try {
    const text = readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
    if (text.length <= MOST_CHARACTERS) return text;
    complaints.add(file, "file", `is longer than ${MOST_CHARACTERS} characters`);
  } catch (error) {
    complaints.add(file, "file", `cannot be read (${reason(error)})`);
  }
  return null;
}

function parseYaml<Schema extends z.ZodType>(
  source: { readonly file: string; readonly text: string; readonly linesBefore: number },
  schema: Schema,
  complaints: Complaints,
): z.output<Schema> | null {
  const document = parseDocument(source.text, { prettyErrors: false });
  // The parser only warns about an unknown tag, and the value would be something else than written.
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    const line = source.text.slice(0, pos[0]).split("\n").length + source.linesBefore;
    complaints.add(source.file, `line ${line}`, message);
  }
  if (document.errors.length + document.warnings.length > 0) return null;
  try {
    const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (checked.success) return checked.data;
    for (const { path, message } of checked.error.issues) {
      complaints.add(source.file, path.length === 0 ? "file" : path.join("."), message);
    }
  } catch (error) {
    complaints.add(source.file, "file", `cannot be read as YAML (${reason(error)})`);
  }
  return null;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
