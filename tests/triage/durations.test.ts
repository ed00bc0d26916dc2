import { describe, expect, test } from "vitest";
import { NOW, read, triage } from "./engine.ts";

const daysOf = (text: string, now = NOW): number | null => read(text, now).days;

type Row = readonly [text: string, days: number | null];

function expectDays(text: string, days: number | null): void {
  const read = daysOf(text);
  if (days === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(days, 0);
}

describe("lengths are read as lifters say them", () => {
  test.each<Row>([
    ["my upper back has been sore for 3 weeks", 21],
    ["dull ache for three weeks", 21],
    ["dull ache for 3wks", 21],
    ["stiff neck for 3 wks", 21],
    ["my traps ache, 10 days now", 10],
    ["upper back ache for a couple of days", 2],
    ["sore traps for a few days", 3],
    ["achy for several days now", 5],
    ["my back has ached all week", 6],
    ["my back has ached the whole week", 6],
    ["dull ache for a week and a half", 10.5],
    ["couple weeks of dull ache in my traps", 14],
    ["my lats have been sore for a fortnight", 14],
    ["my neck has hurt for a month", 30],
    ["sore for two and a half weeks", 17.5],
    ["half a year of upper back ache", 180],
    ["my upper back has been aching for 48 hours", 2],
    ["a month and a half of dull pain", 45],
    ["ten days of aching", 10],
    ["sore upper back, 12 days and counting", 12],
    ["day 4 of doms", 4],
    ["week 3 of this ache", 21],
    ["day 9, upper back still sore", 9],
    ["Day 9. Upper back still a bit sore.", 9],
    ["5th day of sore quads", 5],
    ["sixth day since volume squats and both thighs ache", 6],
    ["calves sore, five sleeps after hill sprints", 5],
    ["both quads sore, day 2", 2],
    ["57, day nine, traps still dull", 9],
    ["pregnant, my back has hurt for 3 weeks", 21],
    ["on prednisolone, back aches, three weeks", 21],
  ])("%j: %s days", expectDays);

  test.each<Row>([
    ["dull pain for 2 to 3 weeks", 21],
    ["dull pain for 2-3 weeks", 21],
    ["dull pain for 2 or 3 weeks", 21],
    ["sore for 10 to 12 days", 12],
  ])("of a range the longer end counts: %j: %s days", expectDays);

  test.each([
    ["sore for a few weeks", 21],
    ["it has been aching for several weeks", 21],
    ["it has been aching for weeks", 14],
    ["my upper back has hurt for months", 60],
    ["i've had a sore back for ages", 21],
    ["sore upper back forever", 21],
    ["my back has hurt for years", 365],
    ["going on a month of aching traps", 28],
    ["traps hurting since christmas", 330],
    ["my upper back has hurt since september", 53],
    ["my upper back has hurt on and off since september", 53],
  ] as const)("a vague length is at least so long: %j: %i days", (text, least) => {
    expect(daysOf(text)).toBeGreaterThanOrEqual(least);
  });
});

describe("a beginning is counted from the day of the message, a Sunday", () => {
  test.each<Row>([
    ["sore since yesterday", 1],
    ["sore since friday", 2],
    ["sore since tuesday", 5],
    ["sore since tues", 5],
    ["sore since monday", 6],
    ["traps sore since last night", 1],
    ["sore since this morning", 0],
    ["sore since the day before yesterday", 2],
    ["i tweaked my back 5 days ago and it still aches", 5],
    ["it started 3 weeks ago, dull ache in the traps", 21],
    ["dull ache that began a week ago", 7],
    ["back sore ever since saturday's pulls", 1],
    ["sore since the 3rd", 19],
    ["sore since the 25th", 28],
    ["sore since the 3rd, not better", 19],
    ["sore since the 3rd rep", null],
    ["sore since the 2nd set of rows", null],
    ["sore since nov 3", 19],
    ["sore since 3 november", 19],
    ["sore since thursday the 12th", 10],
    ["sore since october 30th", 23],
    ["sore from the 10th of october", 43],
    ["sore since the start of november", 20],
    ["ache since mid october", 38],
    ["ache since the first week of october", 52],
    ["ache since late august", 89],
    ["sore since my meet in march", 252],
    ["sore since labor day", 78],
    ["a bit of an ache, same bit since june", 160],
    ["achy lats since saturday's session (it's monday)", 2],
    ["it's wednesday and i'm sore since monday", 2],
    ["sore for a quarter of a year", 90],
  ])("%j: %s days", expectDays);

  test("another day, another count", () => {
    const wednesday = new Date("2026-11-25T09:00:00Z");
    expect(daysOf("sore since tuesday", wednesday)).toBe(1);
    expect(daysOf("sore since friday", wednesday)).toBe(5);
    expect(daysOf("sore since november", wednesday)).toBeLessThanOrEqual(25);
  });

  test("a weekday that equals today's is today", () => {
    expect(daysOf("sore since sunday")).toBe(0);
  });
});

describe("a length belongs to the complaint only where it is said of it", () => {
  test.each<Row>([
    ["been training for 3 years, sore since yesterday", 1],
    ["i have lifted for 5 years", null],
    ["i have lifted for 5 years and my traps are sore", null],
    ["6 weeks into my block, traps ache since monday", 6],
    ["8 weeks out from nationals and my back aches", null],
    ["12 week prep, sore after each pull day", null],
    ["i'm 34 years old and my traps are sore", null],
    ["rested 3 minutes between sets, back is sore", null],
    ["after a 2 week layoff my traps are sore", null],
    ["new belt 2 weeks ago, sore since yesterday", 1],
    ["bought this bar 3 months ago, back sore since saturday", 1],
    ["my deload week was great but my traps are achy", null],
    ["married for 10 years, traps sore", null],
    ["natty for 6 years, traps sore from rows", null],
    ["plank for 2 minutes, abs sore", null],
    ["week 5 of my programme and my lats are sore", null],
    ["my back was fine for 3 weeks, now sore since yesterday", 1],
    ["my meet is in 4 weeks, back is sore", null],
    ["first deadlifts in 2 months, traps are sore", null],
    ["pulled 180 for 5 weeks in a row, traps a bit sore", null],
    ["slept 5 hours, traps sore", null],
    ["i've been deadlifting for 2 years but my upper back has ached for 3 weeks", 21],
    ["training 6 months. upper back sore 9 days.", 9],
    ["sore upper back. 9 days. getting better", 9],
    ["great block. 9 weeks. traps sore since yesterday", 1],
    ["no pain for 3 weeks now", null],
    ["my deload lasts 1 week, traps achy", null],
    ["had sharp pain in my back 2 years ago", null],
    ["been waiting three weeks for my belt, traps sore", null],
    ["55 years, glutes sore", null],
    ["61 yrs, lats tender both sides", null],
    ["my mum, 66, day after squats, achy quads", null],
    ["preggers, 14 weeks, both thighs plain sore", null],
    ["22wks preg, both calves sore", null],
    ["19 weeks preggo and glutes are dully sore", null],
    ["4 weeks after the birth, shoulders sore", null],
    ["im on prednisone for asthma a year now, both lats achy", null],
    ["20 weeks with a bump, lats sore since yesterday", 1],
  ])("%j: %s days", expectDays);

  test.each<Row>([["sore for a week, cleared up, then sore again since friday", 2]])(
    "clearing and returning restarts the clock: %j: %s days",
    expectDays,
  );
});

describe("a length surely belongs to a pain that is there now, or only likely", () => {
  test.each([
    ["my traps have been sore for 3 weeks", true],
    ["dull ache since august", true],
    ["two years for this squat, bored stiff of it", false],
    ["my back ached for a year, all gone now", false],
    ["numb to the diet for 6 weeks", false],
  ] as const)("%j: %s", (text, isFirm) => {
    expect(read(text, NOW).isFirmlyDated).toBe(isFirm);
  });
});

describe("where it is going", () => {
  test.each([
    ["sore for 9 days, getting better", "better"],
    ["sore for 9 days but easing each day", "better"],
    ["ache is improving slowly", "better"],
    ["less sore than yesterday", "better"],
    ["sore for 9 days and not getting better", "same"],
    ["sore for 9 days, no improvement", "same"],
    ["sore for 9 days, no change", "same"],
    ["dull ache, same as last week", "same"],
    ["the ache won't go away", "same"],
    ["sore for 5 days and getting worse", "worse"],
    ["dull ache that gets worse every day", "worse"],
    ["the ache is worse each week", "worse"],
    ["it was getting better but now the ache is worse", "worse"],
    ["sore for 5 days, not getting worse", null],
    ["the ache comes and goes", "comes-and-goes"],
    ["dull ache on and off", "comes-and-goes"],
    ["my back is sore", null],
    ["upper back ache for 16 days, still lifting", null],
    ["sore since i was leaving the gym", null],
    ["ache for 16 days, went lighter, dropped down to 60 kg", null],
    ["ache for 16 days, it feels lighter", "better"],
    ["sore for 9 days, pain down to a 2", "better"],
    ["the stiffness is lifting", "better"],
    ["the soreness is leaving", "better"],
  ] as const)("%j: %s", (text, trend) => {
    expect(read(text, NOW).trend).toBe(trend);
  });
});

describe("a bare length is that of nothing yet", () => {
  test.each(["all week", "all month", "since friday", "since like tuesday i think", "two weeks now", "week 6"])(
    "%j is asked about",
    (text) => {
      const { kind, level, asks, durationDays } = triage.assess({ text, now: NOW });
      expect({ kind, level, asks }).toEqual({ kind: "not-understood", level: 0, asks: true });
      expect(durationDays).toBe(daysOf(text));
    },
  );

  test.each([
    "since easter lol",
    "three weeks, still there",
    "three weeks of this",
    "three weeks, no better",
    "three weeks of doms",
  ])("%j says that something goes on", (text) => {
    expect(triage.assess({ text, now: NOW }).level).toBe(2);
  });

  test.each(["since tuesday numb today", "since vomiting tuesday", "since tuesday. chest. tight. same today."])(
    "%j is more than a length",
    (text) => {
      expect(read(text, NOW).isOnlyALength).toBe(false);
    },
  );

  test("beside an answer it is that of the complaint, now or later", () => {
    const text = "all month";
    expect(triage.assess({ text, now: NOW, answers: { feels: "dull" } }).level).toBe(2);
    const { findings, durationDays, level, band, subject, trend } = triage.assess({ text, now: NOW });
    const present = findings.map(({ id }) => id);
    const earlier = {
      present,
      corrected: [],
      risks: [],
      feels: null,
      durationDays,
      trend,
      hasLeftovers: true,
      subject,
      level,
      band,
    };
    expect(triage.assess({ text: null, now: NOW, answers: { feels: "dull" }, earlier }).level).toBe(2);
  });
});
