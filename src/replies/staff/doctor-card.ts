import type { MessageBody } from "#src/discord/reply.ts";
import type { StorageHealth } from "#src/storage/storage.ts";
import { buildCard } from "../card.ts";

/** What was checked, each with what to do. */
export function doctorCard(storage: StorageHealth): MessageBody {
  const text =
    storage.kind === "ready" ? "✅ **Storage**: settings can be read and saved." : `❌ **Storage**: ${storage.problem}`;
  return buildCard({ level: 0, parts: [{ text: "## Doctor" }, { text }] });
}
