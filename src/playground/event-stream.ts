import type { CommandChoice, Form, Message } from "./wire.ts";

/** What happens in the local Discord; `audience` is the one person who may see it, or null for everyone there. */
export type PlaygroundEvent =
  | {
      readonly kind: "message-created" | "message-updated";
      readonly message: Message;
      readonly audience: string | null;
    }
  | { readonly kind: "message-deleted"; readonly channelId: string; readonly messageId: string }
  | { readonly kind: "interaction-sent"; readonly interactionId: string; readonly userId: string }
  | {
      readonly kind: "interaction-answered";
      readonly interactionId: string;
      readonly userId: string;
      readonly type: number;
    }
  | { readonly kind: "interaction-failed"; readonly interactionId: string; readonly userId: string }
  | { readonly kind: "form-opened"; readonly interactionId: string; readonly userId: string; readonly form: Form }
  | {
      readonly kind: "choices";
      readonly interactionId: string;
      readonly userId: string;
      readonly choices: readonly CommandChoice[];
    }
  | { readonly kind: "direct-messages-switched"; readonly userId: string }
  /** The bot got its answer; `interactionId` is null for a request of its own accord. */
  | { readonly kind: "request-answered"; readonly requestId: string; readonly interactionId: string | null }
  | { readonly kind: "commands-changed" | "bot-connected" | "bot-disconnected" };

export type EventStream = {
  /** Calls the listener for every event from now on; the returned function ends that. */
  subscribe(listener: (event: PlaygroundEvent) => void): () => void;
  emit(event: PlaygroundEvent): void;
  /**
   * Waits until `find` gives something other than undefined, looking again after each event; its errors end the wait.
   *
   * @throws Error naming `what` when that takes longer than `timeoutMs`.
   */
  until<T>(find: () => T | undefined, what: string, timeoutMs?: number): Promise<T>;
};

const DEFAULT_TIMEOUT_MS = 5_000;

export function createEventStream(): EventStream {
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  const subscribe = (listener: (event: PlaygroundEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    subscribe,
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    until<T>(find: () => T | undefined, what: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<T> {
      return new Promise((resolve, reject) => {
        const present = find();
        if (present !== undefined) return resolve(present);
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`${what} did not come within ${timeoutMs} ms`));
        }, timeoutMs);
        const stop = subscribe(() => {
          let found: T | undefined;
          try {
            found = find();
            if (found === undefined) return;
            resolve(found);
          } catch (error) {
            reject(error);
          }
          clearTimeout(timer);
          stop();
        });
      });
    },
  };
}
