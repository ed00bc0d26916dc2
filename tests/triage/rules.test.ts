import { describe, expect, test } from "vitest";
import type { Level, Trend } from "#src/triage/assessment.ts";
import { type Evidence, graver, signsOfTime, type Verdict, weigh } from "#src/triage/rules.ts";
import { content, signs } from "./engine.ts";

/** What somebody told, as ids; details are word classes that a combination may name. */
type Told = {
  readonly [K in keyof Evidence]?: Evidence[K] extends ReadonlySet<string> ? readonly string[] : Evidence[K];
};

function verdictOn({ signs: ids = [], risks = [], details = [], ...rest }: Told): string {
  const evidence = { days: null, trend: null, isNovice: false, isRepeated: false, hasTrainingCause: true, ...rest };
  const sets = { signs: new Set(ids), risks: new Set(risks), details: new Set(details) };
  const { level, band } = weigh({ ...evidence, ...sets }, content, signs.signs);
  return band === null ? `${level}` : `${level} ${band}`;
}

describe("R1 and R3: the gravest sign wins", () => {
  test.each<readonly [ids: readonly string[], verdict: string]>([
    [[], "0"],
    [["ordinary-soreness"], "0"],
    [["ordinary-soreness", "one-sided-pinpoint"], "1"],
    [["one-sided-pinpoint", "tingling-numbness"], "2 prompt"],
    [["sharp-stabbing-pain"], "2 routine"],
    [["sharp-stabbing-pain", "tingling-numbness"], "2 prompt"],
    [["ordinary-soreness", "dark-urine"], "3 same-day"],
    [["dark-urine", "chest-pain-pressure"], "3 emergency"],
    [["tingling-numbness-persistent"], "3 same-day"],
    [["saddle-numbness", "sharp-stabbing-pain"], "3 emergency"],
    [["wants-to-die"], "3 emergency"],
  ])("%j: %s", (ids, verdict) => {
    expect(verdictOn({ signs: ids })).toBe(verdict);
  });

  test("every sign alone has at least its level, save the two that R6 weighs", () => {
    for (const sign of signs.signs.values()) {
      if (sign.id === "brief-lightheaded") continue;
      const { level } = weigh(
        {
          signs: new Set([sign.id]),
          risks: new Set(),
          details: new Set(),
          days: null,
          trend: null,
          isNovice: false,
          isRepeated: false,
          hasTrainingCause: true,
        },
        content,
        signs.signs,
      );
      expect(level, sign.id).toBeGreaterThanOrEqual(sign.level);
    }
  });

  test("nothing that is added ever lowers", () => {
    const level = (told: Told): number => Number(verdictOn(told)[0]);
    const risks = [...signs.risks.keys()];
    for (const a of signs.signs.keys()) {
      for (const b of signs.signs.keys())
        expect(level({ signs: [a, b] })).toBeGreaterThanOrEqual(level({ signs: [a] }));
      for (const risk of risks)
        expect(level({ signs: [a], risks: [risk] })).toBeGreaterThanOrEqual(level({ signs: [a] }));
    }
  });
});

