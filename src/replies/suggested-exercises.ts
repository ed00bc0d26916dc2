import type { ServerVoice } from "./own-words.ts";
import { shownKnowledge } from "./shown-knowledge.ts";

const MOST_SUGGESTED = 3;

/** The exercises that a circuit may offer; a circuit needs some, so where the server hides all of them it hides none. */
export function circuitExercises(voice: ServerVoice): string[] {
  const shown = [...shownKnowledge(voice).accessories.keys()];
  return shown.length === 0 ? [...voice.knowledge.accessories.keys()] : shown;
}

/**
 * The exercises to begin with: the trio for the asked cause, else the first that is written down. Our choice; where
 * the server hides one, the first others take its place.
 */
export function suggestedExercises(voice: ServerVoice, cause: unknown): string[] {
  const { suggestedTrios } = voice.knowledge.circuit;
  const trio = (suggestedTrios.find((one) => one.cause === cause) ?? suggestedTrios[0])?.exercises ?? [];
  const all = circuitExercises(voice);
  const wanted = [...all.filter((id) => trio.includes(id)), ...all.filter((id) => !trio.includes(id))];
  const chosen = wanted.slice(0, MOST_SUGGESTED);
  return all.filter((id) => chosen.includes(id));
}
