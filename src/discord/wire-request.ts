import type { ReplyFile } from "./reply.ts";
import type { WireMessage } from "./responder.ts";

/**
 * A message as discord.js sends it.
 *
 * @param once At most 25 characters; with them Discord takes a repeated new message as the same one.
 */
export function wireRequest({ payload, files }: WireMessage, once?: string) {
  const nonce = once === undefined ? {} : { nonce: once, enforce_nonce: true };
  return { body: { ...payload, ...nonce }, files: files.map(upload) };
}

/** A file as discord.js sends it. */
export function upload({ name, data }: ReplyFile) {
  return { name, data: Buffer.from(data) };
}
