import type { SignCatalogue } from "#src/knowledge/signs.ts";
import { clausesOf, JOINING } from "./asides.ts";
import type { Assessment, Question } from "./assessment.ts";
import { WRITER } from "./context.ts";
import { quoteOf, type Stretch } from "./ground.ts";
import { CRISIS } from "./heard.ts";
import { asking, MOST_QUESTIONS } from "./questions.ts";
import { type Reading, SYMPTOMS } from "./reading.ts";

/** Word classes without which no clause is read alone. */
const TELLING = [...SYMPTOMS, "wish-to-die", "self-harm"];
/** Word classes that may stand beside a sign that a clause tells in full. */
const BESIDE = ["filler", "recent", "place", "both", "one-side", "left-right", "person"];
const OTHERS = new Set(["he", "she", "hes", "shes", "they", "his", "her"]);
const SMALL = new Set([...OTHERS, "a", "the", "some", "this"]);
/** Whoever uses more words says more than a sign. */
const MOST_WORDS = 9;
/** In so few words what is told of somebody else is hardly ever a film, a course or a story. */
const MOST_ABOUT_OTHERS = 20;
/** "till a guy collapsed" begins a clause as well. */
const BEGINNING: ReadonlySet<string> = new Set([...JOINING, "till", "until", "when", "then"]);

/** How a clause is read, and decided, as if nothing else had been written. */
export type Alone = { read(clause: string): Reading; assess(clause: string): Assessment };

/**
 * Asks about a warning that one clause tells in full of oneself, or in few words of somebody else, however little the
 * whole text fears and whatever in it explains the words away: "I read the article and my pee is brown".
 *
 * Of some 10,000 harmless texts 27 are asked about for it: jokes, quotes and dreams.
 */
export function askAboutClauses(
  whole: Assessment,
  { marked }: Reading,
  catalogue: SignCatalogue,
  alone: Alone,
): Assessment {
  if (whole.level >= 2 || whole.asks) return whole;
  const { tokens } = marked;
  const isTelling = ({ start, end }: Stretch): boolean =>
    TELLING.some((classId) => marked.coverage(classId).slice(start, end).includes(1));
  const normAt = (position: number): string => tokens[position]?.norm ?? "";
  const isOfPerson = (start: number): boolean => {
    const first = SMALL.has(normAt(start)) && !OTHERS.has(normAt(start)) ? start + 1 : start;
    const isOfOther = OTHERS.has(normAt(first)) || marked.isAt(first, "person");
    return WRITER.has(normAt(start)) || (isOfOther && tokens.length <= MOST_ABOUT_OTHERS);
  };
  for (const { start: from, end } of clausesOf(tokens, BEGINNING)) {
    const start = BEGINNING.has(normAt(from)) ? from + 1 : from;
    if (end - start > MOST_WORDS || !isOfPerson(start) || !isTelling({ start, end })) continue;
    const clause = quoteOf({ start, end }, marked);
    if (!isToldInFull(alone.read(clause.text), catalogue)) continue;
    const assessment = alone.assess(clause.text);
    if (assessment.level >= 2 || assessment.asks) return asking(whole, questionsAbout(assessment), [clause]);
  }
  return whole;
}

/** Every word is one of a warning, of who writes, of a place or of a time, or says nothing. */
function isToldInFull({ findings, hints, lengths, marked }: Reading, { signs }: SignCatalogue): boolean {
  const told = [...findings, ...hints].flatMap(({ id, quote }) =>
    (signs.get(id)?.level ?? 0) >= 2 && quote !== null ? [quote] : [],
  );
  if (told.length === 0) return false;
  return marked.tokens.every(({ norm, start, end }, i) => {
    const isOfSign = told.some((quote) => start >= quote.start && end <= quote.end);
    const isTime = lengths.some((length) => length.start <= i && i < length.end);
    return (
      isOfSign || isTime || WRITER.has(norm) || SMALL.has(norm) || BESIDE.some((classId) => marked.isAt(i, classId))
    );
  });
}

function questionsAbout({ kind, questions, findings }: Assessment): readonly Question[] {
  if (kind === "crisis") return [{ kind: "sign", signId: CRISIS }];
  if (questions.some(({ kind: asked }) => asked === "sign")) return questions;
  const first = findings[0];
  const named = first === undefined ? [] : [{ kind: "sign", signId: first.id } as const];
  return [...named, ...(questions.length > 0 ? questions : [{ kind: "any-of-these" } as const])].slice(
    0,
    MOST_QUESTIONS,
  );
}
