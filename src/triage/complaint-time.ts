import type { DurationWords } from "#src/knowledge/reading-content.ts";
import type { Trend } from "./assessment.ts";
import type { Context } from "./context.ts";
import { cueClass } from "./cues.ts";
import type { Duration } from "./durations.ts";
import type { MarkedText, Stretch } from "./ground.ts";
import { lazy } from "./lookup.ts";
import { createPhrases, type Phrases } from "./phrases.ts";
import { type Tally, tally } from "./tally.ts";
import type { Mention } from "./vocabulary.ts";

/** How long the complaint has lasted and where it is going; null where nothing was said. */
export type ComplaintTime = {
  readonly days: number | null;
  readonly trend: Trend | null;
  /** True where only "yesterday's rows" dates it, not a length. */
  readonly isDatedByTraining: boolean;
  /** True where a length stands in one clause with a pain that is there now; other lengths are only likely to be meant. */
  readonly isFirm: boolean;
  /** True where the text is nothing but a length ("all month", "since like tuesday"): of what, nobody has said. */
  readonly isAll: boolean;
};

const COMPLAINT = [
  "pain",
  "ache",
  "stiff",
  "sore-slang",
  "numb",
  "tingle",
  "sharp",
  "stab",
  "burn",
  "tweak",
  "swell",
  "lightheaded",
  "tender",
  "doms",
  "dull",
];
/** Those of them that hardly mean anything else: "bored stiff" and "numb to it" do. */
const PLAIN_COMPLAINT: ReadonlySet<string> = new Set(["pain", "ache", "sore-slang", "tender", "doms"]);
/** Words that speak of a complaint where the text names no training beside the length. */
const GOING_ON = ["same", "better", "worse", "on-off", "recurring", "persistent", "wake"];
const AGE = ["old-age", "teen-age"];
const PREGNANCY = "pregnancy-word";
/** A length in one clause with one of these is that of an age, a pregnancy, an illness or a medicine. */
const OF_A_LIFE = [...AGE, PREGNANCY, "corticosteroid-word", "cancer-word", "immune-word", "osteoporosis-word"];
const SMALL_WORDS = new Set(
  "for since about maybe like been and counting of yeah yep yes no idk if not dont remember when started cant going on over at least more than hot minute in doms day days what long time or to around roughly its this still week weeks month months year years percent bruh fr smh already half mostly nearly every same here there think guess".split(
    " ",
  ),
);
/** May stand between "training" and the length it belongs to. */
const SMALL_BEFORE_LENGTH = new Set(
  "for the a about past last almost nearly like over only roughly around just of these my now consistently seriously".split(
    " ",
  ),
);
const SMALL_AFTER_LENGTH = new Set(["of", "a", "the", "my", "into", "long", "straight", "worth"]);
const BEGINNINGS = new Set(["started", "began", "joined", "bought", "switched", "moved", "quit", "hired"]);
const IT = new Set(["it", "its", "this", "thats"]);
const STILL = new Set(["been", "had", "still", "going"]);
const IT_GOES_ON = new Set(["it", "its", "this", "counting", "here", "cant", "doms"]);
const WELL = new Set(["fine", "solid", "good", "ok", "great", "clear", "free", "gone", "lovely", "perfect", "healed"]);
const BETWEEN_REACH = 3;
const SINCE = new Set(["since", "after", "post", "from"]);
/** What is longer since a training is mostly a pause. */
const DAYS_SINCE_TRAINING = 21;
/** "since friday" may be said of a session; what is said to be so for longer is a complaint. */
const DAYS_OF_A_SESSION = 7;
/** What happened so long ago is a story, unless it is told to go on. */
const STORY_DAYS = 300;

type TimePhrases = { readonly [Name in "unrelatedBefore" | "unrelatedAfter" | "restarts" | "onset"]: Phrases };

/** Tells which of the lengths belong to the complaint and not to training age, programme, age or meet. */
export type ComplaintClock = (text: MarkedText, durations: readonly Duration[], context: Context) => ComplaintTime;

/** Prepares the phrases of the content that lengths are told apart by. */
export function createComplaintClock(words: DurationWords): ComplaintClock {
  const phrases: TimePhrases = {
    unrelatedBefore: createPhrases(words.unrelatedBefore),
    unrelatedAfter: createPhrases(words.unrelatedAfter),
    restarts: createPhrases(words.restarts),
    onset: createPhrases(words.onset),
  };
  return (text, durations, context) => {
    const trend = readTrend(text);
    if (durations.length === 0) return { days: null, trend, isDatedByTraining: false, isFirm: false, isAll: false };
    return { ...timeOf(text, durations, surroundingsOf(text, phrases, context), phrases), trend };
  };
}

