import type { MessageBody } from "#src/discord/reply.ts";
import type { Change } from "#src/storage/settings-changes.ts";
import { button } from "../button.ts";
import { buildCard } from "../card.ts";
import { bullets } from "./meanwhile.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** What was just done to the settings, and where it can be undone. */
export function doneCard(title: string, changes: readonly Change[], names: SettingNames): MessageBody {
  return buildCard({
    level: 0,
    parts: [
      { text: `## ${title}` },
      ...noticeParts(bullets(changes, names)),
      { text: "-# It stands in the history, and can be undone there." },
      { row: [button({ label: "History" }, staffId("history"))] },
    ],
  });
}
