import type { DurationWords } from "#src/knowledge/reading-content.ts";
import type { Trend } from "./assessment.ts";
import { cueClass } from "./context.ts";
import type { Duration } from "./durations.ts";
import type { MarkedText } from "./ground.ts";

/** How long the complaint has lasted and where it is going; null where nothing was said. */
export type ComplaintTime = {
  readonly days: number | null;
  readonly trend: Trend | null;
  /** True where only "yesterday's rows" dates it, not a length. */
  readonly isDatedByTraining: boolean;
};

const COMPLAINT = ["pain", "ache", "stiff", "sore-slang", "numb", "tingle", "sharp", "stab", "burn", "tweak", "swell", "lightheaded", "tender", "doms"];
/** Words that speak of a complaint where the text names no training beside the length. */
const GOING_ON = ["same", "better", "worse", "on-off", "recurring", "persistent", "wake"];
const SMALL_WORDS =
  /^(?:for|since|about|maybe|like|been|and|counting|of|yeah|yep|yes|no|idk|if|not|dont|remember|when|started|cant|going|on|over|at|least|more|than|hot|minute|in|doms|day|what|long|time|or|to|around|roughly|its|this|still|days?|weeks?|months?|years?|\d+|percent|bruh|fr|smh|already|half|mostly|nearly|every|same|here|there)$/;
const BETWEEN_REACH = 3;

/** Tells which of the lengths belong to the complaint and not to training age, programme, age or meet. */
export function readComplaintTime(text: MarkedText, durations: readonly Duration[], words: DurationWords): ComplaintTime {
  const related = durations.filter((duration) => isAboutComplaint(text, duration, words));
  const restart = text.tokens.findLastIndex((_, i) => startsPhrase(text, i, words.restarts) && related.some((one) => one.start > i));
  const current = restart < 0 ? related : related.filter((one) => one.start > restart || one.kind === "since");
  const lengths = current.filter((one) => one.kind !== "event");
  const chosen = lengths.length > 0 ? lengths : current;
  const days = chosen.length === 0 ? null : Math.max(...chosen.map((one) => one.days));
  return { days, trend: readTrend(text), isDatedByTraining: lengths.length === 0 && current.length > 0 };
}

function isAboutComplaint(text: MarkedText, duration: Duration, words: DurationWords): boolean {
  if (precedes(text, duration.start, words.unrelatedBefore) || follows(text, duration.end, words.unrelatedAfter)) return false;
  const clause = clauseAround(text, duration.start);
  const isIn = (positions: readonly number[], names: readonly string[]): boolean =>
    positions.some((i) => names.some((name) => text.isAt(i, name)));
  const hasTraining = isIn(clause, ["training"]);
  const hasComplaint = isIn(clause, COMPLAINT);
  if (isSettled(text, duration)) return false;
  if (duration.kind === "ago") {
    const hasOnset = clause.some((i) => startsPhrase(text, i, words.onset) || text.isAt(i, "event-training"));
    const isStartOfTraining = clause.some((i) => /^(?:started|began|joined|bought|switched|moved|quit|hired)$/.test(text.tokens[i]?.norm ?? "")) && hasTraining && !hasComplaint;
    return (hasOnset || hasComplaint) && !isStartOfTraining;
  }
  if (duration.kind === "event") return hasTraining || hasComplaint || clause.length <= 4;
  if (hasComplaint) return true;
  if (hasTraining || duration.kind === "day") return isBare(text, duration);
  const sentence = text.tokens.flatMap((_, i) => (text.sentence[i] === text.sentence[duration.start] ? [i] : []));
  if (isIn(sentence, COMPLAINT)) return true;
  if (isBare(text, duration)) return true;
  const speaksOfIt = sentence.some((i) => /^(?:it|its|this|thats)$/.test(text.tokens[i]?.norm ?? ""));
  const goesOn = isIn(sentence, GOING_ON) || sentence.some((i) => /^(?:been|had|still|going)$/.test(text.tokens[i]?.norm ?? ""));
  return speaksOfIt && goesOn && COMPLAINT.some((name) => text.has(name));
}

