import type { OwnWording } from "#src/storage/guild-settings.ts";
import type { Draft } from "#src/storage/guild-settings-store.ts";
import { findChanges } from "#src/storage/settings-changes.ts";
import { button } from "../button.ts";
import type { CardPart } from "../card.ts";
import { dayMark } from "../recheck-day.ts";
import { bullets, whoWhen } from "./meanwhile.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** The draft beside what is in force. */
export type DraftView = {
  /** Null where there is none. */
  readonly draft: Draft | null;
  /** The revision of the settings in force. */
  readonly revision: number;
  readonly inForce: OwnWording;
  /** What would be in force if the draft were published now; the same without a draft. */
  readonly ifPublished: OwnWording;
};

const MOST_CHANGES = 6;

/** The state of the draft for a card: who, when, until when, what would change, and what can be done with it; `here` needs no way there. */
export function draftParts(
  { draft, revision, inForce, ifPublished }: DraftView,
  names: SettingNames,
  here: "wording" | "preview" | null = null,
): CardPart[] {
  const ways = [
    ...(here === "preview" ? [] : [button({ label: "Preview" }, staffId("preview"))]),
    ...(here === "wording" ? [] : [button({ label: "Wording" }, staffId("wording"))]),
  ];
  if (draft === null) {
    const text =
      "**No draft.** Members see the wording in force. New wording goes into a draft until somebody publishes it.";
    return [{ text }, { row: ways }];
  }
  const changes = findChanges({ wording: inForce }, { wording: ifPublished });
  const lines =
    changes.length === 0 ? ["- nothing that is not in force already"] : bullets(changes, names, MOST_CHANGES);
  const state = `${revision}.${draft.revision}`;
  return [
    { text: `**Draft**, which members do not see. ${whoWhen(draft)}\n${lines.join("\n")}` },
    { text: `-# Kept until ${dayMark(draft.expiresAt)}.` },
    {
      row: [
        button({ label: "Publish", look: "blue" }, staffId("draft-publish", state)),
        button({ label: "Discard", look: "red" }, staffId("draft-discard", state)),
        ...ways,
      ],
    },
  ];
}

/** Reads which versions a button was shown beside; anything else counts as older than all. */
export function readDraftState(state: string): { readonly revision: number; readonly draftRevision: number } {
  const [revision = -1, draftRevision = -1] = state.split(".").map((part) => Number(part || -1));
  return { revision, draftRevision };
}
