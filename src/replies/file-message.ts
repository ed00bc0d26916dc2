import type { MessageBody } from "#src/discord/reply.ts";
import { buildCard } from "./card.ts";

/** A message with a text file to keep. */
export function fileMessage(text: string, file: { readonly name: string; readonly text: string }): MessageBody {
  const data = new TextEncoder().encode(file.text);
  return buildCard({ level: 0, parts: [{ text }, { file: { name: file.name, data } }] });
}
