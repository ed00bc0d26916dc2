import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, HTTPError } from "discord.js";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { InteractionGone } from "./responder.ts";

const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
];
const LAST_RETRY_MS = 1_400;
const PAUSES_MS = [100, 300, 600];

/** Repeats what failed on Discord's side or on the way, with pauses, while it may still be in time. */
export async function repeating<Result>(
  attempt: (isRepeated: boolean) => Promise<Result>,
  mayRepeat: (error: unknown) => boolean = isPassing,
): Promise<Result> {
  const startedAt = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(tries > 0);
    } catch (error) {
      const code = codeOf(error);
      if (code !== null && GONE.includes(code)) throw new InteractionGone(Number(code));
      const pause = PAUSES_MS[tries];
      const isTooLate = performance.now() - startedAt + (pause ?? 0) > LAST_RETRY_MS;
      if (pause === undefined || isTooLate || !mayRepeat(error)) throw error;
      await sleep(pause);
    }
  }
}

/** Discord's own failures (5xx) and a broken connection may pass; a refusal does not. */
function isPassing(error: unknown): boolean {
  return error instanceof HTTPError || !(error instanceof DiscordAPIError);
}

/** The code that Discord refused with; null where it was no refusal. */
export function codeOf(error: unknown): string | number | null {
  return error instanceof DiscordAPIError ? error.code : null;
}
