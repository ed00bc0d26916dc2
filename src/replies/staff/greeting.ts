import type { MessageBody } from "#src/discord/reply.ts";
import { buildCard } from "../card.ts";

/** The one private line that whoever may manage a server gets at their first use of the bot there. */
export function greeting(): MessageBody {
  const text =
    "You may manage this server: **/spotter panel** sets where and how I answer, **/spotter doctor** checks that all works, and **/privacy** says what I keep. Only you see this, once.";
  return buildCard({ level: 0, parts: [{ text }] });
}
