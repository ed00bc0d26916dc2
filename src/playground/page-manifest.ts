import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

export type PageFile = { readonly contentType: string; readonly body: Buffer | string };

const folder = new URL("./page/", import.meta.url);
const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Lists the files of the page by the exact address each is served at. A request is looked up here and never
 * becomes a path, so there is nothing to climb out of.
 */
export function readPageManifest(values: Readonly<Record<string, string>>): (address: string) => PageFile | null {
  const names = readdirSync(folder).filter((name) => kinds[extensionOf(name)] !== undefined);
  const byAddress = new Map(names.map((name) => [name === "index.html" ? "/" : `/page/${name}`, name]));
  const ready = new Map<string, PageFile>();
  return (address) => {
    const name = byAddress.get(address);
    if (name === undefined) return null;
    const file = ready.get(name) ?? readPageFile(name, values);
    ready.set(name, file);
    return file;
  };
}

function readPageFile(name: string, values: Readonly<Record<string, string>>): PageFile {
  const text = readFileSync(new URL(name, folder), "utf8");
  const contentType = kinds[extensionOf(name)] ?? "application/octet-stream";
  if (name.endsWith(".ts")) return { contentType, body: stripQuietly(text) };
  if (name.endsWith(".html"))
    return { contentType, body: text.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? "") };
  return { contentType, body: text };
}

/** Strips types without Node's warning that the function is new; the project pins the Node it is tested with. */
function stripQuietly(source: string): string {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf("."));
}
