import { fileURLToPath } from "node:url";
import { loadContent } from "#src/load-content.ts";
import type { Content } from "#src/services.ts";

let content: Content | null = null;

/** The content that Spotter is shipped with, read once for all tests of a process: each reading takes a second. */
export function shippedContent(): Content {
  content ??= loadContent(fileURLToPath(new URL("../knowledge", import.meta.url)));
  return content;
}
