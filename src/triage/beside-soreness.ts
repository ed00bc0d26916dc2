import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment } from "./assessment.ts";
import type { Stretch } from "./ground.ts";
import type { Reading } from "./reading.ts";

const SORENESS = "ordinary-soreness";
/** Word classes that tell of an ordinary soreness. */
const SORE = ["ache", "stiff", "sore-slang", "dull", "doms", "tender"];
const PLACE = "place";
/** Words that begin another clause without a mark before them. */
const JOINING = new Set(["and", "but", "also", "plus", "though"]);

/**
 * The text with each clause left blank that tells of a soreness at a place of its own and of nothing else; null where
 * there is no such clause, or nothing but a risk factor beside it.
 *
 * People who write of soreness mostly write of nothing else, so the second reader takes it for a reason against any
 * warning beside it: "my legs are sore from squats and I passed out". A soreness without a place may explain what stands
 * beside it ("tight, just sore from benching") and stays. All other words keep their offsets.
 */
export function withoutSoreness({ marked, findings, hints }: Reading, { risks }: SignCatalogue): string | null {
  const others = [...findings, ...hints].filter(({ id }) => id !== SORENESS);
  if (others.length > 0 && others.every(({ id }) => risks.has(id))) return null;
  const quotes = others.flatMap(({ quote }) => quote ?? []);
  const { text, tokens } = marked;
  const startOf = (token: number): number => tokens[token]?.start ?? text.length;
  const isSoreness = ({ start, end }: Stretch): boolean => {
    const holds = (classId: string): boolean => marked.coverage(classId).slice(start, end).includes(1);
    const isOther = quotes.some((quote) => quote.start < startOf(end) && startOf(start) < quote.end);
    return !isOther && holds(PLACE) && SORE.some(holds);
  };
  const clauses = clausesOf(tokens);
  const sore = clauses.filter(isSoreness);
  if (sore.length === 0 || sore.length === clauses.length) return null;
  let rest = text;
  for (const { start, end } of sore) {
    const from = startOf(start);
    const to = startOf(end);
    rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
  }
  return rest;
}

function clausesOf(tokens: Reading["marked"]["tokens"]): readonly Stretch[] {
  const starts = tokens.flatMap(({ breakBefore, norm }, i) => (breakBefore !== "none" || JOINING.has(norm) ? [i] : []));
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? tokens.length }));
}

/** The graver decision: what the whole text gives, or what it gives without its soreness. */
export function graverBesideSoreness(whole: Assessment, rest: Assessment): Assessment {
  if (rest.level < 2 || rest.level <= whole.level) return whole;
  const known = new Set(rest.findings.map(({ id }) => id));
  const findings = [...rest.findings, ...whole.findings.filter(({ id }) => !known.has(id))];
  return { ...rest, findings, causes: whole.causes, durationDays: whole.durationDays, trend: whole.trend };
}
