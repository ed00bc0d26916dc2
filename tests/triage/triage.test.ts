import { describe, expect, test } from "vitest";
import type { Answers, Assessment, AssessmentKind, Band, Earlier, Level } from "#src/triage/assessment.ts";
import { createTriage } from "#src/triage/triage.ts";
import { assess, content, NOW, rulesAlone, signs } from "./engine.ts";

const idsOf = ({ findings, risks }: Assessment): readonly string[] => [...findings, ...risks].map(({ id }) => id);

describe("a description gets its kind, level and band", () => {
  test.each<readonly [text: string, kind: AssessmentKind, level: Level, band: Band]>([
    // Urgent, now.
    ["chest pain came on during my warm-up and it's still there", "urgent", 3, "emergency"],
    ["crushing pressure in my chest and i'm sweating", "urgent", 3, "emergency"],
    ["prob nothing but my chest feels tight", "urgent", 3, "emergency"],
    ["passed out at lockout and woke up on the floor", "urgent", 3, "emergency"],
    ["i passed out after my set yesterday, fine now", "urgent", 3, "emergency"],
    ["chest felt tight after deadlifts this morning, gone now", "urgent", 3, "emergency"],
    ["numb between my legs and i can't pee since i hurt my back", "urgent", 3, "emergency"],
    ["one side of my face is drooping and my speech is slurred", "urgent", 3, "emergency"],
    ["sudden headache at lockout, worst of my life", "urgent", 3, "emergency"],
    ["tearing pain between my shoulder blades out of nowhere", "urgent", 3, "emergency"],
    ["i can't catch my breath sitting on the sofa", "urgent", 3, "emergency"],
    ["the bar fell on my neck and it hurts a lot", "urgent", 3, "emergency"],
    // Urgent, today.
    ["my pee is brown like cola two days after the session", "urgent", 3, "same-day"],
    ["sharp pain in my ribs when i breathe in", "urgent", 3, "same-day"],
    ["my left hand has been numb since friday and it has not stopped", "urgent", 3, "same-day"],
    ["my face drooped for ten minutes last night, back to normal now", "urgent", 3, "emergency"],
    // Seen.
    ["can't row without a stabbing", "see-someone", 2, "routine"],
    ["stabbing pain in my shoulder blade when i twist", "see-someone", 2, "routine"],
    ["it's only a 3/10 but kinda sharp in my neck", "see-someone", 2, "routine"],
    ["my fingers tingle on and off when i deadlift", "see-someone", 2, "prompt"],
    ["pain shoots down my left arm from my neck", "see-someone", 2, "prompt"],
    ["dull ache in my traps for 3 weeks", "see-someone", 2, "routine"],
    ["dull ache in my traps for 7 weeks", "see-someone", 2, "prompt"],
    // Watched.
    ["dull ache in my traps for 9 days", "watch", 1, null],
    ["im 57 and my traps are sore from yesterdays rows", "watch", 1, null],
    ["72 here, both calves stiff since yesterday", "watch", 1, null],
    ["seventy-four, thighs stiff after step ups", "watch", 1, null],
    ["my lower back is wrecked", "watch", 1, null],
    ["knee aches, took panadol so i could do my lunges", "watch", 1, null],
    ["seeing stars after squats again, third time, passes in a second", "watch", 1, null],
    // Ordinary.
    ["traps and lats are sore from yesterday's deadlifts", "ordinary", 0, null],
    ["no numbness, no chest pain, just stiff traps after rows", "ordinary", 0, null],
    // Nothing to triage.
    ["what grip should i use for rows", "nothing-reported", 0, null],
    ["sharp form today, coach was happy", "nothing-reported", 0, null],
    ["stabbing at 405 next week", "nothing-reported", 0, null],
    ["i am numb to losing at this point", "nothing-reported", 0, null],
    // A wish to die.
    ["i don't want to be alive anymore", "crisis", 3, "emergency"],
  ])("%j: %s, %i %s", (text, kind, level, band) => {
    const assessment = assess(text);
    expect([assessment.kind, assessment.level, assessment.band]).toEqual([kind, level, band]);
  });
});

