import type { Quote } from "./assessment.ts";
import { type MarkedText, quoteOf } from "./ground.ts";
import type { Seen } from "./judge-signs.ts";

/** Words about a body or a bodily function: where nothing could read such a sentence, the person is asked. */
const ABOUT_A_BODY = [
  "place",
  "pee",
  "poop",
  "bladder",
  "breath",
  "heart",
  "swell",
  "vision",
  "speech",
  "weird-feeling",
  "blood",
  "swallow",
];

/** Finds the sentences about a body, or that liken a feeling to something, that no pattern reached. */
export function findLeftovers(text: MarkedText, seen: readonly Seen[]): readonly Quote[] {
  const read = new Set(seen.flatMap(({ match }) => [text.sentence[match.start], text.sentence[match.end - 1]]));
  const aboutBody = sentencesWith(ABOUT_A_BODY, text);
  const likening = sentencesWith(["likeness"], text);
  const feeling = sentencesWith(["feel"], text);
  return text.sentences
    .filter((_, i) => !read.has(i) && (aboutBody.has(i) || (likening.has(i) && feeling.has(i))))
    .map((sentence) => quoteOf(sentence, text));
}

/** Numbers of the sentences that hold a word of some classes. */
function sentencesWith(classIds: readonly string[], text: MarkedText): ReadonlySet<number | undefined> {
  const mentions = classIds.flatMap((classId) => text.byClass.get(classId) ?? []);
  // A phrase may run on into the next sentence.
  return new Set(mentions.flatMap(({ start, end }) => text.sentence.slice(start, end)));
}
