import type { Cause, Step } from "#src/knowledge/cause.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import { isAllowedAt } from "#src/knowledge/section.ts";
import type { Assessment, FittingCause, Level } from "#src/triage/assessment.ts";
import type { CardPart, TextPart } from "./card.ts";
import { intimateWords, overlaps } from "./intimate.ts";
import { quoted } from "./quoted-words.ts";
import type { Quoting } from "./said.ts";

const MOST_CAUSES = 3;
const MOST_EXERCISES = 4;

/** The article's reasons that fit, why, what to do about them and the exercises that answer them. */
export function likelyCauseParts(assessment: Assessment, knowledge: Knowledge, quoting: Quoting): CardPart[] {
  const fitting = assessment.causes.slice(0, MOST_CAUSES).flatMap((one) => {
    const cause = knowledge.causes.get(one.id);
    return cause === undefined ? [] : [{ cause, line: causeLine(cause, one, { assessment, quoting }) }];
  });
  if (fitting.length === 0) return [usualCauses(knowledge)];
  const causes = fitting.map(({ cause }) => cause);
  return [
    { text: `### Likely reasons\n${fitting.map(({ line }) => line).join("\n")}` },
    ...stepParts(causes, assessment.level),
    ...exercisePart(causes, knowledge),
  ];
}

/** The exercises that answer these causes, the most fitting of each first. */
function fittingExercises(causes: readonly Cause[]): string[] {
  const longest = Math.max(0, ...causes.map(({ accessories }) => accessories.length));
  const ranks = Array.from({ length: longest }, (_, rank) => rank);
  return [...new Set(ranks.flatMap((rank) => causes.flatMap(({ accessories }) => accessories[rank] ?? [])))];
}

function causeLine(
  { title, why }: Cause,
  { quote }: FittingCause,
  { assessment, quoting }: { readonly assessment: Assessment; readonly quoting: Quoting },
): string {
  const hidden = quoting.visibility === "public" ? intimateWords(assessment, quoting.signs) : [];
  const words = quote === null || hidden.some((one) => overlaps(one, quote)) ? "" : quoted(quote.text);
  return `- **${title}.** ${why}${words === "" ? "" : ` You said ${words}.`}`;
}

function usualCauses({ causes }: Knowledge): TextPart {
  const titles = [...causes.values()].map(({ title }) => `- ${title}`);
  return { text: `### The article's usual reasons\n${titles.join("\n")}`, spare: 2 };
}

function stepParts(causes: readonly Cause[], level: Level): TextPart[] {
  const steps = causes.flatMap(({ whatToDo }) => whatToDo).filter((step) => isAllowedAt(step, level));
  if (steps.length === 0) return [];
  const texts = [...new Set(steps.map(({ text }) => `- ${text}`))];
  return [{ text: `### What to do\n${texts.join("\n")}`, notWhile: strictest(steps) }];
}

function exercisePart(causes: readonly Cause[], knowledge: Knowledge): TextPart[] {
  const exercises = fittingExercises(causes)
    .flatMap((id) => knowledge.accessories.get(id) ?? [])
    .slice(0, MOST_EXERCISES);
  if (exercises.length === 0) return [];
  const names = exercises.map(({ name }) => name).join(", ");
  return [{ text: `### Exercises that fit, once it has settled\n${names}`, notWhile: strictest(exercises) }];
}

function strictest(parts: readonly Pick<Step, "notWhile">[]): number | null {
  const levels = parts.flatMap(({ notWhile }) => notWhile ?? []);
  return levels.length === 0 ? null : Math.min(...levels);
}