function timeOf(
  text: MarkedText,
  durations: readonly Duration[],
  surroundings: Surroundings,
  phrases: TimePhrases,
): Omit<ComplaintTime, "trend"> {
  const related = durations.filter((duration) => isAboutComplaint(text, duration, phrases, surroundings));
  const last = related.reduce((latest, { start }) => Math.max(latest, start), -1);
  const restart = text.tokens.findLastIndex((_, i) => i < last && phrases.restarts.startsAt(text, i));
  const current = restart < 0 ? related : related.filter((one) => one.start > restart || one.kind === "since");
  const lengths = current.filter((one) => one.kind !== "event");
  const chosen = lengths.length > 0 ? lengths : current;
  const days = chosen.length === 0 ? null : Math.max(...chosen.map((one) => one.days));
  const isFirm = chosen.some((one) => isFirmly(one, text, surroundings));
  const isDatedByTraining = lengths.length === 0 && current.length > 0;
  return { days, isDatedByTraining, isFirm, isAll: chosen.some((one) => isAllThereIs(one, text, surroundings)) };
}

/** "sore neck for 11 days", and "stiff neck, 11 days now": a clause that holds nothing but the length goes on about the pain. */
function isFirmly(
  { kind, start, end }: Duration,
  text: MarkedText,
  { clauses, present, others }: Surroundings,
): boolean {
  const clause = clauses[start] as Stretch;
  if (present(clause.start, clause.end) > 0) return true;
  const sentence = text.sentences[text.sentence[start] as number] as Stretch;
  const isNothingElse = others(clause.start, start) + others(end, clause.end) === 0;
  return (kind === "length" || kind === "since") && isNothingElse && present(sentence.start, sentence.end) > 0;
}

/** What lengths are told by, counted once for all of a text's lengths. */
type Surroundings = {
  readonly training: Tally;
  readonly complaint: Tally;
  /** Complaints that are said not to be there. */
  readonly denied: Tally;
  /** Plain complaints that are felt now, by the writer or by somebody they write for. */
  readonly present: Tally;
  readonly onset: Tally;
  readonly beginnings: Tally;
  readonly it: Tally;
  readonly goingOn: Tally;
  readonly persisting: Tally;
  readonly ofALife: Tally;
  readonly pregnancy: Tally;
  /** Words that are more than filling beside a length. */
  readonly others: Tally;
  readonly isAsked: boolean;
  /** Token position to the clause around it. */
  readonly clauses: readonly Stretch[];
};

function surroundingsOf(text: MarkedText, phrases: TimePhrases, context: Context): Surroundings {
  const { tokens } = text;
  const norm = (i: number): string => tokens[i]?.norm ?? "";
  const isAnyAt = (names: readonly string[]): ((i: number) => boolean) => {
    const coverages = names.filter((name) => text.has(name)).map((name) => text.coverage(name));
    return (i) => coverages.some((coverage) => coverage[i] === 1);
  };
  const goesOn = isAnyAt(GOING_ON);
  const mentions = COMPLAINT.flatMap((name) => text.byClass.get(name) ?? []);
  const complaints = (wanted: "stands" | "denied"): ((position: number) => boolean) => {
    const covered: number[] = new Array(tokens.length).fill(0);
    for (const mention of mentions)
      if (context.isDenied(mention) === (wanted === "denied")) covered.fill(1, mention.start, mention.end);
    return (i) => covered[i] === 1;
  };
  const isPresent = (mention: Mention): boolean => {
    const reason = context.setAside({ ...mention, parts: [mention] }, "while-felt");
    return reason === null || reason === "somebody-else";
  };
  const present = lazy(() => {
    const covered: number[] = new Array(tokens.length).fill(0);
    for (const mention of mentions)
      if (PLAIN_COMPLAINT.has(mention.classId) && isPresent(mention)) covered.fill(1, mention.start, mention.end);
    return covered;
  });
  const isFilling = (i: number): boolean =>
    text.isAt(i, "filler") || goesOn(i) || SMALL_WORDS.has(norm(i)) || /^\d+$/.test(norm(i));
  const count = (isCounted: (i: number) => boolean): Tally => tally(tokens.length, isCounted);
  return {
    training: count(isAnyAt(["training"])),
    complaint: count(complaints("stands")),
    denied: count(complaints("denied")),
    present: count((i) => present()[i] === 1),
    onset: count((i) => phrases.onset.startsAt(text, i) || text.isAt(i, "event-training")),
    beginnings: count((i) => BEGINNINGS.has(norm(i))),
    it: count((i) => IT.has(norm(i))),
    persisting: count((i) => goesOn(i) || norm(i) === "still"),
    goingOn: count((i) => goesOn(i) || STILL.has(norm(i))),
    ofALife: count(isAnyAt(OF_A_LIFE)),
    pregnancy: count(isAnyAt([PREGNANCY])),
    others: count((i) => !isFilling(i)),
    isAsked: tokens.some(({ asked }) => asked),
    clauses: clausesOf(text),
  };
}

