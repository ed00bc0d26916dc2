import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error.ts";
import type { Upload } from "./upload.ts";

const MAX_BYTES = 26 * 1024 * 1024;

export type RequestBody = { readonly json: unknown; readonly files: readonly Upload[] };

/**
 * Reads a request's body, JSON or multipart.
 *
 * @throws ApiError when it is too large or not what its content type says.
 */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const raw = await readBytes(request);
  if (raw.length === 0) return { json: undefined, files: [] };
  const contentType = request.headers["content-type"] ?? "";
  if (!contentType.startsWith("multipart/form-data")) return { json: parseJson(raw.toString("utf8")), files: [] };

  const form = await new Response(raw, { headers: { "content-type": contentType } }).formData().catch(() => {
    throw new ApiError(400, 50109, "The request body contains invalid multipart data.");
  });
  const files: Upload[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const data = Buffer.from(await value.arrayBuffer());
    files.push({ index: Number(index), name: value.name, contentType: value.type, data });
  }
  const payload = form.get("payload_json");
  return { json: typeof payload === "string" ? parseJson(payload) : Object.fromEntries(form), files };
}

async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new ApiError(413, 40005, "Request entity too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, "The request body contains invalid JSON.");
  }
}
