import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { WeekCount } from "#src/storage/counts.ts";
import { button } from "../button.ts";
import { buildCard } from "../card.ts";
import { staffId } from "./staff-id.ts";
import { textBar } from "./text-bar.ts";
import { type Week, weekAfter, weekName } from "./weeks.ts";

/** What is shown of the counts: a week, among those that stand above it. */
export type StatsView = {
  /** The newest of the weeks in the list. */
  readonly newest: Week;
  /** The one that is shown in detail. */
  readonly week: Week;
};

type Shown = StatsView & {
  readonly counts: readonly WeekCount[];
  /** The week that it is now, and the first that is kept. */
  readonly thisWeek: Week;
  readonly oldestKept: Week;
};

export const STATS_WEEK = "stats-week";
export const STATS_PAGE = "stats-page";
export const STATS_QUESTIONS = "stats-questions";
export const WEEKS_A_PAGE = 8;

// By level; what has none is a list, a section or an exercise.
const LEVELS = ["ordinary", "watch", "be seen", "urgent"] as const;
const WITHOUT_LEVEL = "no reading";

/** How often each command was used, week by week, and one week by command and level. */
export function statsCard({ counts, newest, week, thisWeek, oldestKept }: Shown): MessageBody {
  const weeks = Array.from({ length: WEEKS_A_PAGE }, (_, index) => weekAfter(newest, -index)).filter(
    (one) => one >= oldestKept,
  );
  const oldest = weeks.at(-1) ?? newest;
  const totals = new Map(weeks.map((one) => [one, total(counts.filter((count) => count.week === one))]));
  const hasEarlier = counts.some((count) => count.week < oldest);
  const page = (label: string, to: Week) => button({ label }, staffId(STATS_PAGE, to));
  return buildCard({
    level: 0,
    parts: [
      {
        text: "## Use by week\n-# Answers, counted without any name and kept for a year. Weeks begin on Monday (UTC).",
      },
      { text: weekLines(totals, thisWeek) },
      { row: [weekSelect(totals, { newest, week, thisWeek })] },
      {
        text: weekDetails(
          counts.filter((count) => count.week === week),
          week,
        ),
      },
      {
        row: [
          ...(hasEarlier ? [page("Earlier weeks", weekAfter(newest, -WEEKS_A_PAGE))] : []),
          ...(newest < thisWeek ? [page("Later weeks", weekAfter(newest, WEEKS_A_PAGE))] : []),
          button({ label: "Questions without an answer" }, staffId(STATS_QUESTIONS, "0")),
        ],
      },
    ],
  });
}

function weekLines(totals: ReadonlyMap<Week, number>, thisWeek: Week): string {
  const largest = Math.max(...totals.values());
  return [...totals].map(([week, times]) => `${textBar(times, largest)} · ${nameOf(week, thisWeek)}`).join("\n");
}

function nameOf(week: Week, thisWeek: Week): string {
  return week === thisWeek ? "this week" : weekName(week);
}

function weekSelect(
  totals: ReadonlyMap<Week, number>,
  { newest, week, thisWeek }: StatsView & { readonly thisWeek: Week },
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(staffId(STATS_WEEK, newest)),
    placeholder: "Look at a week",
    options: [...totals].map(([one, times]) => ({
      value: one,
      label: one === thisWeek ? "This week" : `Week of ${weekName(one)}`,
      description: times === 1 ? "1 answer" : `${times.toLocaleString("en-GB")} answers`,
      default: one === week,
    })),
  };
}

function weekDetails(counts: readonly WeekCount[], week: Week): string {
  const heading = `### Week of ${weekName(week)}`;
  if (counts.length === 0) return `${heading}\nNobody asked anything.`;
  const commands = sumBy(counts, ({ command }) => command);
  const levels = sumBy(counts, ({ level }) => levelName(level));
  return [
    heading,
    "**By command**",
    ...barsOf(commands, (name) => {
      const parts = sumBy(
        counts.filter(({ command }) => command === name),
        ({ level }) => levelName(level),
      );
      // Where there is one kind only, the bar says it all.
      const byLevel = [...parts].filter(([kind]) => kind !== WITHOUT_LEVEL).map(([kind, times]) => `${times} ${kind}`);
      return byLevel.length === 0 ? `/${name}` : `/${name}: ${byLevel.join(", ")}`;
    }),
    "**By level**",
    ...barsOf(levels, (name) => name),
  ].join("\n");
}

function levelName(level: number | null): string {
  return level === null ? WITHOUT_LEVEL : (LEVELS[level] ?? `level ${level}`);
}

function barsOf(sums: ReadonlyMap<string, number>, describe: (name: string) => string): string[] {
  const largest = Math.max(...sums.values());
  return [...sums]
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${textBar(times, largest)} · ${describe(name)}`);
}

function sumBy(counts: readonly WeekCount[], key: (count: WeekCount) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const count of counts) sums.set(key(count), (sums.get(key(count)) ?? 0) + count.times);
  return sums;
}

function total(counts: readonly WeekCount[]): number {
  return counts.reduce((sum, { times }) => sum + times, 0);
}
