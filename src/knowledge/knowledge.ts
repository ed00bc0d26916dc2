import type { Accessory } from "./accessory.ts";
import type { Advice, AdviceId } from "./advice.ts";
import type { Article } from "./article.ts";
import type { Cause } from "./cause.ts";
import type { Circuit } from "./circuit.ts";
import type { EmergencyNumbers } from "./emergency-numbers.ts";
import type { Picture } from "./picture.ts";
import type { SafetyNet } from "./safety-net.ts";
import type { Section } from "./section.ts";
import type { Source } from "./source.ts";

/**
 * What the article says and how warnings are worded, read once and checked. Warning signs are read beside it.
 * The maps keep the files' alphabetical order.
 */
export type Knowledge = {
  readonly article: Article;
  readonly sections: ReadonlyMap<string, Section>;
  readonly causes: ReadonlyMap<string, Cause>;
  readonly accessories: ReadonlyMap<string, Accessory>;
  readonly circuit: Circuit;
  readonly advice: ReadonlyMap<AdviceId, Advice>;
  readonly safetyNet: SafetyNet;
  readonly emergencyNumbers: EmergencyNumbers;
  readonly sources: ReadonlyMap<string, Source>;
  /** The muscle maps that have been drawn, by name; pictureName says what they are called. */
  readonly pictures: ReadonlyMap<string, Picture>;
};

/** Gets a card's wording; loading has made sure that every card is there. */
export function getAdvice(knowledge: Knowledge, id: AdviceId): Advice {
  const advice = knowledge.advice.get(id);
  if (advice === undefined) throw new Error(`The knowledge was loaded without the advice "${id}"`);
  return advice;
}
