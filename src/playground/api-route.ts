import type { CommandRegistry } from "./command-registry.ts";
import type { DirectMessages } from "./direct-messages.ts";
import type { EventStream } from "./event-stream.ts";
import type { FaultTarget } from "./faults.ts";
import type { InteractionDesk } from "./interaction-desk.ts";
import type { MessageBoard, MessageInput } from "./message-board.ts";
import type { RequestBody } from "./request-body.ts";
import type { Json } from "./wire.ts";

/** What the routes work with. */
export type ApiTools = {
  readonly board: MessageBoard;
  readonly desk: InteractionDesk;
  readonly registry: CommandRegistry;
  readonly events: EventStream;
  readonly directMessages: DirectMessages;
  readonly gatewayUrl: () => string;
};

export type RouteRequest = {
  /** What stood in the pattern's places, in order. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: RequestBody;
};

/** One route: `:` stands for any one part of the path. A null result is an empty 204. */
export type Route = {
  readonly method: string;
  readonly pattern: string;
  /** False for the routes whose address holds a token of its own. */
  readonly needsToken: boolean;
  readonly target?: FaultTarget;
  handle(request: RouteRequest, tools: ApiTools): unknown;
};

/** A route whose address holds a token of its own. */
export function open(method: string, pattern: string, target: FaultTarget, handle: Route["handle"]): Route {
  return { method, pattern, needsToken: false, target, handle };
}

/** A route that needs the bot's token. */
export function guarded(method: string, pattern: string, handle: Route["handle"], target?: FaultTarget): Route {
  return { method, pattern, needsToken: true, handle, ...(target === undefined ? {} : { target }) };
}

/** The JSON of a request; an empty object when it has none. */
export function json({ body }: RouteRequest): Json {
  return (body.json ?? {}) as Json;
}

export function input(request: RouteRequest): MessageInput {
  return { json: json(request), files: request.body.files };
}

/** What stood in one of the pattern's places. */
export function part(request: RouteRequest, index: number): string {
  return request.parts[index] ?? "";
}
