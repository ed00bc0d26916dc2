import { describe, expect, test } from "vitest";
import ask from "#commands/ask.ts";
import upperbackSore from "#commands/upperback-sore.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { loadSearch } from "#src/knowledge/search/load-search.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import type { QuestionServices } from "#src/replies/question-reply.ts";
import { createSpeller } from "#src/triage/spelling.ts";
import { bodyOf, knowledge, labels, settingsSaying, signs, textOf, violations } from "../replies/examples.ts";
import { fakeTriage } from "../replies/fake-triage.ts";
import { triage } from "../triage/engine.ts";
import { MANAGE_MESSAGES, press, STRANGER, typed, typing } from "./requests.ts";

const search = loadSearch("knowledge", knowledge, createSpeller);
const services: QuestionServices = { knowledge, signs, triage: fakeTriage, search, ...NO_HOUSE };
const stranger = { user: { id: STRANGER, name: "other" } };
const asked = (question: string, options = {}, base = {}): Reply =>
  ask.execute(typed("ask", { question, ...options }, base), services);
const body = (question: string): MessageBody => bodyOf(asked(question));

describe("the command as Discord knows it", () => {
  test("Discord takes it, and the question is suggested while typing", () => {
    expect(contractViolations("PUT /applications/1/commands", [ask.data])).toEqual([]);
    expect(ask.data.options[0]).toMatchObject({ name: "question", required: true, autocomplete: true });
  });
});

describe("a question that the article answers", () => {
  test("gets the whole section with its source line, and its neighbours as buttons", () => {
    const reply = asked("why are my traps sore");
    expect(reply).toMatchObject({ kind: "message", visibility: "public" });
    const text = textOf(bodyOf(reply));
    expect(text).toContain("## Sore traps from deadlifts");
    for (const { text: passage } of knowledge.sections.get("trap-soreness")?.passages ?? []) {
      expect(text).toContain(passage);
    }
    expect(text).toContain(knowledge.article.sourceLine);
    expect(labels(bodyOf(reply)).slice(0, 2)).toEqual([
      "What research says about traps",
      "Cailer Woolam and his shrugs",
    ]);
    expect(violations(reply)).toEqual([]);
  });

  test("may be asked by a suggested name, and is found again under every one of them", () => {
    for (const { title, aliases } of knowledge.sections.values()) {
      for (const name of [title, ...aliases.slice(0, 3)]) {
        const text = textOf(body(name));
        if (/sharp|tingl|dull|left|chest/.test(name)) continue;
        expect([name, text.split("\n").some((line) => line === `## ${title}`)]).toEqual([name, true]);
      }
    }
  });

  test("by its title, as it is suggested, is never taken for somebody's complaint", () => {
    for (const { title } of knowledge.sections.values()) {
      const reply = ask.execute(typed("ask", { question: title }), { ...services, triage });
      expect(textOf(bodyOf(reply)).split("\n"), title).toContain(`## ${title}`);
    }
  });

  test("says first what is announced and not given", () => {
    const [first] = body("how many sets and reps should i do").components;
    expect(first).toMatchObject({
      content: "**The article gives no sets, reps or weights for these exercises.** What it has on this:",
    });
    expect(textOf(body("how many reps in the circuit"))).not.toContain("What it has on this:");
  });

  test("fits Discord for every section, with its longest line on top", () => {
    for (const { title, notGiven } of knowledge.sections.values()) {
      for (const question of [title, ...notGiven]) expect(violations(asked(question))).toEqual([]);
      const longest = Math.max(0, ...notGiven.map(({ length }) => length));
      expect(textOf(body(title)).length + longest).toBeLessThan(4000 - 50);
    }
  });
});

describe("a question that the article does not answer", () => {
  test("is told so, with what is covered, and with sections to go on with", () => {
    const reply = asked("how much protein do i need");
    const text = textOf(bodyOf(reply));
    expect(text).toContain("## I don't know that");
    for (const line of search.covers) expect(text).toContain(line);
    expect(text).toContain("/upperback-sore");
    expect(labels(bodyOf(reply))).toContain("Is a sore upper back normal?");
    expect(violations(reply)).toEqual([]);
  });

  test("never holds what was typed", () => {
    expect(textOf(body("@everyone [x](http://y) protein"))).not.toMatch(/everyone|http/);
  });
});

