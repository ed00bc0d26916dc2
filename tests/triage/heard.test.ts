import { expect, test } from "vitest";
import { loadContent } from "#src/load-content.ts";
import { secondedHints } from "#src/triage/heard.ts";
import type { Inputs, Rules } from "#src/triage/inputs.ts";

const { signs } = loadContent("knowledge");
const thresholds = { secondedFrom: 0.6, secondedAlarmFrom: 0.3 };

function standing(id: string, { chance, alarm }: { readonly chance: number; readonly alarm: number }): boolean {
  const found = (name: string) => ({ id: name, quote: null, certainty: "said", repaired: [] });
  const heard = { opinion: { alarm, chanceOf: () => chance }, thresholds };
  const inputs = { reading: { findings: [found("ordinary-soreness")], hints: [found(id)] } };
  return secondedHints(heard as never, inputs as unknown as Inputs, { signs } as unknown as Rules).length === 1;
}

test.each([
  ["stands where the second reader hears the same sign and fears a warning", "dark-urine", 0.7, 0.4, true],
  ["does not stand where it does not hear the sign", "dark-urine", 0.5, 0.9, false],
  ["of a warning does not stand where it fears none", "dark-urine", 0.9, 0.2, false],
  ["of what is no warning stands all the same", "brief-lightheaded", 0.9, 0.2, true],
])("a hint %s", (_, id, chance, alarm, isStanding) => {
  expect(standing(id, { chance, alarm })).toBe(isStanding);
});
