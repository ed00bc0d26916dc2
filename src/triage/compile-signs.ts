import type { ReadingContent, Recognition } from "#src/knowledge/reading-content.ts";
import type { Lasting } from "./context.ts";
import { type Pattern, parsePattern } from "./pattern.ts";

/** A sign with its patterns, ready to be looked for. */
export type CompiledSign = Recognition & {
  readonly lasting: Lasting;
  readonly compiled: readonly Pattern[];
  readonly hinting: readonly Pattern[];
  readonly innocent: readonly Pattern[];
};

/**
 * Compiles the patterns of every sign.
 *
 * @throws Error naming the sign and the pattern when a pattern names an unknown word class.
 */
export function compileSigns(content: ReadingContent, isClass: (name: string) => boolean): readonly CompiledSign[] {
  return [...content.recognitions.values()].map((sign) => compileSign(sign, lastingOf(sign, content), isClass));
}

function compileSign(sign: Recognition, lasting: Lasting, isClass: (name: string) => boolean): CompiledSign {
  try {
    const compile = (source: string): Pattern => parsePattern(source, isClass);
    return {
      ...sign,
      lasting,
      compiled: sign.patterns.map(compile),
      hinting: sign.hints.map(compile),
      innocent: sign.lookAlikes.map(compile),
    };
  } catch (error) {
    throw new Error(`${sign.id}: ${(error as Error).message}`);
  }
}

function lastingOf(sign: Recognition, { riskRules }: ReadingContent): Lasting {
  if (riskRules.has(sign.id)) return "for-life";
  return sign.staysUrgent ? "for-days" : "while-felt";
}

/** Plain words in patterns stand for themselves; names with a hyphen must be word classes. */
export function literalWords({ recognitions, words }: ReadingContent): Record<string, readonly string[]> {
  const signs = [...recognitions.values()];
  const sources = signs.flatMap(({ patterns, hints, lookAlikes }) => [...patterns, ...hints, ...lookAlikes]);
  const names = [...new Set(sources.join(" ").split(/[\s|]+/))];
  return Object.fromEntries(
    names.filter((name) => /^[a-z]+$/.test(name) && !(name in words)).map((name) => [name, [name]]),
  );
}