/** "sore upper back. 9 days. getting better": a sentence that is nothing but the length, after a complaint. */
function isAlone(
  { kind, start, end }: Duration,
  sentence: Stretch,
  before: Stretch | undefined,
  near: Surroundings,
): boolean {
  if (kind !== "length" || before === undefined || near.complaint(before.start, before.end) === 0) return false;
  return near.others(sentence.start, start) + near.others(end, sentence.end) === 0;
}

function isAboutComplaint(text: MarkedText, duration: Duration, phrases: TimePhrases, near: Surroundings): boolean {
  if (precedes(text, duration.start, phrases.unrelatedBefore)) return false;
  if (follows(text, duration.end, phrases.unrelatedAfter)) return false;
  if (isSettled(text, duration) || isAge(text, duration)) return false;
  const clause = near.clauses[duration.start] as Stretch;
  const sentence = text.sentences[text.sentence[duration.start] as number] as Stretch;
  const has = (counted: Tally, { start, end }: Stretch): boolean => counted(start, end) > 0;
  const hasTraining = has(near.training, clause);
  const hasComplaint = has(near.complaint, clause);
  // "no pain for 3 weeks now" tells how long there was none.
  if (!hasComplaint && has(near.denied, clause)) return false;
  const before = text.sentences[(text.sentence[duration.start] as number) - 1];
  if (isAlone(duration, sentence, before, near)) return true;
  if (duration.kind === "ago") {
    const isStartOfTraining = has(near.beginnings, clause) && hasTraining && !hasComplaint;
    const isStory = duration.days >= STORY_DAYS && !has(near.persisting, sentence);
    return (has(near.onset, clause) || hasComplaint) && !isStartOfTraining && !isStory;
  }
  if (duration.kind === "event") return hasTraining || hasComplaint || clause.end - clause.start <= 4;
  if (isOfPregnancy(duration, clause, near)) return false;
  if (hasComplaint) return true;
  if (has(near.ofALife, clause)) return false;
  // "day 9, upper back still sore", also as two sentences, and "both quads sore, day 2".
  const isNothingElse = near.others(clause.start, duration.start) + near.others(duration.end, clause.end) === 0;
  const after = clause.end === sentence.end ? text.sentences[(text.sentence[duration.start] as number) + 1] : sentence;
  const isBesideComplaint =
    (after !== undefined && has(near.complaint, after)) || has(near.complaint, { ...sentence, end: clause.start });
  if (duration.kind === "day" && isNothingElse && isBesideComplaint) return true;
  if (isSinceTraining(text, duration) && (hasTraining || has(near.onset, clause)) && isBesideComplaint) return true;
  if (hasTraining || duration.kind === "day") return isBare(text, duration, near);
  if (has(near.complaint, sentence) || isBare(text, duration, near)) return true;
  return has(near.it, sentence) && has(near.goingOn, sentence) && near.complaint(0, text.tokens.length) > 0;
}

/** "weeks of this, bro", "3 weeks and counting": next to nothing but the length. */
function isBare(text: MarkedText, { start, end }: Duration, { others, isAsked }: Surroundings): boolean {
  return others(0, start) + others(end, text.tokens.length) <= 1 && !text.has("training") && !isAsked;
}

/** Not so in "3 weeks, same", "weeks of this" and "since easter", which say that something goes on. */
function isAllThereIs({ at, end, days }: Duration, text: MarkedText, { others, goingOn }: Surroundings): boolean {
  const around = (counted: Tally): number => counted(0, at) + counted(end, text.tokens.length);
  const isUnbroken = text.tokens.every(({ breakBefore }, i) => i === 0 || breakBefore === "none");
  const isSilent = text.tokens.every(
    ({ norm }) => !IT_GOES_ON.has(norm) && (norm !== "since" || days <= DAYS_OF_A_SESSION),
  );
  return isUnbroken && isSilent && around(others) + around(goingOn) === 0;
}

