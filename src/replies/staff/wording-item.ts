import { UserError } from "#src/errors.ts";
import { fingerprint } from "../fingerprint.ts";

/** What a server can word. */
export const ITEM_KINDS = ["card", "note", "entry", "exercise", "hidden", "link"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One place of a server's wording; `id` is empty for a new one, and for the one list of hidden exercises. */
export type WordingItem = { readonly kind: ItemKind; readonly id: string };

/** What stands there, by the form's fields; a list is one text with a line each. */
export type ItemFields = Readonly<Record<string, string>>;

/** What a form or button carries: the place, and how it read when it was opened. */
export type ItemState = WordingItem & { readonly seen: string };

const EXPIRED = "This message has expired. Please open **/spotter wording** again.";

/** A few letters that tell whether a place still reads as it did. */
export function seenAs(fields: ItemFields): string {
  return fingerprint(JSON.stringify(Object.entries(fields)));
}

/** Writes a place for a custom id. */
export function encodeItem({ kind, id, seen }: ItemState): string {
  return [ITEM_KINDS.indexOf(kind), seen, id].join(".");
}

/**
 * Reads it back.
 *
 * @throws UserError when it is none.
 */
export function decodeItem(text: string): ItemState {
  const [kind = "", seen = "", id = ""] = text.split(".");
  return { kind: readKind(ITEM_KINDS[Number(kind || Number.NaN)]), seen, id };
}

/**
 * Reads a kind that a select or button carries.
 *
 * @throws UserError when it is none.
 */
export function readKind(text: string | undefined): ItemKind {
  const kind = ITEM_KINDS.find((one) => one === text);
  if (kind === undefined) throw new UserError(EXPIRED);
  return kind;
}
