import type { WebSocket } from "ws";

export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

type Frame = { op: number; d: unknown; s: number | null; t: string | null };

/** One logged-in connection; it outlives its socket so that what was missed can be sent again. */
export type GatewaySession = {
  readonly id: string;
  /** True while a socket is connected. */
  isConnected(): boolean;
  usesSocket(socket: WebSocket): boolean;
  attach(socket: WebSocket): void;
  detach(): void;
  dispatch(type: string, data: unknown, times?: number): void;
  /** Sends again what came after `sequence`. */
  replay(sequence: number): void;
};

const KEPT_FRAMES = 1_000;

export function createGatewaySession(id: string, first: WebSocket): GatewaySession {
  let socket: WebSocket | null = first;
  let sequence = 0;
  const missed: Frame[] = [];
  return {
    id,
    isConnected: () => socket !== null,
    usesSocket: (candidate) => socket === candidate,
    attach(next) {
      socket = next;
    },
    detach() {
      socket = null;
    },
    dispatch(type, data, times = 1) {
      for (let n = 0; n < times; n += 1) {
        sequence += 1;
        const frame: Frame = { op: opcode.dispatch, d: data, s: sequence, t: type };
        missed.push(frame);
        if (missed.length > KEPT_FRAMES) missed.shift();
        socket?.send(JSON.stringify(frame));
      }
    },
    replay(from) {
      for (const frame of missed) if ((frame.s ?? 0) > from) socket?.send(JSON.stringify(frame));
    },
  };
}