/** "10 days since squats, thighs still tender" and "day six after rdls", but not "3 weeks since my last squats". */
function isSinceTraining({ tokens }: MarkedText, { kind, end, days }: Duration): boolean {
  const isLength = kind === "day" || (kind === "length" && days <= DAYS_SINCE_TRAINING);
  if (!isLength || tokens[end]?.breakBefore !== "none" || !SINCE.has(tokens[end]?.norm ?? "")) return false;
  return !tokens.slice(end + 1, end + 4).some(({ norm }) => norm === "last" || norm === "any");
}

/** "61 yrs, lats tender" tells how old somebody is. */
function isAge(text: MarkedText, { start, end }: Duration): boolean {
  return AGE.some((classId) => text.byClass.get(classId)?.some((age) => age.start < end && start < age.end) ?? false);
}

/** "19 weeks preggo and sore", and "preggers, 14 weeks, thighs sore", where a clause is nothing but the length. */
function isOfPregnancy({ start, end }: Duration, clause: Stretch, near: Surroundings): boolean {
  const isNext = (i: number): boolean => i >= clause.start && i < clause.end && near.pregnancy(i, i + 1) > 0;
  if (isNext(start - 1) || isNext(end)) return true;
  const before = near.clauses[clause.start - 1];
  if (before === undefined || near.pregnancy(before.start, before.end) === 0) return false;
  const isNothingElse = near.others(clause.start, start) + near.others(end, clause.end) === 0;
  return isNothingElse && near.complaint(before.start, before.end) === 0;
}

/** "healed for years now", "fine for 3 weeks": the length of an absence. */
function isSettled(text: MarkedText, { start, end }: Duration): boolean {
  const isNear = (to: number): boolean =>
    to <= start &&
    start - to <= 3 &&
    text.tokens.slice(to, start + 1).every(({ breakBefore }) => breakBefore === "none");
  const cues = text.byClass.get(cueClass("past-resolved")) ?? [];
  if (cues.some((cue) => isNear(cue.end) || (cue.start >= end && cue.start - end <= 2))) return true;
  return [1, 2, 3, 4].some((back) => WELL.has(text.tokens[start - back]?.norm ?? "") && isNear(start - back + 1));
}

function clausesOf({ tokens }: MarkedText): readonly Stretch[] {
  const starts = tokens.flatMap(({ breakBefore }, i) => (breakBefore === "none" ? [] : [i]));
  return starts.flatMap((start, k) => {
    const clause = { start, end: starts[k + 1] ?? tokens.length };
    return Array.from({ length: clause.end - start }, () => clause);
  });
}

/** Whether one of the phrases stands right before, small words aside ("training for about 6 months"). */
function precedes(text: MarkedText, start: number, phrases: Phrases): boolean {
  if (text.tokens[start]?.breakBefore !== "none") return false;
  for (let gap = 0; gap <= BETWEEN_REACH; gap++) {
    if (gap > 0 && !SMALL_BEFORE_LENGTH.has(text.tokens[start - gap]?.norm ?? "")) return false;
    if (phrases.endsAt(text, start - gap)) return true;
  }
  return false;
}

function follows(text: MarkedText, end: number, phrases: Phrases): boolean {
  const next = text.tokens[end];
  if (next === undefined || next.breakBefore !== "none") return false;
  return phrases.startsAt(text, end) || (SMALL_AFTER_LENGTH.has(next.norm) && phrases.startsAt(text, end + 1));
}

/** Reads where the complaint is going: "not better" is no "better", and worse outweighs the rest. */
function readTrend(text: MarkedText): Trend | null {
  const same = text.byClass.get("same") ?? [];
  const worse = (text.byClass.get("worse") ?? []).concat(text.byClass.get("worse-each-day") ?? []);
  const isNegated = (start: number): boolean =>
    (text.byClass.get(cueClass("negates-before")) ?? []).some((cue) => cue.end <= start && start - cue.end <= 2);
  if (
    worse.some((mention) => !isNegated(mention.start)) &&
    (text.has("worse-each-day") || text.has("pain") || text.has("ache") || text.tokens.length < 12)
  )
    return "worse";
  const better = (text.byClass.get("better") ?? []).filter(
    (mention) => !same.some((one) => one.start <= mention.start && mention.end <= one.end) && !isNegated(mention.start),
  );
  if (better.length > 0) return "better";
  if (text.has("on-off")) return "comes-and-goes";
  return same.length > 0 ? "same" : null;
}
