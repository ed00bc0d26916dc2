import { describe, expect, test } from "vitest";
import { decodeCustomId } from "#src/discord/custom-id.ts";
import { getAdvice } from "#src/knowledge/knowledge.ts";
import { assessmentReply, assessmentUpdate } from "#src/replies/assessment-reply.ts";
import { firstState } from "#src/replies/continue-reading.ts";
import { questionAnswers } from "#src/replies/question-parts.ts";
import { NOTHING_READ } from "#src/replies/reading-state.ts";
import { decodeReminderDay } from "#src/replies/reminder-reply.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import {
  assessment,
  bodyOf,
  customId,
  finding,
  followUpOf,
  knowledge,
  labels,
  nodes,
  PRIVATE,
  settingsSaying,
  sources,
  textOf,
  violations,
} from "./examples.ts";

const KINDS = {
  "emergency now": assessment({
    kind: "urgent",
    level: 3,
    band: "emergency",
    findings: [finding("chest-pain", "chest feels tight")],
  }),
  "help today": assessment({
    kind: "urgent",
    level: 3,
    band: "same-day",
    findings: [finding("tingling", "numb all week")],
  }),
  "be seen, prompt": assessment({
    kind: "see-someone",
    level: 2,
    band: "prompt",
    findings: [finding("tingling", "hand goes tingly")],
  }),
  "be seen, routine": assessment({
    kind: "see-someone",
    level: 2,
    band: "routine",
    findings: [finding("sharp-pain", "kinda sharp")],
  }),
  watch: assessment({ kind: "watch", level: 1, findings: [finding("one-sided", "only left side")], durationDays: 5 }),
  ordinary: assessment({
    findings: [finding("ordinary-soreness", "traps are fried")],
    causes: [{ id: "weak-upper-back", quote: { text: "desk job", start: 30, end: 38 } }],
  }),
  "not understood": assessment({
    kind: "not-understood",
    leftovers: [{ text: "a fork in my scapula", start: 0, end: 20 }],
  }),
  "nothing reported": assessment({ kind: "nothing-reported" }),
  crisis: assessment({
    kind: "crisis",
    level: 3,
    band: "emergency",
    findings: [finding("wants-to-die", "i want to die")],
  }),
} satisfies Record<string, Assessment>;

const ABOUT_DYING = [{ kind: "sign", signId: "wants-to-die" }] as const;
const all = Object.entries<Assessment>(KINDS);
const warnings = all.filter(([, { level, kind }]) => level >= 1 && kind !== "crisis");
const reply = (of: Assessment, changes = {}) => assessmentReply(of, sources(of, changes));
const cardText = (of: Assessment, changes = {}) => textOf(bodyOf(reply(of, changes)));