describe("what people type first", () => {
  test.each<readonly [text: string, least: Level, most: Level]>([
    ["neck sore", 0, 0],
    ["my neck's sore", 0, 0],
    ["my back hurts", 0, 1],
    ["shoulder pain", 0, 1],
    ["pain between shoulder blades", 0, 1],
    ["spasm in my back", 0, 1],
    ["something is off with my back", 0, 1],
    ["calves sore from running", 0, 0],
    ["is this normal", 0, 1],
    ["sharp pain in my upper back", 2, 2],
    ["upper back sore for 3 weeks", 2, 2],
    ["felt a pop in my back", 2, 2],
    ["my arm is weak", 3, 3],
    ["my leg is weak", 3, 3],
    ["dark pee", 3, 3],
    ["my hand is numb", 2, 3],
    ["zero to jackhammer inside my skull in one rep", 3, 3],
    ["both palms asleep, awake, asleep again all day", 3, 3],
    ["58, new ache in my middle back, i have not trained for weeks", 3, 3],
    ["sixteen, thighs sore after football", 0, 0],
    ["no rash or anything, coughing up blood since yesterday", 3, 3],
    ["no rash, cough or blood", 0, 0],
    ["no fever, just numb in the groin", 3, 3],
    ["nothing hurts, my pee is just brown", 3, 3],
    ["back sore, chest fine", 0, 0],
    ["doms and chest pain", 3, 3],
    ["it's not doms, it's a sharp pain", 2, 2],
    ["lightheaded three times after heavy sets this week", 1, 1],
    ["legs sore, heart fine", 0, 0],
    ["upper back pain since friday", 1, 1],
    ["is it normal that my upper back hurts since deadlifts on friday?", 1, 1],
    ["my back hurts since yesterday", 1, 1],
    ["sore legs, day 2 worse than day 1", 0, 0],
    ["day 3 worse than day 2, dull", 0, 0],
    ["day 6 worse than day 2, dull", 2, 2],
  ])("%j: from %i to %i", (text, least, most) => {
    const { level } = assess(text);
    expect(level).toBeGreaterThanOrEqual(least);
    expect(level).toBeLessThanOrEqual(most);
  });

  test.each([
    "traps sore for two days",
    "upper back sore for 3 days after deadlifts",
    "lifting for 8 months, traps sore since yesterday",
    "sore for 5 days but nearly gone",
    "mild ache in my lats",
    "sore traps, nothing else",
    "glutes ache from hip thrusts",
    "biceps stiff this am, curls last nite",
    "abs tender to touch since planks yesterday, moving helps",
    "both adductors evenly sore, sumo yesterday",
  ])("%j is ordinary, and nothing is asked", (text) => {
    expect(assess(text)).toMatchObject({ kind: "ordinary", level: 0, asks: false });
  });

  test("fresh soreness beside a risk factor, on one side or for longer is weighed as before", () => {
    expect(assess("traps sore for two weeks").level).toBeGreaterThanOrEqual(1);
    expect(assess("pregnant, back sore for two days").level).toBeGreaterThanOrEqual(1);
  });

  test("a hint of an urgent sign in hardly a sentence is asked about, though it may be a joke", () => {
    const text = "passed out lol rip me";
    expect(assess(text)).toMatchObject({ level: 0, asks: true });
    expect(assess(`${text}, that new bench colour is wild`).asks).toBe(false);
  });

  test.each(["left shoulder hurts", "right knee hurts", "pain in my lower back"])(
    "%j is something to watch, and nobody says that it could not be read",
    (text) => {
      const { level, leftovers } = assess(text);
      expect(level).toBe(1);
      expect(leftovers).toEqual([]);
    },
  );

  test.each(["neck sore", "shoulders sore", "lats sore since last night"])(
    "%j was read, and nobody says otherwise",
    (text) => {
      const { kind, leftovers } = assess(text);
      expect([kind, leftovers]).toEqual(["ordinary", []]);
    },
  );

  test.each(["Mi espalda está rota, ayuda.", "mal de dos depuis hier", "meu ombro dói muito"])(
    "%j, which no one can read here, is asked about",
    (text) => expect(assess(text).asks).toBe(true),
  );
});

