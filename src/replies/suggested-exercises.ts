import type { Knowledge } from "#src/knowledge/knowledge.ts";

/** The exercises to begin with: the trio for the asked cause, else the first that is written down. Our choice. */
export function suggestedExercises({ circuit, accessories }: Knowledge, cause: unknown): string[] {
  const trio = circuit.suggestedTrios.find((one) => one.cause === cause) ?? circuit.suggestedTrios[0];
  const all = [...accessories.keys()];
  return trio === undefined ? all.slice(0, 3) : all.filter((id) => trio.exercises.includes(id));
}
