import { UserError } from "#src/errors.ts";
import type { Upload } from "./request.ts";

/** Reads the files that people put into forms. */
export type UploadReader = {
  /**
   * The text of an uploaded file.
   *
   * @throws UserError when it is too large, no text, not where Discord keeps files, or does not come in time.
   */
  readText(upload: Upload, mostBytes: number): Promise<string>;
};

type Options = {
  /** The only places that files are read from: scheme, host and port. */
  readonly origins: readonly string[];
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 2_000;
const UNREACHABLE = "I could not read that file from Discord just now. Nothing was changed; please try again.";

/** Creates the reader; it follows no redirects, and stops as soon as a file is larger than it said. */
export function createUploadReader({ origins, timeoutMs = TIMEOUT_MS }: Options): UploadReader {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  return {
    async readText({ url, size }, mostBytes) {
      if (!URL.canParse(url) || !allowed.has(new URL(url).origin)) {
        throw new UserError("That file is not where Discord keeps files, so I did not read it. Nothing was changed.");
      }
      if (size > mostBytes) throw tooLarge(mostBytes);
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { redirect: "error", signal }).catch(unreachable);
      if (!response.ok || response.body === null) return unreachable();
      const data = await readAtMost(response.body, mostBytes);
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(data);
      } catch {
        throw new UserError("That file is no text. Nothing was changed; please choose the file that I gave you.");
      }
    },
  };
}

async function readAtMost(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    return unreachable();
  }
  return Buffer.concat(chunks);
}

function tooLarge(mostBytes: number): UserError {
  const most = Math.floor(mostBytes / 1024);
  return new UserError(`That file is larger than ${most} KiB, the most that I read here. Nothing was changed.`);
}

function unreachable(): never {
  throw new UserError(UNREACHABLE);
}