describe("R4: what a risk factor makes of it", () => {
  test.each<readonly [risk: string, ordinary: string, pastAWeek: string, levelOne: string]>([
    ["risk-over-50", "1", "2 prompt", "2 prompt"],
    ["risk-osteoporosis", "1", "2 prompt", "2 prompt"],
    ["risk-corticosteroids", "1", "2 prompt", "2 prompt"],
    ["risk-cancer-history", "1", "2 prompt", "2 prompt"],
    ["risk-immunosuppressed", "1", "2 prompt", "2 prompt"],
    ["risk-pregnancy", "1", "2 prompt", "2 prompt"],
    ["risk-under-18", "0", "2 prompt", "2 prompt"],
    ["risk-anabolic-drugs", "0", "1", "1"],
    ["risk-clot", "0", "1", "1"],
  ])("%s: ordinary %s, day 9 %s, a sign of level 1 %s", (risk, ordinary, pastAWeek, levelOne) => {
    expect(verdictOn({ signs: ["ordinary-soreness"], risks: [risk] })).toBe(ordinary);
    expect(verdictOn({ signs: ["ordinary-soreness"], risks: [risk], days: 9 })).toBe(pastAWeek);
    expect(verdictOn({ signs: ["one-sided-pinpoint"], risks: [risk] })).toBe(levelOne);
  });

  test.each<readonly [risk: string, days: number | null, verdict: string]>([
    ["risk-cancer-history", null, "2 prompt"],
    ["risk-osteoporosis", null, "2 prompt"],
    ["risk-osteoporosis", 2, "1"],
    ["risk-over-50", null, "1"],
    ["risk-pregnancy", null, "1"],
    ["risk-under-18", null, "0"],
  ])("%s: soreness of %s days without a training: %s", (risk, days, verdict) => {
    expect(verdictOn({ signs: ["ordinary-soreness"], risks: [risk], days, hasTrainingCause: false })).toBe(verdict);
  });

  test("soreness after fifty is watched for a week, and a reason to be seen from day 8", () => {
    const sore = { signs: ["ordinary-soreness"], risks: ["risk-over-50"], trend: "same" } as const;
    expect(verdictOn({ ...sore, days: 6 })).toBe("1");
    expect(verdictOn({ ...sore, days: 8 })).toBe("2 prompt");
    expect(verdictOn({ ...sore, signs: ["ordinary-soreness", "one-sided-pinpoint"], days: 6 })).toBe("2 prompt");
  });

  test("before eighteen soreness of more than a week is watched while it eases, and else a reason to be seen", () => {
    const sore = { signs: ["ordinary-soreness"], risks: ["risk-under-18"], days: 9 } as const;
    expect(verdictOn({ ...sore, trend: "better" })).toBe("1");
    expect(verdictOn({ ...sore, trend: "same" })).toMatch(/^2/);
    expect(verdictOn({ ...sore, signs: ["ordinary-soreness", "one-sided-pinpoint"], trend: "better" })).toMatch(/^2/);
  });

  test("a risk without any complaint is nothing to triage", () => {
    for (const risk of signs.risks.keys()) expect(verdictOn({ risks: [risk] })).toBe("0");
  });

  test("under 18: strong soreness is watched, a level 2 sign stays 2", () => {
    expect(verdictOn({ signs: ["severity-unclear"], risks: ["risk-under-18"] })).toMatch(/^2/);
    expect(verdictOn({ signs: ["ordinary-soreness", "severity-unclear"], risks: ["risk-under-18"] })).toBe("1");
    expect(verdictOn({ signs: ["sharp-stabbing-pain"], risks: ["risk-under-18"] })).toBe("2 prompt");
  });

  test.each<readonly [risk: string, ids: readonly string[], verdict: string]>([
    ["risk-osteoporosis", ["sharp-stabbing-pain"], "3 same-day"],
    ["risk-osteoporosis", ["pop-or-tear"], "3 same-day"],
    ["risk-corticosteroids", ["sharp-stabbing-pain"], "3 same-day"],
    ["risk-corticosteroids", ["fever-unwell"], "3 same-day"],
    ["risk-cancer-history", ["tingling-numbness"], "3 same-day"],
    ["risk-cancer-history", ["night-rest-pain"], "3 same-day"],
    ["risk-cancer-history", ["unexplained-weight-loss"], "3 same-day"],
    ["risk-immunosuppressed", ["fever-unwell"], "3 same-day"],
    ["risk-immunosuppressed", ["one-sided-band-rash"], "3 same-day"],
    ["risk-anticoagulant", ["limb-weakness"], "3 same-day"],
    ["risk-anticoagulant", ["swelling-bruising"], "3 same-day"],
    ["risk-anticoagulant", ["sharp-stabbing-pain"], "2 prompt"],
    ["risk-pregnancy", ["sharp-stabbing-pain"], "2 prompt"],
    ["risk-clot", ["pain-on-breathing"], "3 emergency"],
    ["risk-known-heart", ["cardiac-pattern"], "3 emergency"],
  ])("%s with %j: %s", (risk, ids, verdict) => {
    expect(verdictOn({ signs: ids, risks: [risk] })).toBe(verdict);
  });
});

