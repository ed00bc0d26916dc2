import type { CommandRequest } from "#src/discord/request.ts";
import { ADVICE_IDS, type AdviceId } from "#src/knowledge/advice.ts";
import { getAdvice } from "#src/knowledge/knowledge.ts";
import { cleanWords } from "#src/replies/clean-words.ts";
import type { PreviewChoice, PreviewCommand } from "#src/replies/staff/preview-card.ts";
import { CARD_NAMES } from "#src/replies/staff/wording-card.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { StaffServices } from "./staff-part.ts";

type Sources = Pick<StaffServices, "knowledge"> & { readonly settings: GuildSettings };
/** What a member types or points at. */
export type PreviewInput = Pick<CommandRequest, "options" | "target">;

const LONGEST_DESCRIPTION = 100;
const NOT_COVERED = "not-covered";
const EVERYTHING = "everything";
// Asked of an article about sore backs.
const OFF_TOPIC = "What is the capital of France?";
// Somebody else's message, so that the check reads it as a helper's would.
const SOMEBODY = "1";

/** Every command whose answers a server can word, with what can be looked at of each. */
export function previewCommands(sources: Sources): readonly PreviewCommand[] {
  const cards = cardChoices(sources);
  return [
    { key: "upperback-sore", label: "/upperback-sore", choices: cards },
    { key: "ask", label: "/ask", choices: questionChoices(sources) },
    { key: "accessories", label: "/accessories", choices: exerciseChoices(sources) },
    { key: "circuit", label: "/circuit", choices: [choice(EVERYTHING, "The warm-up circuit", "How it begins")] },
    { key: "check-for-warning-signs", label: "Check for warning signs", choices: cards },
  ];
}

/** What a member would type or point at for one of the choices; null where there is no such choice any more. */
export function previewInput(command: string, value: string, sources: Sources): PreviewInput | null {
  const known = previewCommands(sources).find(({ key }) => key === command);
  if (known === undefined || !known.choices.some((one) => one.value === value)) return null;
  const say = (options: CommandRequest["options"]): PreviewInput => ({ options, target: null });
  switch (command) {
    case "upperback-sore":
      return say({ describe: exampleOf(value, sources) });
    case "ask":
      return say({ question: questionOf(value, sources) });
    case "accessories":
      return say(value === EVERYTHING ? {} : { exercise: value });
    case "check-for-warning-signs":
      return {
        options: {},
        target: { id: SOMEBODY, authorId: SOMEBODY, isByBot: false, text: exampleOf(value, sources) },
      };
    default:
      return say({});
  }
}

function exampleOf(card: string, { knowledge }: Sources): string {
  const id = ADVICE_IDS.find((one) => one === card);
  return id === undefined ? "" : getAdvice(knowledge, id).example;
}

function questionOf(value: string, { knowledge, settings }: Sources): string {
  if (value === NOT_COVERED) return OFF_TOPIC;
  const [kind, id = ""] = value.split(":");
  const title = kind === "entry" ? settings.wording.entries[id]?.title : knowledge.sections.get(id)?.title;
  return title ?? OFF_TOPIC;
}

function cardChoices({ knowledge }: Sources): PreviewChoice[] {
  return Object.entries(CARD_NAMES).map(([id, label]) =>
    choice(id, label, getAdvice(knowledge, id as AdviceId).example),
  );
}

/** The server's own entries, the sections that have a note, and then all the others. */
function questionChoices({ knowledge, settings }: Sources): PreviewChoice[] {
  const { entries, sectionNotes } = settings.wording;
  const sections = [...knowledge.sections.values()].map(({ id, title }) => {
    const hasNote = Object.hasOwn(sectionNotes, id);
    return { hasNote, one: choice(`section:${id}`, title, hasNote ? "With your note" : "The article") };
  });
  return [
    ...Object.entries(entries).map(([id, { title }]) => choice(`entry:${id}`, title, "Your own entry")),
    ...sections.filter(({ hasNote }) => hasNote).map(({ one }) => one),
    choice(NOT_COVERED, "A question that nothing answers", OFF_TOPIC),
    ...sections.filter(({ hasNote }) => !hasNote).map(({ one }) => one),
  ];
}

function exerciseChoices({ knowledge, settings }: Sources): PreviewChoice[] {
  const { accessories, hiddenAccessories } = settings.wording;
  const shown = [...knowledge.accessories.values()].filter(({ id }) => !hiddenAccessories.includes(id));
  return [
    choice(EVERYTHING, "The whole list", "With your own exercises, without hidden ones"),
    ...Object.entries(accessories).map(([id, { name }]) => choice(`~${id}`, name, "Your own exercise")),
    ...shown.map(({ id, name }) => choice(id, name, "The article's")),
  ];
}

function choice(value: string, label: string, description: string): PreviewChoice {
  return { value, label, description: cleanWords(description, LONGEST_DESCRIPTION) };
}
