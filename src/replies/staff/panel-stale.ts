import type { MessageBody } from "#src/discord/reply.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { bullets, meanwhileLines, type Stale } from "./meanwhile.ts";
import { noticeParts } from "./panel-card.ts";
import { channelSelect } from "./panel-lists.ts";
import { type PanelView, panelId, type Switch } from "./panel-state.ts";
import type { SettingNames } from "./setting-names.ts";

type Late = {
  readonly outcome: Stale;
  /** Whether both changes can stand. */
  readonly isFree: boolean;
  readonly view: PanelView;
  readonly turns: Switch;
  readonly values: readonly string[];
  readonly names: SettingNames;
};

/** What somebody sees whose change came too late: who changed what, and their own, to be put on top where both can stand. */
export function panelStale({ outcome, isFree, view, turns, values, names }: Late): MessageBody {
  const { revision } = outcome.current;
  const isList = turns === "channels" || turns === "differs";
  const value = isList ? null : (values[0] ?? "none");
  const apply = panelId("panel-apply", { ...view, revision, turns, value });
  const say = isFree
    ? "Both can stand:"
    : "That is the same place in the settings. Open the panel as it is now and choose again, if yours is still right:";
  return buildCard({
    level: 0,
    parts: [
      { text: "## Two of you at once" },
      ...noticeParts(meanwhileLines(outcome, names)),
      ...noticeParts([`**Your change is not made.** ${say}`, ...bullets(outcome.yours, names)]),
      // The list travels in the message: a custom id is too short for it.
      ...(isList ? [listPart(values, panelId("panel-list", { ...view, turns }))] : []),
      {
        row: [
          ...(isFree ? [button({ label: "Apply mine on top", look: "blue" }, apply)] : []),
          button(
            { label: "Show the panel as it is" },
            panelId("panel-page", { command: view.command, page: view.page, among: view.among }),
          ),
        ],
      },
    ],
  });
}

function listPart(ids: readonly string[], id: ReturnType<typeof panelId>): CardPart {
  return { row: [{ ...channelSelect(ids, { id, placeholder: "No channel", page: 0 }), disabled: true }] };
}
