import type { MessageBody } from "#src/discord/reply.ts";
import { buildCard } from "./card.ts";

/** A card of one sentence. */
export function noticeCard(text: string): MessageBody {
  return buildCard({ level: 0, parts: [{ text }] });
}