describe("a hint stands as if said where the second reader hears the same sign", () => {
  test("with its words, and with what the sign brings", () => {
    const text = "I coughed up blood this morning.";
    expect(rulesAlone.assess({ text, now: NOW }).level).toBe(0);
    const { level, findings } = assess(text);
    expect(level).toBe(3);
    expect(findings).toContainEqual(
      expect.objectContaining({
        id: "coughing-blood",
        certainty: "said",
        quote: expect.objectContaining({ start: 2 }),
      }),
    );
  });

  test.each([
    "that villain coughs blood in the last episode, great acting",
    "the boxer in that film coughs blood for ten minutes",
  ])("and nowhere else: %s", (text) => expect(idsOf(assess(text))).not.toContain("coughing-blood"));
});

test.each([
  "my quads are sore from lunges and my client fainted after his set",
  "traps stiff, and my wife coughed up blood",
])("the writer's own soreness keeps nobody from asking for somebody else: %s", (text) => {
  const { level, subject } = assess(text);
  expect([level, subject]).toEqual([3, "other"]);
});

test("words of soreness that are of a mood are answered or asked about as a wish to die", () => {
  const { kind, questions } = assess("im so tired of everything");
  const isAsked = questions.some((question) => question.kind === "sign" && question.signId === "wants-to-die");
  expect(kind === "crisis" || isAsked).toBe(true);
});

test.each([
  "gran, 74, thighs a bit sore from her chair class on saturday",
  "fella i coach is 59, his traps are sore since yesterday",
])("soreness of somebody over fifty is watched: %s", (text) => {
  const { level, risks } = assess(text);
  expect([level, risks.map(({ id }) => id)]).toEqual([1, ["risk-over-50"]]);
});

describe("a warning in words that the second reader holds for nothing is asked about and does not count", () => {
  test.each([
    ["the van has a stiff neck and a fever, the mechanic is good", "stiff-neck-fever"],
    ["new bumper plates leak oil when dropped, is this bladder or bowel haha", "effort-leak"],
    ["numbness came back", "tingling-numbness"],
  ])("%s", (text, sign) => {
    expect(rulesAlone.assess({ text, now: NOW }).level).toBeGreaterThanOrEqual(2);
    const { level, questions, ignored } = assess(text);
    expect(level).toBeLessThan(2);
    expect(questions).toContainEqual({ kind: "sign", signId: sign });
    expect(ignored).toContainEqual(expect.objectContaining({ id: sign, reason: "doubted" }));
  });

  test("until the person says yes", () => {
    const text = "the van has a stiff neck and a fever, the mechanic is good";
    expect(assess(text, { answers: { present: ["stiff-neck-fever"] } }).level).toBe(3);
  });
});

test.each(["my back has hurt for two months", "had breast cancer, my spine has ached for three weeks"])(
  "a sign that the length and the second reader both tell of is told once: %s",
  (text) => {
    const ids = assess(text).findings.map(({ id }) => id);
    expect(ids).toContain("long-lasting-pain");
    expect(new Set(ids).size).toBe(ids.length);
  },
);

describe("no warning is answered as ordinary without asking", () => {
  test.each([
    "my back feels like somebody left a fork in it",
    "something odd happens to my feet when i stand up",
    "pooping feels different since the weekend",
    "my neck does a weird thing since the lift",
    "no stabbing in the neck... actually yeah, there is",
    "stiff neck for 3 wks",
    "my back has been aching since my meet in march",
    "can't row without a stabbing pain in my back",
    "upper back aches on and off for 3 months",
  ])("%j", (text) => {
    const { level, asks } = assess(text);
    expect(level > 0 || asks).toBe(true);
  });
});

describe("what is feared by name, seen to happen or called for in a hurry is urgent or asked about", () => {
  test.each([
    "i think it's a heart attack",
    "stroke??",
    "what if this is meningitis",
    "collapsed lung again",
    "could it be a clot in my calf",
    "dislocated my elbow",
    "numbness in my saddle area",
    "a woman by the rower just collapsed",
    "he stopped breathing",
    "our lifter won't wake up",
    "we need an ambulance",
    "help me",
    "she is bleeding and it won't stop",
    "threw up blood twice",
    "tongue and lips swelling after a shake",
    "took every pill i have",
    "my friend wrote that he won't be here tomorrow",
  ])("%j", (text) => {
    const { level, asks } = assess(text);
    expect(level === 3 || asks).toBe(true);
  });

  test.each([
    "crushing chest pain and I can't breathe",
    "crushing chest pain and I can't breathe, what do I do",
    "chest pressure, throat closing up",
  ])("and two of them side by side in few words are urgent: %j", (text) => expect(assess(text).level).toBe(3));

  test.each([
    "stroke rate of 24 on the erg",
    "does creatine cause rhabdo?",
    "no heart attack jokes please",
    "concussion course for coaches is full",
    "dad had a stroke twenty years ago",
    "an ambulance drove past the gym",
    "choking in every final, that's us",
  ])("and what only shares the words is not: %j", (text) => {
    expect(assess(text).level).toBe(0);
  });
});