describe("R5: soft flags together are urgent the same day", () => {
  test.each<readonly [told: Told, verdict: string]>([
    [{ signs: ["night-rest-pain"] }, "2 prompt"],
    [{ signs: ["between-blades-no-cause"] }, "2 prompt"],
    [{ signs: ["cough-sneeze-strain-pain"] }, "2 prompt"],
    [{ signs: ["night-rest-pain", "between-blades-no-cause"] }, "3 same-day"],
    [{ signs: ["night-rest-pain", "cough-sneeze-strain-pain"] }, "3 same-day"],
    [{ signs: ["between-blades-no-cause", "cough-sneeze-strain-pain"] }, "3 same-day"],
    [{ signs: ["night-rest-pain", "long-lasting-pain"] }, "3 same-day"],
    [{ signs: ["between-blades-no-cause", "long-lasting-pain"] }, "3 same-day"],
    [{ signs: ["night-rest-pain"], risks: ["risk-over-50"] }, "3 same-day"],
    [{ signs: ["between-blades-no-cause"], risks: ["risk-cancer-history"] }, "3 same-day"],
    [{ signs: ["night-rest-pain"], risks: ["risk-anabolic-drugs"] }, "2 prompt"],
    [{ signs: ["night-rest-pain"], risks: ["risk-clot"] }, "2 prompt"],
    [{ signs: ["cough-sneeze-strain-pain", "long-lasting-pain"] }, "2 prompt"],
  ])("%j: %s", (told, verdict) => {
    expect(verdictOn(told)).toBe(verdict);
  });
});

describe("R6: signs that weigh by their circumstances", () => {
  test.each<readonly [told: Told, verdict: string]>([
    [{ signs: ["brief-lightheaded"] }, "0"],
    [{ signs: ["brief-lightheaded"], isRepeated: true }, "1"],
    [{ signs: ["recurrent-same-spot"] }, "2 routine"],
    [{ signs: ["recurrent-same-spot"], days: 28 }, "2 routine"],
    [{ signs: ["recurrent-same-spot"], days: 5 }, "1"],
    [{ signs: ["worsening-trend"], days: 2, trend: "worse" }, "0"],
    [{ signs: ["worsening-trend"], days: 5, trend: "worse" }, "2 routine"],
  ])("%j: %s", (told, verdict) => {
    expect(verdictOn(told)).toBe(verdict);
  });
});

describe("rulings on combinations", () => {
  test.each<readonly [told: Told, verdict: string]>([
    [{ signs: ["sharp-stabbing-pain"], trend: "same" }, "2 routine"],
    [{ signs: ["sharp-stabbing-pain"], trend: "worse" }, "2 prompt"],
    [{ signs: ["sharp-stabbing-pain", "recurrent-same-spot"] }, "2 prompt"],
    [{ signs: ["sharp-stabbing-pain"], details: ["recurring"] }, "2 prompt"],
    [{ signs: ["palpitations"] }, "2 prompt"],
    [{ signs: ["palpitations", "chest-pain-pressure"] }, "3 emergency"],
    [{ signs: ["palpitations", "breathlessness"] }, "3 emergency"],
    [{ signs: ["palpitations", "brief-lightheaded"] }, "3 emergency"],
    [{ signs: ["pop-or-tear"] }, "2 prompt"],
    [{ signs: ["pop-or-tear", "limb-weakness"] }, "3 same-day"],
    [{ signs: ["pop-or-tear", "swelling-bruising"] }, "3 same-day"],
    [{ signs: ["pain-on-breathing"] }, "3 same-day"],
    [{ signs: ["pain-on-breathing", "breathlessness"] }, "3 emergency"],
    [{ signs: ["pain-on-breathing", "palpitations"] }, "3 emergency"],
    [{ signs: ["coughing-blood"] }, "3 same-day"],
    [{ signs: ["coughing-blood", "breathlessness"] }, "3 emergency"],
    [{ signs: ["effort-leak"] }, "2 routine"],
    [{ signs: ["swelling-bruising", "limb-weakness"] }, "3 same-day"],
  ])("%j: %s", (told, verdict) => {
    expect(verdictOn(told)).toBe(verdict);
  });
});

