import type { Knowledge } from "../knowledge.ts";
import type { Section } from "../section.ts";
import type { NotCovered, SearchContent } from "./search-content.ts";

/** What a question can be about: a section of the article, or something that the article does not treat. */
export type Subject = {
  /** The section's id, or the topic's name. */
  readonly id: string;
  readonly isCovered: boolean;
  /** Titles and aliases. */
  readonly names: readonly string[];
  /** Whole questions. */
  readonly asked: readonly string[];
  /** The sentences of its answer, or the words that belong to it alone. */
  readonly body: readonly string[];
};

/** Everything that a question can be about: the sections in their order, then what is not covered. */
export function listSubjects({ sections }: Knowledge, { asked, missing, notCovered }: SearchContent): Subject[] {
  return [
    ...[...sections.values()].map((section) =>
      sectionSubject(section, [
        ...(asked.get(section.id) ?? []),
        ...[...(missing.get(section.id)?.values() ?? [])].flat(),
      ]),
    ),
    ...notCovered.map(topicSubject),
  ];
}

function sectionSubject(section: Section, asked: readonly string[]): Subject {
  const { id, title, aliases, summary, passages, claims, notGiven, ours } = section;
  const body = [summary, ...passages.flatMap(({ text }) => sentences(text)), ...claims.map(({ says }) => says)];
  return { id, isCovered: true, names: [title, ...aliases], asked, body: [...body, ...notGiven, ...ours] };
}

function topicSubject({ topic, words, asked }: NotCovered): Subject {
  return { id: topic, isCovered: false, names: [], asked, body: words };
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+|\n+/);
}
