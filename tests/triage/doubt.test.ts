import { describe, expect, test } from "vitest";
import { doubtedSign } from "#src/triage/doubt.ts";
import { CRISIS, type Heard } from "#src/triage/heard.ts";
import { readerOfRest } from "#src/triage/surer.ts";
import { content, NOW, read } from "./engine.ts";

const thresholds = content.secondReader?.thresholds;
if (thresholds === undefined) throw new Error("no second reader is shipped");

const NOTHING = { reading: null, answers: {}, earlier: null };

type Chances = Readonly<Record<string, number>>;

function opinionOf(sign: string | null, chances: Chances, alarm = 0.2): Heard["opinion"] {
  const chanceOf = (id: string): number => chances[id] ?? 0;
  return { watch: alarm, alarm, urgent: alarm, emergency: 0.5, sign, because: [], chanceOf };
}

describe("the sign that a question names", () => {
  const heard = (sign: string | null, chances: Chances): Heard => ({
    opinion: opinionOf(sign, chances),
    thresholds: { ...thresholds, crisisAskFrom: 0.1 },
  });

  test.each([
    ["is the likeliest", "dark-urine", { "dark-urine": 0.5 }, "dark-urine"],
    ["is none where all are unlikely", "stroke-signs", { "stroke-signs": 0.04 }, null],
    ["is one that is rather unlikely where nothing else is", "stroke-signs", { "stroke-signs": 0.2 }, "stroke-signs"],
    ["is a wish to die wherever it may be one", "dark-urine", { "dark-urine": 0.9, [CRISIS]: 0.2 }, CRISIS],
    ["is never a wish to die that is not heard, though nothing is likelier", CRISIS, { [CRISIS]: 0.05 }, null],
  ])("%s", (_, sign, chances, named) => {
    expect(doubtedSign(heard(sign, chances), NOTHING)).toBe(named);
  });

  test("is one that the words hint at where all are unlikely, but no wish to die", () => {
    const hinting = (text: string) => doubtedSign(heard("stroke-signs", {}), { ...NOTHING, reading: read(text, NOW) });
    expect(hinting("gym was fun till a guy collapsed")).toBe("fainting-blackout");
    expect(hinting("end me, it is leg day")).toBe(null);
  });
});

describe("what is left of a text without its asides", () => {
  const hear = (): Heard["opinion"] => opinionOf(null, {});
  const restOf = (whole: Heard["opinion"]) => readerOfRest({ hear, thresholds }, whole).thresholds;

  test("must sound more like a wish to die where the whole text sounds like none", () => {
    const possible = restOf(opinionOf(null, { [CRISIS]: 0.05 }));
    const none = restOf(opinionOf(null, { [CRISIS]: 0.001 }));
    expect([possible.crisisAskFrom, possible.crisisFrom]).toEqual([thresholds.crisisAskFrom, thresholds.crisisFrom]);
    expect(none.crisisAskFrom).toBeGreaterThan(thresholds.crisisAskFrom);
    expect(none.crisisFrom).toBeGreaterThan(thresholds.crisisFrom);
  });

  test("raises nothing that no pattern read where the whole text is calm", () => {
    expect(restOf(opinionOf(null, {}, 0.01)).unreadRaiseFrom).toBeGreaterThan(1);
    expect(restOf(opinionOf(null, {}, 0.2)).unreadRaiseFrom).toBeLessThan(1);
  });
});
