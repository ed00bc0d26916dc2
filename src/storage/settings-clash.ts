import type { z } from "zod";
import { type Change, findChanges, findOverlapping, mergeChanges } from "./settings-changes.ts";

/** Nothing was saved, since others were faster; nothing is lost either. */
export type Clash<Document> = {
  /** What this person wanted to change. */
  readonly yours: readonly Change[];
  /** Those of `yours` that touch what others changed. */
  readonly overlapping: readonly Change[];
  /** Both together, `yours` on top, to be saved with the current revision; null where that would break a limit. */
  readonly merged: Document | null;
};

type Versions<Document> = {
  /** What `mine` was made from. */
  readonly base: Document;
  readonly mine: Document;
  readonly current: Document;
};

/** Tells apart what two people changed in the same document, and puts it together again. */
export function describeClash<Schema extends z.ZodType>(
  schema: Schema,
  { base, mine, current }: Versions<z.infer<Schema>>,
): Clash<z.infer<Schema>> {
  const yours = findChanges(base, mine);
  return {
    yours,
    overlapping: findOverlapping(yours, findChanges(base, current)),
    merged: schema.safeParse(mergeChanges(base, mine, current)).data ?? null,
  };
}