describe("gym talk stays silent", () => {
  test.each([
    "that set was a killer",
    "pins for the rack arrived today",
    "new needle on the scale moved, bulk is on",
    "tearing it up in the gym these days",
    "ripped 500 off the floor",
    "chest day tomorrow, any tips",
    "chest-supported rows or pendlay rows",
    "passed out on the sofa at nine, great sleep",
    "grip gave out on the last rep at 220",
    "jelly legs after squats, gone in five minutes",
    "pain in the neck to track calories",
    "12 weeks out from nationals",
    "i have trained for 10 years",
    "3 sets of 10 at 60 kg",
    "no chest pain, no numbness, no weakness",
    "can you get a numb hand from deadlifts in general",
    "coach had a hernia years ago",
  ])("%j", (text) => {
    expect(assess(text).level).toBeLessThan(2);
  });
});

describe("rules over the words of a text", () => {
  test.each<readonly [text: string, level: Level]>([
    // R4
    ["i'm 16 and my traps are sore from yesterday", 0],
    ["i have osteoporosis and my back is sore from rows", 1],
    ["i have osteoporosis and felt a sudden sharp pain in my back", 3],
    ["i'm 22 weeks pregnant and my traps are sore from rows", 1],
    // R5
    ["pain between my shoulder blades that came from nowhere and wakes me every night", 3],
    // R6
    ["saw stars for a second after a heavy single, fine right away", 0],
    // Rulings
    ["both my hands tingle on and off", 3],
    ["i get a fever of 38.6 with my back pain, no cold", 3],
    ["my heart flutters since the session", 2],
    ["sharp pain when i twist or reach", 2],
    ["i rested for a week and it is still sore", 1],
  ])("%j: %i", (text, level) => {
    expect(assess(text).level).toBe(level);
  });
});

describe("somebody else", () => {
  test("their sign is triaged for them", () => {
    const assessment = assess("my wife has chest pain since her deadlifts, what should we do");
    expect(assessment).toMatchObject({ subject: "other", level: 3, band: "emergency" });
  });

  test("beside a sign of one's own it is not", () => {
    const assessment = assess("my buddy passed out last week lol. my left hand is tingling");
    expect(assessment.subject).toBe("self");
    expect(idsOf(assessment)).not.toContain("fainting-blackout");
  });
});

describe("it explains itself", () => {
  test("a finding quotes the person's own words, where they stand", () => {
    const text = "Hi 👋 — so my PEE looks like cola, help";
    const finding = assess(text).findings.find(({ id }) => id === "dark-urine");
    expect(finding?.quote).not.toBeNull();
    const { start = 0, end = 0, text: words } = finding?.quote ?? {};
    expect(text.slice(start, end)).toBe(words);
    expect(words).toBe("PEE looks like cola");
  });

  test("findings come most serious first", () => {
    const levels = assess(
      "dull ache in my traps. it stabs me in the neck when i twist. my pee looks like cola",
    ).findings.map(({ id }) => signs.signs.get(id)?.level ?? 0);
    expect(levels.length).toBeGreaterThan(1);
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
  });

  test("what was seen and set aside is named with the reason", () => {
    expect(assess("no blood in my pee, just sore traps").ignored).toContainEqual(
      expect.objectContaining({ id: "dark-urine", reason: "negated" }),
    );
  });

  test("causes of the article that fit are named", () => {
    expect(
      assess("i sit at a computer all day and my upper back is sore from deadlifts").causes.length,
    ).toBeGreaterThan(0);
  });

  test("the rule that gave the level is a sentence", () => {
    expect(assess("my pee looks like cola").decidedBy).toContain("sign");
    expect(assess("dull ache in my traps for 3 weeks").decidedBy).toContain("21 days");
  });

  test("words nobody could read are given back", () => {
    const { kind, leftovers, asks, level } = rulesAlone.assess({ text: "my ribs sing backwards", now: NOW });
    expect([kind, asks, level]).toEqual(["not-understood", true, 0]);
    expect(leftovers.map(({ text }) => text)).toEqual(["my ribs sing backwards"]);
  });
});

