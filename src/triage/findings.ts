import type { Finding, SetAside, SetAsideReason, Subject } from "./assessment.ts";
import { cueClass } from "./cues.ts";
import { type MarkedText, quoteOf } from "./ground.ts";
import type { Seen } from "./judge-signs.ts";
import { getOrAdd } from "./lookup.ts";
import type { Match } from "./pattern.ts";

/** Signs that stand and signs set aside, each once, and whose body it is. */
export type Shared = {
  readonly findings: readonly Finding[];
  readonly ignored: readonly SetAside[];
  readonly subject: Subject;
};

/** A writer's own soreness keeps nobody from asking for somebody else. */
const SORENESS = "ordinary-soreness";

/** The writer's own complaints count; where there are none, somebody else's signs are triaged for that person. */
export function share(seen: readonly Seen[], text: MarkedText): Shared {
  const own = seen.filter(({ reason }) => reason === null);
  const others = seen.filter(({ reason }) => reason === "somebody-else");
  const isComplaining = own.some(({ id }) => id !== SORENESS);
  const isOther = !isComplaining && others.length > 0 && !isStory(text);
  const standing = matchesById(isOther ? [...own, ...others] : own);
  const firstSeen = new Map<string, Seen>();
  for (const one of seen) if (!standing.has(one.id) && !firstSeen.has(one.id)) firstSeen.set(one.id, one);
  return {
    findings: Array.from(standing, ([id, matches]) => findingOf(id, matches, text)),
    ignored: Array.from(firstSeen, ([id, { match, reason }]) => ({
      id,
      quote: quoteOf(match, text),
      reason: reason as SetAsideReason,
    })),
    subject: isOther ? "other" : "self",
  };
}

/**
 * Adds the signs that only hints point to, beside what was found.
 *
 * Where nothing is told of the writer, hints of somebody else's signs count, and the text is about that person.
 */
export function addHints(
  shared: Shared,
  hinted: readonly Seen[],
  text: MarkedText,
): Shared & { hints: readonly Finding[] } {
  const known = new Set(shared.findings.map(({ id }) => id));
  const own = hinted.filter(({ reason }) => reason === null);
  const others = hinted.filter(({ reason }) => reason === "somebody-else");
  const isComplaining = [...known, ...own.map(({ id }) => id)].some((id) => id !== SORENESS);
  const isOther = shared.subject === "other" || (!isComplaining && others.length > 0 && !isTold(text));
  const standing = (isOther ? [...own, ...others] : own).filter(({ id }) => !known.has(id));
  const hints = Array.from(matchesById(standing), ([id, matches]) => findingOf(id, matches, text));
  return { ...shared, subject: isOther ? "other" : "self", hints };
}

/** Whoever tells how old they are tells of somebody they know: "gran, 74, thighs sore since her class". */
const KNOWN = ["relation", "old-age"];

/** A stranger's or a public figure's injury is talk; a friend's or a client's is a call for help. */
function isStory(text: MarkedText): boolean {
  return !KNOWN.some((name) => text.has(name)) || isTold(text);
}

function isTold(text: MarkedText): boolean {
  const has = (name: string): boolean => text.has(cueClass(name));
  return (has("story-mark") || has("past-remote")) && !has("recent-event");
}

function matchesById(seen: readonly Seen[]): ReadonlyMap<string, readonly Match[]> {
  const byId = new Map<string, Match[]>();
  for (const { id, match } of seen) getOrAdd(byId, id, (): Match[] => []).push(match);
  return byId;
}

function findingOf(id: string, matches: readonly Match[], text: MarkedText): Finding {
  const clean = matches.find((match) => repairsIn(match, text).length === 0);
  const match = clean ?? (matches[0] as Match);
  const repaired = repairsIn(match, text);
  return { id, quote: quoteOf(match, text), certainty: repaired.length > 0 ? "guess" : "said", repaired };
}

function repairsIn(match: Match, { repairs, tokens }: MarkedText): Finding["repaired"] {
  if (repairs.size === 0) return [];
  return match.parts.flatMap(({ start, end }) =>
    tokens.slice(start, end).flatMap(({ norm }, k) => {
      const read = repairs.get(start + k);
      return read === undefined ? [] : [{ written: norm, read }];
    }),
  );
}
