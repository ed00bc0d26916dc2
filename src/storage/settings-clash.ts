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

/** Tells apart what two people changed in the same document, and puts it together again; `read` checks the whole. */
export function describeClash<Document>(
  { base, mine, current }: Versions<Document>,
  read: (merged: unknown) => Document | null,
): Clash<Document> {
  const yours = findChanges(base, mine);
  return {
    yours,
    overlapping: findOverlapping(yours, findChanges(base, current)),
    merged: read(mergeChanges(base, mine, current)),
  };
}
