import { randomUUID } from "node:crypto";
import { HTTPError, type REST } from "discord.js";
import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import { z } from "zod";
import { codeOf, repeating } from "./repeating.ts";
import type { Responder } from "./responder.ts";
import { settleWithin } from "./settle-within.ts";
import { upload, wireRequest } from "./wire-request.ts";

const ATTEMPT_MS = 1_200;

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
        rest.patch(Routes.webhookMessage(applicationId, token), { ...wireRequest(message), auth: false }),
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
      const send = () => rest.post(Routes.webhook(applicationId, token), { ...wireRequest(message), auth: false });
      return messageSchema.parse(await repeating(send, (error) => error instanceof HTTPError)).id;
    },
    async editMessage(channelId, messageId, message) {
      await repeating(() => rest.patch(Routes.channelMessage(channelId, messageId), wireRequest(message)));
    },
    async directMessage(userId, message) {
      const channel = (await repeating(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } }))) as {
        id: string;
      };
      const once = wireRequest(message, randomUUID().slice(0, 25));
      await repeating(() => rest.post(Routes.channelMessages(channel.id), once));
    },
  };
}

/** An answer that is not there in time is tried again; aborting it instead would cost more than letting it run out. */
async function inTime(sent: Promise<unknown>): Promise<unknown> {
  const result = await settleWithin(sent, ATTEMPT_MS);
  if (result === "late") throw new Error(`Discord did not answer within ${ATTEMPT_MS} ms`);
  return result;
}
