import { describe, expect, test } from "vitest";
import type { Answers, Earlier } from "#src/triage/assessment.ts";
import { decide } from "#src/triage/decide.ts";
import type { Heard } from "#src/triage/heard.ts";
import { assess, content, NOW, read, signs } from "./engine.ts";

const rules = { signs, reading: content, secondReader: null };

/** A second reader that is sure of a warning, though not of an urgent one, and of which. */
function hearing(sign: string, urgent = 0.01): Heard {
  if (content.secondReader === null) throw new Error("no second reader is shipped");
  const opinion = { watch: 0.99, alarm: 0.99, urgent, emergency: 0.01, sign, because: ["niggle"] };
  return {
    opinion: { ...opinion, chanceOf: (id) => (id === sign ? 0.99 : 0) },
    thresholds: content.secondReader.thresholds,
  };
}

const decided = (text: string, heard: Heard) =>
  decide({ reading: read(text, NOW), answers: {}, earlier: null }, rules, heard);

describe("a warning that only the second reader hears", () => {
  test.each([
    ["alone has its own level", "something is there again", "between-blades-no-cause", 2],
    ["beside a risk factor is weighed with it", "I am 61. something is there again", "between-blades-no-cause", 3],
    ["is weighed with what is told beside it", "it has been at it for hours, on the couch", "palpitations", 3],
    ["that is graver than it is sure of is no ground for more", "something is odd with him", "stroke-signs", 2],
  ] as const)("%s", (_, text, sign, level) => {
    const { level: found, asks } = decided(text, hearing(sign));
    expect(found).toBe(level);
    if (level === 3) expect(asks).toBe(true);
  });
});

describe("a text that the second reader holds for urgent", () => {
  const sure = hearing("stroke-signs", 0.6);
  const heard: Heard = { ...sure, thresholds: { ...sure.thresholds, urgentFrom: 0.5, unreadUrgentFrom: 0.9 } };

  test("is urgent where a pattern hints at a sign", () => {
    expect(decided("words come out wrong today", heard).level).toBe(3);
  });

  test("is a reason to be seen, and asked about, where no pattern read anything", () => {
    const { level, asks } = decided("something is odd with him", heard);
    expect(level).toBe(2);
    expect(asks).toBe(true);
  });
});

describe("a wish to die that only the second reader hears", () => {
  const unsure = (sign: string): Heard => {
    const { opinion, thresholds } = hearing(sign);
    return { opinion: { ...opinion, alarm: thresholds.crisisAlarmFrom }, thresholds };
  };

  test.each([
    [
      "is answered as one, though little else is to be feared",
      "it is all packed and done now",
      "wants-to-die",
      "crisis",
    ],
    ["is only asked about where hardly anything is said", "it is done", "wants-to-die", "not-understood"],
    ["is heard sooner than any other sign", "it is all packed and done now", "stroke-signs", "watch"],
  ] as const)("%s", (_, text, sign, kind) => {
    expect(decided(text, unsure(sign)).kind).toBe(kind);
  });

  test("is asked about before anything likelier, though nothing is feared", () => {
    const { opinion, thresholds } = hearing("stroke-signs");
    const calm = { ...opinion, watch: 0.01, alarm: 0.001, urgent: 0.001 };
    const withChance = (chance: number): Heard => ({
      opinion: { ...calm, chanceOf: (id) => (id === "wants-to-die" ? chance : 0) },
      thresholds: { ...thresholds, crisisAskFrom: 0.2 },
    });
    const { asks, questions } = decided("the dog was all that kept me here", withChance(0.3));
    expect(asks).toBe(true);
    expect(questions[0]).toEqual({ kind: "sign", signId: "wants-to-die" });
    expect(decided("the dog was all that kept me here", withChance(0.1)).asks).toBe(false);
  });

  test("makes no soreness of the day it speaks of", () => {
    const { opinion, thresholds } = hearing("wants-to-die");
    const doubted: Heard = { opinion: { ...opinion, watch: 0.01, alarm: 0.3, chanceOf: () => 0.3 }, thresholds };
    const { level, durationDays } = decided("the dog was all i had, she died tuesday", doubted);
    expect({ level, durationDays }).toEqual({ level: 0, durationDays: null });
  });
});

/** What a card carries of what was told on it. */
function carried(text: string, answers: Answers = {}): Earlier {
  const { findings, risks, ...rest } = assess(text, { answers });
  const ids = (of: typeof findings) => of.filter(({ certainty }) => certainty === "said").map(({ id }) => id);
  return { ...rest, present: ids(findings), risks: ids(risks), corrected: [], feels: null, hasLeftovers: false };
}

describe("taking back a sign that time brings takes back the time that was read wrongly", () => {
  const LASTING = "long-lasting-pain";
  const DAYS = "duration-watch";
  const WORSE = "worsening-trend";

  test.each<[string, string, string[], { level: number; days: number | null; trend?: string | null; told?: string }]>([
    [
      "a length that belongs to something else",
      "upper back sore, pregnant 20 weeks",
      [LASTING],
      { level: 1, days: null },
    ],
    ["weeks", "sore upper back for 3 weeks", [LASTING], { level: 0, days: null }],
    ["days", "sore upper back for 9 days", [DAYS], { level: 0, days: null }],
    [
      "getting worse, and the days stay",
      "upper back sore for 5 days, getting worse",
      [WORSE],
      { level: 1, days: 5, trend: null, told: DAYS },
    ],
    [
      "getting worse, and the days too",
      "upper back sore for 5 days, getting worse",
      [WORSE, DAYS],
      { level: 0, days: null },
    ],
    [
      "getting worse, which nobody had said",
      "i am 15 and my upper back is sore for 9 days",
      [WORSE],
      { level: 2, days: 9, told: DAYS },
    ],
    [
      "something else, and the weeks stay",
      "my 17 year old back is sore for 3 weeks",
      ["risk-under-18"],
      { level: 2, days: 21, told: LASTING },
    ],
  ])("%s", (_, text, corrected, { level, days, trend = null, told }) => {
    const now = assess(null, { answers: { corrected }, earlier: carried(text) });
    expect(now).toMatchObject({ level, durationDays: days, trend });
    const named = now.findings.map(({ id }) => id);
    if (told !== undefined) expect(named).toContain(told);
    for (const id of corrected) expect(named).not.toContain(id);
    expect(now.ignored.map(({ id }) => id)).toEqual(corrected);
  });

  test("but no length that is chosen, with the sign that it brings", () => {
    const earlier = carried("upper back sore, pregnant 20 weeks", { sinceDays: 17 });
    const now = assess(null, { answers: { corrected: [LASTING], sinceDays: 17 }, earlier });
    expect(now).toMatchObject({ level: 2, durationDays: 17 });
    expect(now.findings.map(({ id }) => id)).toContain(LASTING);
    expect(now.ignored).toEqual([]);
  });

  test("and the sign counts again, and is not set aside, once a length is told anew", () => {
    const { findings, ignored, level } = assess("my upper back has been sore for 3 weeks", {
      earlier: { ...carried("sore upper back"), corrected: [LASTING] },
    });
    expect(level).toBe(2);
    expect(findings.map(({ id }) => id)).toContain(LASTING);
    expect(ignored.map(({ id }) => id)).not.toContain(LASTING);
  });

  test("and so does a risk factor", () => {
    const earlier = { ...carried("sore upper back"), corrected: ["risk-pregnancy"] };
    const { risks, ignored } = assess("I am pregnant", { earlier });
    expect(risks.map(({ id }) => id)).toEqual(["risk-pregnancy"]);
    expect(ignored).toEqual([]);
  });
});
