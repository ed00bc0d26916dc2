import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, HTTPError, type REST } from "discord.js";
import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { ReplyFile } from "./reply.ts";
import { InteractionGone, type Responder, type WireMessage } from "./responder.ts";
import { settleWithin } from "./settle-within.ts";

const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
];
const ATTEMPT_MS = 1_200;
const LAST_RETRY_MS = 1_400;
const PAUSES_MS = [100, 300, 600];

type Rest = Pick<REST, "get" | "post" | "patch" | "delete">;

const messageSchema = z.looseObject({ id: z.string() });

/** Answers through Discord's REST interface; made for a `rest` that does not repeat by itself. */
export function createRestResponder(rest: Rest): Responder {
  return {
    async callback({ id, token }, response, files) {
      const request = { body: response, files: files.map(upload), auth: false };
      await repeating((isRepeated) => {
        const sent = rest.post(Routes.interactionCallback(id, token), request);
        return inTime(sent).catch((error: unknown) => {
          // The first try had arrived after all.
          if (isRepeated && codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return;
          throw error;
        });
      });
    },
    async findOriginal({ applicationId, token }) {
      const found = await repeating(() => rest.get(Routes.webhookMessage(applicationId, token), { auth: false }));
      return messageSchema.parse(found).id;
    },
    async editOriginal({ applicationId, token }, message) {
      await repeating(() =>
        rest.patch(Routes.webhookMessage(applicationId, token), { ...request(message), auth: false }),
      );
    },
    async deleteOriginal({ applicationId, token }) {
      await repeating(() => rest.delete(Routes.webhookMessage(applicationId, token), { auth: false })).catch(
        (error: unknown) => {
          // Somebody else removed it: what was wanted is so.
          if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
        },
      );
    },
    async followUp({ applicationId, token }, message) {
      // A repeated follow-up might be shown twice: only after an answer that says it failed.
      const send = () => rest.post(Routes.webhook(applicationId, token), { ...request(message), auth: false });
      await repeating(send, (error) => error instanceof HTTPError);
    },
    async editMessage(channelId, messageId, message) {
      await repeating(() => rest.patch(Routes.channelMessage(channelId, messageId), request(message)));
    },
    async directMessage(userId, message) {
      const channel = (await repeating(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } }))) as {
        id: string;
      };
      const { body, files } = request(message);
      // With its nonce Discord takes a repeated message as the same one.
      const once = { body: { ...body, nonce: randomUUID().slice(0, 25), enforce_nonce: true }, files };
      await repeating(() => rest.post(Routes.channelMessages(channel.id), once));
    },
  };
}

/** Repeats what failed on Discord's side or on the way, with pauses, while it may still be in time. */
async function repeating<Result>(
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

/** An answer that is not there in time is tried again; aborting it instead would cost more than letting it run out. */
async function inTime(sent: Promise<unknown>): Promise<unknown> {
  const result = await settleWithin(sent, ATTEMPT_MS);
  if (result === "late") throw new Error(`Discord did not answer within ${ATTEMPT_MS} ms`);
  return result;
}

/** Discord's own failures (5xx) and a broken connection may pass; a refusal does not. */
function isPassing(error: unknown): boolean {
  return error instanceof HTTPError || !(error instanceof DiscordAPIError);
}

function codeOf(error: unknown): string | number | null {
  return error instanceof DiscordAPIError ? error.code : null;
}

function request({ payload, files }: WireMessage) {
  return { body: payload, files: files.map(upload) };
}

function upload({ name, data }: ReplyFile) {
  return { name, data: Buffer.from(data) };
}