describe("questions", () => {
  test("there are at most two, none twice, and asking means having some", () => {
    const texts = [
      "numb",
      "weird feeling in my leg like ants",
      "my neck does a weird thing",
      "back is killing me 8/10",
      "my spleen sings",
      "brown pee",
    ];
    for (const text of texts) {
      const { asks, questions } = assess(text);
      expect(questions.length).toBeLessThanOrEqual(2);
      expect(new Set(questions.map((one) => JSON.stringify(one))).size).toBe(questions.length);
      expect(asks).toBe(questions.length > 0);
    }
  });

  test("a crisis asks nothing", () => {
    expect(assess("i want to kill myself")).toMatchObject({ kind: "crisis", asks: false, questions: [] });
  });

  test("what was answered is not asked again", () => {
    const texts = [
      "my groin is nubm since yesterday",
      "my neck does a weird thing",
      "nubm left hand",
      "i feel fevrish and my back hurts",
    ];
    let asked = 0;
    for (const text of texts) {
      const signIds = assess(text).questions.flatMap((one) => (one.kind === "sign" ? [one.signId] : []));
      asked += signIds.length;
      for (const answers of [
        { absent: signIds },
        { unsure: signIds },
        { present: signIds },
      ] satisfies readonly Answers[]) {
        const again = assess(text, { answers }).questions.flatMap((one) => (one.kind === "sign" ? [one.signId] : []));
        expect(again.filter((id) => signIds.includes(id))).toEqual([]);
      }
    }
    expect(asked).toBeGreaterThan(0);
  });

  test("don't know is never a no", () => {
    const text = "my hand is nubm since friday and it has not stopped";
    const before = assess(text);
    const unsure = before.findings.map(({ id }) => id);
    expect(assess(text, { answers: { unsure } }).level).toBe(before.level);
  });
});

describe("ticks and choices are weighed with the words", () => {
  test.each<readonly [text: string | null, answers: Answers, kind: AssessmentKind, level: Level]>([
    [null, {}, "nothing-reported", 0],
    [null, { feels: "dull" }, "ordinary", 0],
    [null, { feels: "sharp" }, "see-someone", 2],
    [null, { feels: "tingling" }, "see-someone", 2],
    [null, { feels: "burning" }, "not-understood", 0],
    [null, { feels: "burning", sinceDays: 2, trend: "worse" }, "not-understood", 0],
    [null, { feels: "unsure" }, "not-understood", 0],
    [null, { feels: "dull", sinceDays: 30 }, "see-someone", 2],
    [null, { feels: "dull", sinceDays: 10, trend: "better" }, "watch", 1],
    [null, { feels: "dull", sinceDays: 5, trend: "worse" }, "see-someone", 2],
    [null, { present: ["saddle-numbness"] }, "urgent", 3],
    ["traps are sore from yesterday", { feels: "sharp" }, "see-someone", 2],
    ["traps are sore from yesterday", { feels: "burning" }, "not-understood", 0],
    ["traps are sore from yesterday", { feels: "unsure" }, "ordinary", 0],
    ["traps are sore from yesterday", { present: ["dark-urine"] }, "urgent", 3],
    ["stabbing pain in my neck", { feels: "dull" }, "see-someone", 2],
    ["dull ache in my traps for 3 weeks", { sinceDays: 2 }, "see-someone", 2],
    ["my pee looks like cola", { absent: ["dark-urine"] }, "urgent", 3],
    ["traps are sore from yesterday", { present: ["no-such-sign"] }, "ordinary", 0],
  ])("%j with %j: %s, %i", (text, answers, kind, level) => {
    const assessment = assess(text, { answers });
    expect([assessment.kind, assessment.level]).toEqual([kind, level]);
  });
});

