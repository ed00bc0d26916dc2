import type { MessageBody } from "#src/discord/reply.ts";
import { buildCard } from "../card.ts";
import type { WrittenEntry } from "./entry-form.ts";

/** Why an entry was not saved, and all that was written, to be copied into the form again. */
export function unsavedEntry(reason: string, { title, text, aliases, url }: WrittenEntry): MessageBody {
  const rest = [aliases.join(", "), url ?? ""].filter((part) => part !== "");
  return buildCard({
    level: 0,
    parts: [
      { text: reason },
      { text: "What you wrote, to copy into the form again:" },
      { text: block([title, text, ...rest].join("\n")) },
    ],
  });
}

/** Whatever stands in a block is shown as it is, and cannot end it. */
function block(text: string): string {
  return `\`\`\`\n${text.replaceAll("```", "'''")}\n\`\`\``;
}