describe("the duration table for dull pain", () => {
  const LENGTHS: readonly (readonly [days: number, better: string, same: string, unknown: string, worse: string])[] = [
    [0, "0", "0", "0", "0"],
    [1, "0", "0", "0", "0"],
    [3, "0", "0", "0", "0"],
    [4, "0", "1", "1", "2"],
    [7, "0", "1", "1", "2"],
    [8, "1", "1", "1", "2"],
    [13, "1", "1", "1", "2"],
    [14, "1", "2", "2", "2"],
    [20, "1", "2", "2", "2"],
    [21, "1", "2", "2", "2 prompt"],
    [41, "1", "2", "2", "2 prompt"],
    [42, "2", "2 prompt", "2 prompt", "2 prompt"],
    [84, "2", "2", "2", "2 prompt"],
    [400, "2", "2", "2", "2 prompt"],
  ];
  const trends = ["better", "same", null, "worse"] as const;
  const cells = LENGTHS.flatMap(([days, ...levels]) =>
    levels.map((verdict, i) => [days, trends[i] as Trend | null, verdict] as const),
  );

  test.each(cells)("%i days, %s: %s", (days, trend, verdict) => {
    const given = verdictOn({ signs: ["ordinary-soreness"], days, trend });
    expect(given.slice(0, verdict.length)).toBe(verdict);
  });

  test("comes and goes counts as the same", () => {
    expect(verdictOn({ signs: ["ordinary-soreness"], days: 5, trend: "comes-and-goes" })).toBe("1");
    expect(verdictOn({ signs: ["ordinary-soreness"], days: 30, trend: "comes-and-goes" })).toMatch(/^2/);
  });

  test("a newer lifter may be sore all week", () => {
    expect(verdictOn({ signs: ["ordinary-soreness"], days: 6, isNovice: true })).toBe("0");
    expect(verdictOn({ signs: ["ordinary-soreness"], days: 6, isNovice: true, trend: "same" })).toBe("1");
    expect(verdictOn({ signs: ["ordinary-soreness"], days: 9, isNovice: true })).toBe("1");
  });

  test("under 18 the table is read one column to the right from day 8", () => {
    const young = { signs: ["ordinary-soreness"], risks: ["risk-under-18"] };
    expect(verdictOn({ ...young, days: 5, trend: "better" })).toBe("0");
    expect(verdictOn({ ...young, days: 9, trend: "same" })).toMatch(/^2/);
  });
});

describe("what the length is called", () => {
  test.each<readonly [days: number | null, trend: Trend | null, level: Level, ids: readonly string[]]>([
    [null, null, 2, []],
    [2, null, 0, []],
    [5, "same", 1, ["duration-watch"]],
    [9, "better", 1, ["duration-watch"]],
    [5, "worse", 2, ["worsening-trend"]],
    // Of somebody under 18, who said nothing of getting worse.
    [8, null, 2, ["duration-watch"]],
    [14, "same", 2, ["long-lasting-pain"]],
    [30, null, 2, ["long-lasting-pain"]],
    [100, "better", 2, ["long-lasting-pain"]],
  ])("%s days, %s, level %i: %j", (days, trend, level, ids) => {
    expect(signsOfTime({ days, trend }, level)).toEqual(ids);
  });
});

describe("the graver of two verdicts", () => {
  const nothing = () => "";
  const verdict = (level: Level, band: Verdict["band"], because = nothing): Verdict => ({ level, band, because });

  test.each([
    [verdict(1, null), verdict(2, "routine"), verdict(2, "routine")],
    [verdict(2, "prompt"), verdict(2, "routine"), verdict(2, "prompt")],
    [verdict(3, "same-day"), verdict(3, "emergency"), verdict(3, "emergency")],
    [verdict(3, "same-day"), verdict(2, "prompt"), verdict(3, "same-day")],
  ])("of %j and %j it is %j", (a, b, graver_) => {
    expect(graver(a, b)).toEqual(graver_);
    expect(graver(b, a)).toEqual(graver_);
  });

  test("the earlier one where they are equal", () => {
    expect(
      graver(
        verdict(2, "prompt", () => "first"),
        verdict(2, "prompt"),
      ).because(),
    ).toBe("first");
  });
});
