import { performance } from "node:perf_hooks";
import type { OptionValues } from "#src/playground/command-interaction.ts";
import type { MeasuredBot } from "./measured-bot.ts";

/** What a bot is asked over and over: the command, and its options by turn. */
export type Question = { readonly command: string; readonly options: readonly OptionValues[] };

/** How a bot did with a number of questions. */
export type Round = {
  readonly cpuMicroseconds: number;
  readonly milliseconds: readonly number[];
  readonly perSecond: number;
};

/**
 * Asks a bot `count` times, always with `inFlight` questions on the way.
 *
 * @throws Error when a question stays without an answer.
 */
export async function ask(
  { discord, usage }: MeasuredBot,
  { command, options }: Question,
  { count, inFlight }: { readonly count: number; readonly inFlight: number },
): Promise<Round> {
  const milliseconds: number[] = [];
  let asked = 0;
  const askOn = async () => {
    while (asked < count) {
      const values = options[asked % options.length] ?? {};
      asked += 1;
      const answer = await discord.slash(command, values).answer();
      if (answer === null) throw new Error(`/${command} was not answered in time`);
      milliseconds.push(answer.elapsedMs);
    }
  };
  const before = await usage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, askOn));
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await usage();
  discord.clear();
  return {
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / count,
    milliseconds,
    perSecond: count / seconds,
  };
}