describe("a later answer never lowers an earlier one", () => {
  const before: Earlier = {
    present: ["dark-urine"],
    corrected: [],
    risks: ["risk-over-50"],
    feels: null,
    durationDays: 9,
    trend: null,
    hasLeftovers: false,
    subject: "self",
    level: 3,
    band: "same-day",
  };

  test.each<readonly [text: string | null, answers: Answers]>([
    [null, {}],
    ["it's fine now", {}],
    ["traps are a bit sore", { feels: "dull", trend: "better" }],
    [null, { absent: ["dark-urine"] }],
    [null, { unsure: ["dark-urine"] }],
  ])("%j with %j", (text, answers) => {
    const after = assess(text, { answers, earlier: before });
    expect(after).toMatchObject({ level: 3, band: "same-day" });
    expect(idsOf(after)).toEqual(expect.arrayContaining(["dark-urine", "risk-over-50"]));
  });

  test("it may raise", () => {
    const after = assess("and now my chest hurts, real pressure in the chest", { earlier: before });
    expect(after).toMatchObject({ level: 3, band: "emergency" });
  });

  test("days, trend, subject and what it feels like are remembered", () => {
    const after = assess(null, {
      earlier: { ...before, present: [], level: 0, band: null, feels: "sharp", subject: "other", trend: "worse" },
    });
    expect(after).toMatchObject({ durationDays: 9, trend: "worse", subject: "other", level: 2 });
    expect(idsOf(after)).toContain("sharp-stabbing-pain");
  });

  test("words that nobody could read earlier keep it from being called ordinary or nothing", () => {
    const earlier: Earlier = {
      ...before,
      present: [],
      risks: [],
      durationDays: null,
      level: 0,
      band: null,
      hasLeftovers: true,
    };
    expect(assess(null, { earlier }).kind).toBe("not-understood");
  });
});

describe("what was read wrongly can be taken back", () => {
  const text = "my pee looks like cola and my traps are sore";

  test("the sign is set aside, with its words", () => {
    const after = assess(text, { answers: { corrected: ["dark-urine"] } });
    expect(idsOf(after)).not.toContain("dark-urine");
    expect(after.ignored).toMatchObject([
      { id: "dark-urine", reason: "corrected", quote: { text: expect.stringContaining("pee") } },
    ]);
  });

  test("an earlier card is no floor then", () => {
    const first = assess(text);
    const earlier: Earlier = {
      present: first.findings.map(({ id }) => id),
      corrected: [],
      risks: [],
      feels: null,
      durationDays: null,
      trend: null,
      hasLeftovers: false,
      subject: "self",
      level: first.level,
      band: first.band,
    };
    const after = assess(null, { answers: { corrected: ["dark-urine"] }, earlier });
    expect(after.level).toBeLessThan(3);
    expect(idsOf(after)).not.toContain("dark-urine");
  });

  test("it stays taken back unless it is told again", () => {
    const earlier: Earlier = {
      present: ["ordinary-soreness"],
      corrected: ["dark-urine"],
      risks: [],
      feels: null,
      durationDays: null,
      trend: null,
      hasLeftovers: false,
      subject: "self",
      level: 0,
      band: null,
    };
    expect(assess(null, { earlier }).ignored).toMatchObject([{ id: "dark-urine", reason: "corrected" }]);
    expect(assess("ok now my pee really looks like cola", { earlier }).level).toBe(3);
  });
});

describe("what is no description is answered politely", () => {
  test.each([
    ["", "not-understood"],
    ["   ", "not-understood"],
    ["😭😭😭😭", "not-understood"],
    ["?!?!...", "not-understood"],
    ["<@123456789012345678>", "not-understood"],
  ])("%j: %s, level 0", (text, kind) => {
    expect(assess(text)).toMatchObject({ kind, level: 0 });
  });
});

test("a sign whose pattern names an unknown class is refused with its name", () => {
  const recognitions = new Map(content.recognitions);
  const sharp = recognitions.get("sharp-stabbing-pain");
  if (sharp === undefined) throw new Error("no such sign");
  recognitions.set("sharp-stabbing-pain", { ...sharp, patterns: ["no-such-class .. neck"] });
  expect(() => createTriage({ signs, reading: { ...content, recognitions }, causes: [] })).toThrow(
    'sharp-stabbing-pain: pattern "no-such-class .. neck" names the unknown word class "no-such-class"',
  );
});

test("the same words give the same answer", () => {
  const text = "weird fizz in my palm since tuesday, 3/10, my coach says rest";
  expect(assess(text)).toEqual(assess(text));
  expect(NOW.toISOString()).toBe("2026-11-22T12:00:00.000Z");
});