describe("every kind of answer", () => {
  test.each(all)("%s: Discord takes it, in public and in private, for oneself and for others", (_, one) => {
    for (const subject of ["self", "other"] as const) {
      const of = { ...one, subject };
      expect(violations(reply(of))).toEqual([]);
      expect(violations(reply(of, { place: PRIVATE }))).toEqual([]);
      expect(violations(assessmentUpdate(of, sources(of)))).toEqual([]);
    }
  });

  test.each(all)("%s: never says that all is well, and guesses no diagnosis", (_, one) => {
    expect(cardText(one)).not.toMatch(
      /you('| a)re fine|nothing serious|no red flags|safe to train|100 ?%|walk it off|just DOMS|pinched nerve|have none/i,
    );
  });

  test.each(all)("%s: leaves no placeholder behind", (_, one) => {
    for (const subject of ["self", "other"] as const) expect(cardText({ ...one, subject })).not.toMatch(/\{\{|\}\}/);
  });

  test.each(all)("%s: pings nobody and holds no link that hides where it leads", (_, one) => {
    expect(cardText(one)).not.toMatch(/<@|@everyone|\]\(/);
  });
});

describe("the action comes first", () => {
  test.each([
    ["emergency now", "emergency"],
    ["help today", "same-day"],
    ["be seen, prompt", "prompt"],
    ["be seen, routine", "routine"],
    ["watch", "watch"],
    ["ordinary", "ordinary"],
    ["not understood", "not-understood"],
    ["nothing reported", "nothing-reported"],
    ["crisis", "crisis"],
  ] as const)("%s begins with the heading of the card %s", (kind, card) => {
    const heading = getAdvice(knowledge, card).heading.self.replaceAll("{{date}}", "<t:1795608000:D>");
    expect(cardText(KINDS[kind]).split("\n")[0]).toBe(`## ${heading}`);
  });

  test("an emergency by value: action, numbers, the words, what to do, why, and nothing else", () => {
    const { bullets, body } = getAdvice(knowledge, "emergency");
    expect(cardText(KINDS["emergency now"])).toBe(
      [
        "## Call your local emergency number now",
        "**UK 999, EU 112, US and Canada 911, Australia 000, NZ 111**",
        "You said: “chest feels tight” (chest pain)",
        ...bullets.self.map((line) => `- ${line}`),
        body.self,
      ].join("\n"),
    );
    expect(labels(bodyOf(reply(KINDS["emergency now"])))).toEqual([
      "There is more",
      "Read wrongly",
      "All countries",
      "Remove",
    ]);
  });

  test("the wording is that of the other person when somebody else is spoken of", () => {
    const text = cardText({ ...KINDS["emergency now"], subject: "other" });
    expect(text).toContain("## For your friend: call the local emergency number now");
    expect(text).toContain("You said about your friend: “chest feels tight”");
  });

  test("no emoji stands on a card of level 2 or 3", () => {
    for (const [, one] of warnings.filter(([, { level }]) => level >= 2)) {
      expect(cardText(one)).not.toMatch(/\p{Extended_Pictographic}/u);
    }
  });

  test("the level keeps its card whatever else could not be read or was not mentioned", () => {
    for (const kind of ["not-understood", "nothing-reported", "ordinary", "watch"] as const) {
      const text = cardText({ ...KINDS["emergency now"], kind });
      expect(text).toContain("## Call your local emergency number now");
    }
    expect(cardText({ ...KINDS.watch, kind: "ordinary" })).toContain("## Ease off");
  });
});

describe("ordinary soreness", () => {
  const body = bodyOf(reply(KINDS.ordinary));

  test("names the likely reason, why it fits, what to do and the exercises", () => {
    const text = textOf(body);
    expect(text).toContain("**A weak upper back.** Your upper back may be the weakest link");
    expect(text).toContain("You said “desk job”.");
    expect(text).toContain("### What to do");
    expect(text).toContain("Face pulls, Rear delt flies, Rows, Pull-ups");
    expect(text).toContain(knowledge.article.sourceLine);
  });

  test("shows the safety net and says that nothing is ruled out", () => {
    const text = textOf(body);
    expect(text).toContain("It is not ordinary soreness with any of these");
    expect(text).toContain("- sharp or stabbing pain");
    expect(text).toContain("I can't rule these out.");
  });

  test("offers the list, the circuit, the section and the way to say that it is worse", () => {
    expect(labels(body)).toEqual([
      "Accessories",
      "Warm-up circuit",
      "Read the section",
      "It's worse than that",
      "Remove",
    ]);
    expect(customId(body, "Accessories")).toBe("1:accessories:list::cause:weak-upper-back");
    expect(customId(body, "Warm-up circuit")).toBe("1:upperback-sore:section::0warmup-circuit");
    expect(customId(body, "Read the section")).toBe("1:upperback-sore:section::0weak-upper-back");
  });

  test("without a fitting reason it lists the article's usual ones and says nothing of exercises", () => {
    const text = cardText(assessment());
    expect(text).toContain("### The article's usual reasons");
    expect(text).not.toContain("Face pulls");
  });
});

describe("from level 1 up", () => {
  test.each(warnings)("%s: nothing about training, exercises or the circuit", (_, one) => {
    const body = bodyOf(reply({ ...one, causes: [{ id: "weak-upper-back", quote: null }] }));
    const wholes = nodes(body).map((node) => JSON.stringify(node));
    expect(labels(body).join()).not.toMatch(/accessor|circuit|section/i);
    expect(wholes.join()).not.toMatch(/accessories|circuit|25 reps|shrugs|face pulls|405|keep moving|arch/i);
  });

  test.each(warnings)("%s: every country's number is one button away", (_, one) => {
    expect(labels(bodyOf(reply(one)))).toContain("All countries");
  });

  test("the card that names a day offers to remind of that very day, unless the server wants no reminders", () => {
    const body = bodyOf(reply(KINDS.watch));
    expect(labels(body)).toContain("Remind me");
    const { state } = decodeCustomId(customId(body, "Remind me"));
    expect(cardText(KINDS.watch)).toContain(`<t:${(decodeReminderDay(state)?.getTime() ?? 0) / 1000}:D>`);
    const off = { settings: { ...DEFAULT_SETTINGS, reminders: false } };
    expect(labels(bodyOf(reply(KINDS.watch, off)))).not.toContain("Remind me");
    for (const [name, one] of Object.entries(KINDS)) {
      if (name !== "watch") expect(labels(bodyOf(reply(one)))).not.toContain("Remind me");
    }
  });

  test("watch names the day to look again, when to be seen, and what means help now", () => {
    const text = cardText(KINDS.watch);
    for (const line of getAdvice(knowledge, "watch").bullets.self) {
      expect(text).toContain(line.replaceAll("{{date}}", "<t:1795608000:D>"));
    }
    expect(text).toContain("-# Why soreness on one side matters: It needs a look.");
    expect(text).toContain("**Get help now for any of these:**");
    expect(text).toContain("-# I took it as: for about 5 days.");
  });

  test("the day to look again comes sooner with a risk factor", () => {
    expect(cardText({ ...KINDS.watch, risks: [finding("pregnancy")] })).toContain("<t:1795521600:D>");
  });
});

describe("what is intimate stays out of the channel", () => {
  const saddle = assessment({
    kind: "urgent",
    level: 3,
    band: "emergency",
    findings: [finding("saddle-numbness", "cant feel my crotch", 0), finding("sharp-pain", "sharp back pain", 24)],
    risks: [finding("under-18", "im 15", 44)],
    ignored: [{ id: "pregnancy", quote: { text: "not pregnant", start: 50, end: 62 }, reason: "negated" }],
    leftovers: [{ text: "my bits fizz", start: 70, end: 82 }],
  });

  test("the public card shows action and number, and names neither the words nor the sign nor the risk", () => {
    const text = cardText(saddle);
    expect(text).toContain("## Call your local emergency number now");
    expect(text).toContain("UK 999");
    expect(text).toContain("“sharp back pain”");
    expect(text).toContain("The reason is in a message that only you can see.");
    expect(text).not.toMatch(/crotch|between the legs|15|under 18|pregnan|fizz|parent/i);
  });

  test("the person gets words and reason in a private message", () => {
    const text = textOf(followUpOf(reply(saddle)) ?? { components: [] });
    expect(text).toContain("“cant feel my crotch” (numbness between the legs)");
    expect(text).toContain("Nerves low in the back may be squeezed.");
    expect(text).toContain("“im 15” (being under 18)");
    expect(text).toContain("Please tell a parent or coach as well.");
  });

  test("a quote that shares words with something intimate is left out, and the sign is named instead", () => {
    const text = cardText({
      ...saddle,
      findings: [finding("saddle-numbness", "numb crotch", 0), finding("sharp-pain", "crotch and sharp pain", 5)],
    });
    expect(text).not.toContain("crotch");
    expect(text).toContain("You said: sharp (stabbing) pain");
  });

  test("a private card says it all at once and sends nothing after it", () => {
    const answer = reply(saddle, { place: PRIVATE });
    expect(textOf(bodyOf(answer))).toContain("“cant feel my crotch” (numbness between the legs)");
    expect(textOf(bodyOf(answer))).toContain("Please tell a parent or coach as well.");
    expect(followUpOf(answer)).toBeNull();
  });

  test("an update repeats the private message only for something new", () => {
    const update = (known: string[]) => assessmentUpdate(saddle, sources(saddle, { known }));
    expect(followUpOf(update(["saddle-numbness", "under-18"]))).toBeNull();
    expect(followUpOf(update(["under-18"]))).not.toBeNull();
  });

  test("a sign that nobody knows counts as intimate", () => {
    const odd = assessment({
      kind: "see-someone",
      level: 2,
      band: "prompt",
      findings: [finding("new-sign", "odd words")],
    });
    expect(cardText(odd)).not.toMatch(/new-sign|odd words/);
  });

  test("the question about something intimate is asked in a form of one's own", () => {
    const asking = assessment({
      kind: "watch",
      level: 1,
      asks: true,
      questions: [{ kind: "sign", signId: "saddle-numbness" }],
    });
    const body = bodyOf(reply(asking));
    expect(textOf(body)).not.toContain("between the legs");
    expect(labels(body)).toContain("Answer it privately");
    expect(textOf(bodyOf(reply(asking, { place: PRIVATE })))).toContain("Is there numbness between the legs?");
  });
});

describe("a wish to die", () => {
  const body = bodyOf(reply(KINDS.crisis));

  test("is answered privately even where everything else is public", () => {
    expect(reply(KINDS.crisis)).toMatchObject({ kind: "message", visibility: "private" });
    expect(assessmentUpdate(KINDS.crisis, sources(KINDS.crisis))).toMatchObject({
      kind: "message",
      visibility: "private",
    });
  });

  test("is asked about privately as well", () => {
    const asking = assessment({
      kind: "not-understood",
      asks: true,
      questions: [{ kind: "sign", signId: "wants-to-die" }],
    });
    expect(reply(asking)).toMatchObject({ kind: "message", visibility: "private" });
    expect(labels(bodyOf(reply(asking)))).not.toContain("Show in channel");
  });

  test("is asked about privately while that question is open, whatever was answered in between", () => {
    const open = { ...firstState(KINDS["not understood"], {}, "public"), questions: ABOUT_DYING };
    expect(reply(KINDS["not understood"], { state: open })).toMatchObject({ visibility: "private" });
    const updated = assessmentUpdate(KINDS["not understood"], sources(KINDS["not understood"], { state: open }));
    expect(updated).toMatchObject({ kind: "message", visibility: "private" });
  });

  test("that somebody is not sure of is answered as one", () => {
    const question = { kind: "sign", signId: "wants-to-die" } as const;
    const pressed = (choice: string) => questionAnswers({ choice, question, state: NOTHING_READ }, []);
    expect(pressed("y")).toEqual({ present: ["wants-to-die"] });
    expect(pressed("u")).toEqual({ present: ["wants-to-die"] });
    expect(pressed("n")).toEqual({ absent: ["wants-to-die"] });
  });

  test("gets the emergency number and a crisis-line finder, and nothing quoted", () => {
    expect(textOf(body)).toContain("UK 999");
    expect(textOf(body)).toContain("https://findahelpline.com");
    expect(textOf(body)).not.toMatch(/i want to die|thoughts of dying|You said/);
    expect(labels(body)).toEqual(["All countries"]);
    expect(followUpOf(reply(KINDS.crisis))).toBeNull();
  });

  test("is never named or quoted on another card either", () => {
    const idiom = assessment({
      ...KINDS.ordinary,
      ignored: [{ id: "wants-to-die", quote: { text: "im dead lol", start: 0, end: 11 }, reason: "look-alike" }],
    });
    expect(cardText(idiom, { place: PRIVATE })).not.toMatch(/im dead|dying/);
  });
});

describe("the card explains its reading", () => {
  test("what was set aside and why, what could not be read, what was repaired", () => {
    const text = cardText({
      ...KINDS.watch,
      findings: [
        { ...finding("one-sided", "fevr left side"), repaired: [{ written: "fevr", read: "fever" }] },
        { ...finding("tingling", "fizzy thumb", 60), certainty: "guess" },
      ],
      ignored: [
        { id: "sharp-pain", quote: { text: "no sharp pain", start: 20, end: 33 }, reason: "negated" },
        { id: "chest-pain", quote: null, reason: "corrected" },
      ],
      leftovers: [{ text: "a fork in my scapula", start: 40, end: 60 }],
      trend: "worse",
      durationDays: 21,
    });
    expect(text).toContain("I couldn't quite read “a fork in my scapula” or “fizzy thumb”.");
    expect(text).toContain("-# I read “fevr” as “fever”.");
    expect(text).toContain(
      "-# I set aside: “no sharp pain” (you said it is not there), chest pain (you corrected this).",
    );
    expect(text).toContain("-# I took it as: for about 3 weeks, getting worse.");
    expect(text).not.toContain("“fizzy thumb” (tingling");
  });

  const unread = (signId: string): Assessment => ({
    ...KINDS["not understood"],
    questions: [{ kind: "sign", signId }],
    leftovers: [{ text: "read it and there it is", start: 0, end: 23 }],
  });

  test("quotes no words beside the question of an intimate sign where others can read along", () => {
    expect(cardText(unread("saddle-numbness"))).not.toContain("there it is");
    expect(cardText(unread("saddle-numbness"), { place: PRIVATE })).toContain("there it is");
    expect(cardText(unread("tingling"))).toContain("there it is");
  });

  test("quotes no words beside the question of a wish to die, not even privately", () => {
    expect(cardText(unread("wants-to-die"), { place: PRIVATE })).not.toContain("there it is");
  });
});

describe("questions", () => {
  const asking = assessment({
    kind: "watch",
    level: 1,
    asks: true,
    questions: [{ kind: "sign", signId: "tingling" }, { kind: "feels" }],
  });

  test("stand under the safety net, each with buttons, and don't know is one of them", () => {
    const body = bodyOf(reply(asking));
    const text = textOf(body);
    expect(text.indexOf("Is there tingling")).toBeGreaterThan(text.indexOf("Get help now"));
    expect(labels(body)).toEqual(expect.arrayContaining(["Yes", "No", "Don't know", "Burning", "Not sure"]));
  });

  test("how long, and whether anything else is there, have answers as well", () => {
    const other = { ...asking, questions: [{ kind: "since" }, { kind: "any-of-these" }] } as Assessment;
    expect(violations(reply(other))).toEqual([]);
    expect(labels(bodyOf(reply(other)))).toContain("Open the list");
    expect(nodes(bodyOf(reply(other))).some(({ placeholder }) => placeholder === "Choose")).toBe(true);
  });

  test("are not put when the reading asks nothing", () => {
    expect(labels(bodyOf(reply({ ...asking, asks: false })))).not.toContain("Yes");
  });

  test("about somebody else say so", () => {
    expect(cardText({ ...asking, subject: "other" })).toContain("About your friend: Is there tingling");
  });
});

describe("hostile and long words", () => {
  const words = [
    "🏋️".repeat(750),
    "\u202eevil\u202c [a](https://x.example) @everyone <@1> ||x|| # h".repeat(30),
    "p\u0300\u0301\u0302\u0303\u0304\u0305ain ".repeat(100),
    "כאב חד בגב העליון ".repeat(80),
    "*".repeat(1500),
    "{{numbers}} {{quotes}}",
    "$& $1 $'",
  ];

  test.each(words)("%# fit the card and stay plain text", (text) => {
    for (const [, one] of all) {
      const loud: Assessment = {
        ...one,
        findings: [...signIds].map((id, index) => finding(id, text, index * 2000)),
        ignored: signIds.map((id) => ({ id, quote: { text, start: 0, end: 1 }, reason: "negated" })),
        leftovers: [0, 1, 2, 3].map((start) => ({ text: `${start} ${text}`, start, end: start + 1 })),
        causes: [...knowledge.causes.keys()].map((id) => ({ id, quote: { text, start: 90000, end: 90001 } })),
        risks: [finding("under-18", text, 80000), finding("pregnancy", text, 82000)],
      };
      for (const place of [PRIVATE, { ...PRIVATE, visibility: "public" } as const]) {
        const answer = reply(loud, { place });
        expect(violations(answer)).toEqual([]);
        expect(textOf(bodyOf(answer))).not.toMatch(/[\u202a-\u202e]|(?<!\\)@everyone|\]\(https|(?<!\\)<@/);
      }
    }
  });
});

const signIds = ["sharp-pain", "tingling", "one-sided", "chest-pain", "ordinary-soreness", "saddle-numbness"];

const saying = (card: string, intro: string | null, closing: string | null) =>
  settingsSaying({ cards: { [card]: { intro, closing } } });

describe("a server's own lines", () => {
  test("stand beside the standard wording, and take nothing away", () => {
    const of = KINDS["emergency now"];
    const plain = cardText(of);
    const settings = saying("emergency", "Our gym's desk can call for you.", "Stay safe.");
    const worded = cardText(of, { settings });
    for (const line of plain.split("\n")) expect(worded).toContain(line);
    expect(worded).toContain("-# From this server:\nOur gym's desk can call for you.");
    expect(cardText(of, { settings: saying("prompt", "Another card.", null) })).toEqual(plain);
  });

  test("never stand on the card for a wish to die", () => {
    const of = KINDS.crisis;
    expect(reply(of, { settings: saying("crisis", "Buy our shirts", "Lift!") })).toEqual(reply(of));
  });
});
