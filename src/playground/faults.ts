/** What can go wrong with one request: an HTTP status, a code of Discord's, no answer at all, or only delay. */
export type RequestFault =
  | { readonly kind: "rate-limited"; readonly retryAfterSeconds: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "refused"; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: "silent" }
  | { readonly kind: "slow"; readonly delayMs: number };

/** Which requests a fault meets; `direct-message` is the opening of one. */
export type FaultTarget = "callback" | "webhook" | "command" | "direct-message" | "any";

/** Switches that make the local Discord misbehave, for tests. */
export type Faults = {
  /** Lets the next requests of a kind go wrong. */
  failNext(target: FaultTarget, fault: RequestFault, times?: number): void;
  /** Delivers the next interactions twice. */
  duplicateNext(times?: number): void;
  /** Answers the next IDENTIFYs with an invalid session. */
  refuseIdentify(times: number): void;
  /** Stops or starts acknowledging heartbeats. */
  setDeaf(isDeaf: boolean): void;
  clear(): void;
};

/** The same switches as the rest of the local Discord reads them. */
export type FaultSwitches = Faults & {
  takeRequestFault(target: FaultTarget): RequestFault | null;
  takeDuplicate(): boolean;
  takeIdentifyRefusal(): boolean;
  isDeaf(): boolean;
};

export function createFaults(): FaultSwitches {
  let queue: { target: FaultTarget; fault: RequestFault }[] = [];
  let duplicates = 0;
  let refusals = 0;
  let deaf = false;
  return {
    failNext(target, fault, times = 1) {
      for (let n = 0; n < times; n += 1) queue.push({ target, fault });
    },
    duplicateNext(times = 1) {
      duplicates += times;
    },
    refuseIdentify(times) {
      refusals += times;
    },
    setDeaf(isDeaf) {
      deaf = isDeaf;
    },
    clear() {
      queue = [];
      duplicates = 0;
      refusals = 0;
      deaf = false;
    },
    takeRequestFault(target) {
      const index = queue.findIndex((entry) => entry.target === target || entry.target === "any");
      return index === -1 ? null : (queue.splice(index, 1)[0]?.fault ?? null);
    },
    takeDuplicate: () => duplicates > 0 && duplicates-- > 0,
    takeIdentifyRefusal: () => refusals > 0 && refusals-- > 0,
    isDeaf: () => deaf,
  };
}