describe("a question that also describes pain", () => {
  test.each([
    ["my back is sharp and stabbing, how many reps in the circuit", "public"],
    ["chest hurts, should i film my deadlift", "public"],
    ["i want to die, is a sore back normal", "private"],
  ])("gets the warning card and no training answer: %s", (question, visibility) => {
    const reply = asked(question);
    expect(reply).toMatchObject({ kind: "message", visibility });
    const text = textOf(bodyOf(reply));
    expect(text).not.toMatch(/25 reps|## The warm-up circuit|## Film your deadlifts|## Is a sore upper back normal/);
    expect(labels(bodyOf(reply))).toContain("All countries");
    expect(violations(reply)).toEqual([]);
  });

  test("is answered where what it describes is ordinary", () => {
    expect(textOf(body("dull ache in my traps, why are my traps sore"))).toContain("## Sore traps from deadlifts");
  });
});

describe("a question about a pain that is only to be watched", () => {
  const real = { ...services, triage };
  const answer = (question: string): Reply => ask.execute(typed("ask", { question }), real);

  test("gets the warning first, and the section behind a button", () => {
    const reply = answer("why does my upper back hurt the day after deadlifts?");
    const text = textOf(bodyOf(reply));
    expect(text).toMatch(/^## Ease off/);
    expect(text).not.toContain("couldn't quite read");
    expect(violations(reply)).toEqual([]);
    const opened = press(upperbackSore, { reply }, { label: "What the article says", services: real });
    expect(opened).toMatchObject({ kind: "message", visibility: "private" });
    expect(textOf(bodyOf(opened))).toContain("## Is a sore upper back normal?");
  });

  test("has no such button where somebody should be seen, nor where the section is about training", () => {
    expect(labels(bodyOf(answer("why is there a stabbing pain in my upper back?")))).not.toContain(
      "What the article says",
    );
    expect(labels(bodyOf(answer("my upper back hurts, which accessories for the upper back?")))).not.toContain(
      "What the article says",
    );
  });
});

describe("who sees it", () => {
  test("only the person who asked, if they want it so, and then they can show it to the channel", () => {
    const reply = asked("why are my traps sore", { private: true });
    expect(reply).toMatchObject({ visibility: "private" });
    const shown = press(ask, { reply }, { label: "Show in channel", services });
    expect(shown).toMatchObject({ kind: "message", visibility: "public" });
    expect(textOf(bodyOf(shown))).toContain("## Sore traps from deadlifts");
    expect(violations(shown)).toEqual([]);
    expect(() => press(ask, { reply }, { label: "Show in channel", services, by: stranger })).toThrow(UserError);
  });

  test("a public answer is removed by who asked or by a moderator, and by nobody else", () => {
    const reply = asked("why are my traps sore");
    const remove = (by: object) => press(ask, { reply }, { label: "Remove", services, by });
    expect(remove({})).toEqual({ kind: "removal" });
    expect(remove({ ...stranger, memberPermissions: MANAGE_MESSAGES })).toEqual({ kind: "removal" });
    expect(() => remove(stranger)).toThrow(UserError);
  });

  test("a question of blanks is sent back with an example", () => {
    expect(() => asked("   ")).toThrow(UserError);
  });
});

describe("suggestions", () => {
  const reading = { ...services, triage };
  const choices = (value: string, using = reading) => {
    const reply = ask.autocomplete(typing("ask", "question", value), using);
    return reply.kind === "choices" ? reply.choices : [];
  };
  const names = (value: string) => choices(value).map(({ name }) => name);

  test("start with good titles, and follow what is typed", () => {
    expect(names("")).toContain("When to see a medical professional");
    expect(names("   ")).toEqual(names(""));
    expect(names("kroc").slice(0, 2)).toEqual(["kroc", "kroc rows"]);
    expect(names("how do i brace")).toContain("Breathing: top or bottom?");
  });

  test("have the typed words first, so that Enter sends them and no title in their place", () => {
    for (const words of ["how do i brace", "what shoes should i buy", "  face pulls for rear delts ", "Kroc-rows"]) {
      expect(choices(words)[0], words).toEqual({ name: words.trim(), value: words.trim() });
      expect(choices(words).length, words).toBeLessThanOrEqual(25);
    }
  });

  test("add nothing where the typed words are themselves a title or alias, however their letters are", () => {
    const sections = [...knowledge.sections.values()];
    for (const name of sections.flatMap(({ title, aliases }) => [title, ...aliases])) {
      expect(names(` ${name.toUpperCase()} `), name).toEqual([...search.suggest(name)]);
    }
  });

  test.each([
    "my chest hurts when i deadlift",
    "sharp stabbing pain under my shoulder blade, is that normal",
    "i want to die",
    "deep inhale = poke under left shldr blade",
    "mi espalda arde",
  ])("are the typed words alone where they may tell of a complaint: %s", (words) => {
    expect(choices(words)).toEqual([{ name: words, value: words }]);
  });

  test("chosen first, a complaint gets its warning", () => {
    const [first] = choices("my chest hurts when i deadlift");
    const reply = ask.execute(typed("ask", { question: first?.value ?? "" }), reading);
    expect(textOf(bodyOf(reply))).toContain("Call your local emergency number now");
  });

  test("are none for words that no choice can carry", () => {
    const longest = "how do i brace ".padEnd(100, "x");
    expect(choices(longest)[0]?.value).toBe(longest);
    expect(choices(`${longest}x`)).toEqual([]);
    expect(choices(`my chest hurts ${longest}`)).toEqual([]);
  });

  test("end with the server's own, behind the typed words", () => {
    const entry = (title: string) => ({ title, aliases: [], text: "Ask the desk.", url: null });
    const entries = Object.fromEntries(["Soap", "Soap dish", "Soapbox"].map((title, at) => [`e${at}`, entry(title)]));
    const using = { ...reading, settings: settingsSaying({ entries }) };
    expect(choices("soap", using).map(({ name }) => name)).toEqual([
      "soap",
      ...names("soap").slice(1),
      "Soap (this server's)",
      "Soap dish (this server's)",
      "Soapbox (this server's)",
    ]);
    expect(choices("s", using).length).toBe(25);
  });

  test("are taken by Discord", () => {
    for (const value of ["", " ", "a", "deadlift", "😖".repeat(50), "ß".repeat(500)]) {
      expect(violations(ask.autocomplete(typing("ask", "question", value), reading))).toEqual([]);
    }
  });
});
