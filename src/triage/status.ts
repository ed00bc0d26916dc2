import { cueClass } from "./cues.ts";
import type { MarkedText } from "./ground.ts";
import { tellsOfNow } from "./then-and-now.ts";
import type { Mention } from "./vocabulary.ts";

const NEGATION_REACH = 5;
const WRITER = new Set(["i", "im", "ive", "me", "mine"]);

/**
 * Marks each word that is denied (-), imagined or asked in general (?), past (<) or about somebody else (@), in this
 * order; coarser than the context of a sign.
 */
export function statusOf(text: MarkedText): readonly string[] {
  const cues = (name: string): readonly Mention[] => text.byClass.get(cueClass(name)) ?? [];
  const denied = markDenied(text, cues("negates-before"), cues("pseudo"), cues("excepts"));
  const past = new Set([...cues("past-remote"), ...cues("past-resolved")].map(({ start }) => text.sentence[start]));
  const imaginedFrom = new Map<number | undefined, number>();
  for (const { start } of cues("hypothetical").toReversed()) imaginedFrom.set(text.sentence[start], start);
  let isOther = false;
  return text.tokens.map(({ norm }, i) => {
    const sentence = text.sentence[i];
    if (sentence !== text.sentence[i - 1]) isOther = false;
    // The nearest person named before a word is another one than the writer.
    if (text.isAt(i, "person")) isOther = true;
    else if (WRITER.has(norm)) isOther = false;
    const isImagined = (imaginedFrom.get(sentence) ?? Number.POSITIVE_INFINITY) <= i;
    return `${denied[i] === 1 ? "-" : ""}${isImagined ? "?" : ""}${past.has(sentence) ? "<" : ""}${isOther ? "@" : ""}`;
  });
}

/** A negation reaches a few words of its own clause up to an exception or to what is so now, unless it is none ("no doubt"). */
function markDenied(
  text: MarkedText,
  negations: readonly Mention[],
  pseudos: readonly Mention[],
  exceptions: readonly Mention[],
): readonly number[] {
  const isPseudo: number[] = new Array(text.tokens.length).fill(0);
  for (const { start, end } of pseudos) {
    for (let i = start; i < end && text.sentence[i] === text.sentence[start]; i++) isPseudo[i] = 1;
  }
  const isException = new Set(exceptions.map(({ start }) => start));
  const denied: number[] = new Array(text.tokens.length).fill(0);
  for (const { start, end } of negations) {
    if (isPseudo[start] === 1) continue;
    for (let i = end; i < end + NEGATION_REACH && text.sentence[i] === text.sentence[start]; i++) {
      const parting = text.tokens[i]?.breakBefore;
      if (parting === "clause" || isException.has(i) || (parting === "comma" && tellsOfNow(text, i))) break;
      denied[i] = 1;
    }
  }
  return denied;
}