/** "weeks of this, bro", "3 weeks and counting": next to nothing but the length. */
function isBare(text: MarkedText, { start, end }: Duration): boolean {
  const others = text.tokens.filter((token, i) => {
    if (i >= start && i < end) return false;
    return !["filler", ...GOING_ON].some((name) => text.isAt(i, name)) && !SMALL_WORDS.test(token.norm);
  });
  return others.length <= 1 && !text.has("training") && !text.tokens.some(({ asked }) => asked);
}

/** "healed for years now", "fine for 3 weeks": the length of an absence. */
function isSettled(text: MarkedText, { start, end }: Duration): boolean {
  const cues = text.byClass.get(cueClass("past-resolved")) ?? [];
  const words = ["fine", "solid", "good", "ok", "great", "clear", "free"];
  const isNear = (to: number): boolean => to <= start && start - to <= 3 && text.sentence[start] === text.sentence[to - 1];
  const follows = (cue: { readonly start: number }): boolean => cue.start >= end && cue.start - end <= 2;
  return cues.some((cue) => isNear(cue.end) || follows(cue)) || text.tokens.some(({ norm: word }, i) => words.includes(word) && isNear(i + 1));
}

function clauseAround(text: MarkedText, position: number): readonly number[] {
  const isEdge = (i: number): boolean => text.tokens[i]?.breakBefore !== "none";
  let from = position;
  while (from > 0 && !isEdge(from)) from--;
  let to = position + 1;
  while (to < text.tokens.length && !isEdge(to)) to++;
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function startsPhrase(text: MarkedText, i: number, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => phraseLength(text, i, phrase) > 0);
}

function phraseLength(text: MarkedText, i: number, phrase: string): number {
  const words = phrase.replace(/!$/, "").split(" ");
  return words.every((word, k) => text.tokens[i + k]?.norm === word) ? words.length : 0;
}

/** Whether one of the phrases stands right before, small words aside ("training for about 6 months"). */
function precedes(text: MarkedText, start: number, phrases: readonly string[]): boolean {
  for (let gap = 0; gap <= BETWEEN_REACH; gap++) {
    const end = start - gap;
    const between = Array.from({ length: gap }, (_, k) => text.tokens[end + k]?.norm ?? "");
    if (!between.every((word) => /^(?:for|the|a|about|past|last|almost|nearly|like|over|only|roughly|around|just|of|these|my|now|consistently|seriously)$/.test(word))) continue;
    if (phrases.some((phrase) => {
      const size = phrase.replace(/!$/, "").split(" ").length;
      return phraseLength(text, end - size, phrase) > 0 && text.tokens[start]?.breakBefore === "none";
    })) return true;
  }
  return false;
}

function follows(text: MarkedText, end: number, phrases: readonly string[]): boolean {
  const isParted = text.tokens[end]?.breakBefore;
  if (isParted === "sentence" || isParted === "comma" || isParted === "clause") return false;
  return startsPhrase(text, end, phrases) || (/^(?:of|a|the|my|into|long|straight|worth)$/.test(text.tokens[end]?.norm ?? "") && startsPhrase(text, end + 1, phrases));
}

/** Reads where the complaint is going: "not better" is no "better", and worse outweighs the rest. */
export function readTrend(text: MarkedText): Trend | null {
  const same = text.byClass.get("same") ?? [];
  const worse = (text.byClass.get("worse") ?? []).concat(text.byClass.get("worse-each-day") ?? []);
  const isNegated = (start: number): boolean =>
    (text.byClass.get(cueClass("negates-before")) ?? []).some((cue) => cue.end <= start && start - cue.end <= 2);
  if (worse.some((mention) => !isNegated(mention.start)) && (text.has("worse-each-day") || text.has("pain") || text.has("ache") || text.tokens.length < 12)) return "worse";
  const better = (text.byClass.get("better") ?? []).filter(
    (mention) => !same.some((one) => one.start <= mention.start && mention.end <= one.end) && !isNegated(mention.start),
  );
  if (better.length > 0) return "better";
  if (text.has("on-off")) return "comes-and-goes";
  return same.length > 0 ? "same" : null;
}
