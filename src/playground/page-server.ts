import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readPageManifest } from "./page-manifest.ts";
import { readRequestBody } from "./request-body.ts";

const HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** What stands behind the page's own addresses. */
export type PageBackend = {
  /** Carries out an action and says how it went; throws an Error whose message may be shown. */
  act(action: unknown): Promise<unknown>;
  /** Opens the stream of what a person sees. */
  openStream(response: ServerResponse, person: string): void;
  /** Everything about one exchange, or null for one long gone. */
  report(exchangeId: string): Promise<unknown>;
};

/**
 * Serves the page and its own small interface; whatever else is asked for does not exist.
 *
 * Everything but the page itself needs the key that stands in the page: another site can neither read it
 * (see `isLocalRequest`) nor guess it.
 */
export function createPageServer(backend: PageBackend) {
  const key = randomBytes(18).toString("base64url");
  const manifest = readPageManifest({ key });
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.end();
      sendJson(response, 400, { message: error instanceof Error ? error.message : "That did not work." });
    });
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "POST" && url.pathname === "/act") return act(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return sendNothing(response, 405);
    if (url.pathname === "/events" || url.pathname === "/report") {
      if (url.searchParams.get("key") !== key) return sendNothing(response, 403);
      if (url.pathname === "/events") return backend.openStream(response, url.searchParams.get("as") ?? "");
      return sendJson(response, 200, await backend.report(url.searchParams.get("id") ?? ""));
    }
    // The address as it came, not as URL reads it: nothing is decoded or normalised on the way.
    const file = manifest((request.url ?? "/").split("?")[0] ?? "/");
    if (file === null) return sendNothing(response, 404);
    response.writeHead(200, { "content-type": file.contentType }).end(file.body);
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isOwnPage = request.headers.origin === `http://${request.headers.host}` && request.headers["x-key"] === key;
    if (!isOwnPage || request.headers["content-type"] !== "application/json") return sendNothing(response, 403);
    const { json } = await readRequestBody(request);
    sendJson(response, 200, await backend.act(json));
  }
}

function sendNothing(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
