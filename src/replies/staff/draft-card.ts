import type { MessageBody } from "#src/discord/reply.ts";
import { button } from "../button.ts";
import { buildCard } from "../card.ts";
import { type DraftView, draftParts } from "./draft-parts.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** What came of publishing or discarding, and the draft as it stands now. */
export function draftCard(title: string, lines: readonly string[], shown: DraftView, names: SettingNames): MessageBody {
  return buildCard({
    level: 0,
    parts: [
      { text: `## ${title}` },
      ...noticeParts(lines),
      ...draftParts(shown, names),
      { row: [button({ label: "Back to the panel" }, staffId("panel"))] },
    ],
  });
}

/** Asks once more before a draft is thrown away. */
export function discardCard(state: string): MessageBody {
  return buildCard({
    level: 0,
    parts: [
      { text: "## Throw the draft away?\nIts wording goes for good. What members see stays as it is." },
      {
        row: [
          button({ label: "Throw it away", look: "red" }, staffId("draft-discard-sure", state)),
          button({ label: "Keep it" }, staffId("wording")),
        ],
      },
    ],
  });
}
