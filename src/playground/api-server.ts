import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError } from "./api-error.ts";
import type { ApiTools, Route } from "./api-route.ts";
import { apiRoutes } from "./api-routes.ts";
import type { FaultSwitches, RequestFault } from "./faults.ts";
import { readRequestBody } from "./request-body.ts";

/** One request of the bot with what it was answered; files hold their bytes. */
export type RecordedRequest = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly contentType: string; readonly data: Buffer }[];
  readonly at: number;
  status: number | null;
  response: unknown;
};

type Options = {
  token: string;
  newId: () => string;
  tools: ApiTools;
  faults: FaultSwitches;
  record: (request: RecordedRequest) => void;
  /** Called when a recorded request has been answered. */
  answered: (request: RecordedRequest) => void;
};

const PREFIX = "/api/v10";

/** Answers the bot's REST requests as Discord does. */
export function createApiServer({ token, newId, tools, faults, record, answered }: Options) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const path = url.pathname.slice(PREFIX.length);
    const method = request.method ?? "GET";
    const entry: RecordedRequest = {
      id: newId(),
      method,
      path,
      query: url.search,
      body: undefined,
      files: [],
      at: Date.now(),
      status: null,
      response: undefined,
    };
    try {
      const body = await readRequestBody(request);
      Object.assign(entry, { body: body.json, files: body.files });
      record(entry);
      const found = url.pathname.startsWith(`${PREFIX}/`) ? findRoute(method, path) : null;
      if (found === null) throw new ApiError(404, 0, "404: Not Found");
      const fault = faults.takeRequestFault(found.route.target ?? "command");
      if (fault?.kind === "silent") return;
      if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      else if (fault) return sendFault(response, fault, entry, answered);
      if (found.route.needsToken && request.headers.authorization !== `Bot ${token}`) {
        throw new ApiError(401, 0, "401: Unauthorized");
      }
      const result = found.route.handle({ parts: found.parts, query: url.searchParams, body }, tools);
      send(response, result === null ? 204 : 200, result, entry);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message, errors } = error;
      send(response, error.status, { message, code, ...(errors === undefined ? {} : { errors }) }, entry);
    }
    answered(entry);
  };
}

function findRoute(method: string, path: string): { route: Route; parts: string[] } | null {
  const given = path.split("/").map(decodePart);
  for (const route of apiRoutes) {
    const wanted = route.pattern.split("/");
    if (route.method !== method || wanted.length !== given.length) continue;
    const parts: string[] = [];
    const isMatch = wanted.every((part, index) => {
      if (part !== ":") return part === given[index];
      parts.push(given[index] ?? "");
      return true;
    });
    if (isMatch) return { route, parts };
  }
  return null;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function send(response: ServerResponse, status: number, body: unknown, entry: RecordedRequest): void {
  entry.status = status;
  entry.response = body ?? undefined;
  // A 204 with a content type makes discord.js read an empty body as JSON.
  if (status === 204) response.writeHead(204).end();
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function sendFault(
  response: ServerResponse,
  fault: Exclude<RequestFault, { kind: "silent" | "slow" }>,
  entry: RecordedRequest,
  answered: (request: RecordedRequest) => void,
): void {
  if (fault.kind === "rate-limited") {
    response.setHeader("Retry-After", String(fault.retryAfterSeconds));
    response.setHeader("X-RateLimit-Scope", "user");
    const body = { message: "You are being rate limited.", retry_after: fault.retryAfterSeconds, global: false };
    send(response, 429, body, entry);
  } else if (fault.kind === "refused") {
    send(response, fault.status, { message: fault.message, code: fault.code }, entry);
  } else {
    send(response, fault.status, { message: `${fault.status}: Server Error`, code: 0 }, entry);
  }
  answered(entry);
}
