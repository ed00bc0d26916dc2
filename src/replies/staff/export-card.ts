import type { MessageBody } from "#src/discord/reply.ts";
import { fileMessage } from "../file-message.ts";

/** The settings as a file to keep. */
export function exportCard(text: string, { revision, draft }: { revision: number; draft: boolean }): MessageBody {
  const lines = [
    "## The settings of this server",
    revision === 0 ? "Nothing was changed yet, so these are the defaults." : `As they are after change ${revision}.`,
    "**/spotter import** brings them back, here or on another server.",
    ...(draft ? ["-# The draft is not in it: publish it first if you want it there."] : []),
  ];
  return fileMessage(lines.join("\n"), { name: "spotter-settings.yaml", text });
}
