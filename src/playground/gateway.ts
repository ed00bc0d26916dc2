import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { EventStream } from "./event-stream.ts";
import type { FaultSwitches } from "./faults.ts";
import { guildCreate, ready } from "./gateway-greeting.ts";
import { createGatewaySession, type GatewaySession, opcode } from "./gateway-session.ts";
import type { Json } from "./wire.ts";

const HEARTBEAT_MS = 41_250;
const GUILDS_INTENT = 1;

/** The gateway as the rest of the local Discord sees it. */
export type Gateway = {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an event to whoever is logged in, or keeps it for a session that may resume. */
  dispatch(type: string, data: unknown): void;
  isConnected(): boolean;
  /** Cuts the connection without a goodbye, as a lost network does. */
  dropSocket(): void;
  /** Asks the bot to reconnect and resume (op 7). */
  askToReconnect(): void;
  /** Ends the session (op 9). */
  invalidateSession(isResumable?: boolean): void;
  /** Closes the connection with one of Discord's codes. */
  closeWith(code: number): void;
  stop(): void;
};

export function createGateway(options: {
  token: string;
  url: () => string;
  events: EventStream;
  faults: FaultSwitches;
}): Gateway {
  const { token, events, faults } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const sessions = new Map<string, GatewaySession>();
  const sessionOf = (socket: WebSocket) => [...sessions.values()].find((session) => session.usesSocket(socket));
  const send = (socket: WebSocket, op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));

  function identify(socket: WebSocket, data: Json) {
    if (data.token !== token) return socket.close(4004, "Authentication failed.");
    if (faults.takeIdentifyRefusal()) return send(socket, opcode.invalidSession, false);
    // A bot that starts anew has given up the sessions it lost.
    for (const session of sessions.values()) if (!session.isConnected()) sessions.delete(session.id);
    const session = createGatewaySession(randomUUID().replaceAll("-", ""), socket);
    sessions.set(session.id, session);
    session.dispatch("READY", ready(session.id, options.url(), data.shard));
    if (Number(data.intents) & GUILDS_INTENT) session.dispatch("GUILD_CREATE", guildCreate());
    events.emit({ kind: "bot-connected" });
  }

  function resume(socket: WebSocket, data: Json) {
    if (data.token !== token) return socket.close(4004, "Authentication failed.");
    const session = sessions.get(String(data.session_id));
    if (session === undefined) return send(socket, opcode.invalidSession, false);
    session.attach(socket);
    session.replay(Number(data.seq));
    session.dispatch("RESUMED", { _trace: [] });
    events.emit({ kind: "bot-connected" });
  }

  function receive(socket: WebSocket, text: string) {
    const frame = parseFrame(text);
    if (frame === null) return socket.close(4002, "Error while decoding payload.");
    const data = (frame.d ?? {}) as Json;
    switch (frame.op) {
      case opcode.heartbeat:
        if (!faults.isDeaf()) send(socket, opcode.heartbeatAck, null);
        return;
      case opcode.identify:
        return sessionOf(socket) ? socket.close(4005, "Already authenticated.") : identify(socket, data);
      case opcode.resume:
        return resume(socket, data);
      case opcode.presence:
      case opcode.voiceState:
      case opcode.requestMembers:
        if (!sessionOf(socket)) socket.close(4003, "Not authenticated.");
        return;
      default:
        return socket.close(4001, "Unknown opcode.");
    }
  }

  server.on("connection", (socket) => {
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => receive(socket, String(data)));
    socket.on("close", (code) => {
      const session = sessionOf(socket);
      if (session === undefined) return;
      session.detach();
      // Only a normal goodbye ends the session; anything else may be resumed.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      events.emit({ kind: "bot-disconnected" });
    });
    send(socket, opcode.hello, { heartbeat_interval: HEARTBEAT_MS });
  });

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (accepted) => server.emit("connection", accepted, request));
    },
    dispatch(type, data) {
      const times = type === "INTERACTION_CREATE" && faults.takeDuplicate() ? 2 : 1;
      for (const session of sessions.values()) session.dispatch(type, data, times);
    },
    isConnected: () => [...sessions.values()].some((session) => session.isConnected()),
    dropSocket() {
      for (const socket of server.clients) socket.terminate();
    },
    askToReconnect() {
      for (const socket of server.clients) send(socket, opcode.reconnect, null);
    },
    invalidateSession(isResumable = false) {
      if (!isResumable) sessions.clear();
      for (const socket of server.clients) send(socket, opcode.invalidSession, isResumable);
    },
    closeWith(code) {
      for (const socket of server.clients) socket.close(code);
    },
    stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parseFrame(text: string): { op: unknown; d: unknown } | null {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === "object" && frame !== null && "op" in frame ? { op: frame.op, d: (frame as Json).d } : null;
  } catch {
    return null;
  }
}
