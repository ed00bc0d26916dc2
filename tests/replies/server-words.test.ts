import { describe, expect, test } from "vitest";

import accessories from "#commands/accessories.ts";
import ask from "#commands/ask.ts";
import circuit from "#commands/circuit.ts";
import upperbackSore from "#commands/upperback-sore.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { loadSearch } from "#src/knowledge/search/load-search.ts";
import { assessmentReply } from "#src/replies/assessment-reply.ts";
import { emergencyList } from "#src/replies/emergency-list.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { sectionReply } from "#src/replies/section-reply.ts";
import { checkSettings } from "#src/storage/guild-settings.ts";
import { createSpeller } from "#src/triage/spelling.ts";
import { press, typed, typing } from "../commands/requests.ts";
import {
  assessment,
  bodyOf,
  finding,
  knowledge,
  labels,
  nodes,
  OWNER,
  PRIVATE,
  settingsSaying,
  signs,
  sources,
  textOf,
  violations,
  voiceOf,
} from "./examples.ts";
import { deciding, fakeTriage } from "./fake-triage.ts";

const search = loadSearch("knowledge", knowledge, createSpeller);
const servicesSaying = (wording: unknown) => ({
  ...NO_HOUSE,
  knowledge,
  signs,
  triage: fakeTriage,
  search,
  settings: settingsSaying(wording),
});
const prompt = assessment({ kind: "see-someone", level: 2, band: "prompt", findings: [finding("tingling", "tingly")] });
const emergency = assessment({
  kind: "urgent",
  level: 3,
  band: "emergency",
  findings: [finding("chest-pain", "tight")],
});
const sameDay = assessment({ kind: "urgent", level: 3, band: "same-day", findings: [finding("tingling", "numb")] });
const ordinary = assessment({ findings: [finding("ordinary-soreness", "traps are fried")] });
const text = (reply: Reply) => textOf(bodyOf(reply));
const inCountry = (country: string) => ({ settings: checkSettings({ country }) });
const card = (of: typeof prompt, changes: object) => text(assessmentReply(of, sources(of, changes)));

describe("the server's country", () => {
  test("stands first among the emergency numbers, and none of the others goes", () => {
    const plain = card(emergency, {});
    expect(plain).toContain("**UK 999, EU 112, US and Canada 911, Australia 000, NZ 111**");
    expect(card(emergency, inCountry("AU"))).toContain("**Australia 000, UK 999, EU 112, US and Canada 911, NZ 111**");
    expect(card(emergency, inCountry("AT"))).toContain("**Austria 144, UK 999, EU 112,");
  });

  test("has its numbers on every card that says to be seen, the line for advice too, but no second one beside an emergency", () => {
    expect(card(prompt, inCountry("GB"))).toContain("**United Kingdom:** emergency 999 or 112 · advice 111 (NHS 111");
    expect(card(sameDay, inCountry("GB"))).toContain("**United Kingdom:** advice 111 (NHS 111");
    expect(card(emergency, inCountry("GB"))).not.toContain("advice 111");
    expect(card(ordinary, inCountry("GB"))).not.toContain("United Kingdom");
  });

  test("stands first in the list of all countries, once", () => {
    const list = (country: string | null) =>
      textOf(emergencyList(knowledge.emergencyNumbers, { page: 0, ownerId: OWNER, country }));
    expect(list("JP").indexOf("**Japan:**")).toBeLessThan(list("JP").indexOf("**United Kingdom:**"));
    expect(list("JP").split("**Japan:**")).toHaveLength(2);
    const pressed = press(
      upperbackSore,
      { reply: assessmentReply(prompt, sources(prompt)) },
      { label: "All countries", services: { ...servicesSaying({}), ...inCountry("JP") } },
    );
    expect(text(pressed)).toBe(list("JP"));
  });

  test("that nobody knows numbers of changes nothing", () => {
    expect(card(emergency, inCountry("ZZ"))).toBe(card(emergency, {}));
    expect(card(prompt, inCountry("ZZ"))).toBe(card(prompt, {}));
  });
});

describe("lines on cards", () => {
  test("are filled in by the reply", () => {
    const intro = "In {country} call {numbers}; advice: {advice}; see {article}; again {date}.";
    const settings = checkSettings({ country: "GB", wording: { cards: { prompt: { intro } } } });
    expect(card(prompt, { settings })).toMatch(
      /In United Kingdom call UK 999, .*; advice: 111 \(NHS 111.*\); see https:\/\/\S+; again <t:\d+:D>\./,
    );
    const nowhere = settingsSaying({ cards: { prompt: { intro } } });
    expect(card(prompt, { settings: nowhere })).toContain("In your country call UK 999");
  });

  test("give way before anything that a warning must say", () => {
    const settings = settingsSaying({ cards: { prompt: { intro: "x".repeat(300), closing: "y".repeat(300) } } });
    const plain = assessmentReply(prompt, sources(prompt));
    const length = text(plain).length;
    const tight = text(assessmentReply(prompt, sources(prompt, { settings, mostText: length })));
    expect(tight).not.toContain("xxx");
    expect(tight).toContain("Get help now for any of these");
  });
});

const LINKS = {
  form: { label: "Form checks", url: "https://www.example.org/form" },
  long: { label: "x".repeat(80), url: `https://${"a.".repeat(60)}example.org/` },
};

describe("links", () => {
  test("stand on ordinary cards alone, each with its host", () => {
    const settings = settingsSaying({ links: LINKS });
    const shown = labels(bodyOf(assessmentReply(ordinary, sources(ordinary, { settings }))));
    expect(shown).toContain("Form checks · example.org");
    expect(shown.find((label) => label.startsWith("xxx"))).toMatch(/^x+… · ….*\.example\.org$/);
    expect(shown.every((label) => label.length <= 80)).toBe(true);
    expect(labels(bodyOf(assessmentReply(prompt, sources(prompt, { settings }))))).not.toContain(
      "Form checks · example.org",
    );
  });
});

describe("a note under a section", () => {
  test("is marked as the server's, and stands under that section alone", () => {
    const voice = voiceOf(settingsSaying({ sectionNotes: { breath: "We brace on {country} time." } }));
    expect(textOf(sectionReply(voice, { id: "breath", level: 0 }, PRIVATE))).toContain(
      "-# From this server:\nWe brace on your country time.",
    );
    expect(textOf(sectionReply(voice, { id: "barefoot", level: 0 }, PRIVATE))).not.toContain("From this server");
  });

  test.each([...knowledge.sections.keys()])(
    "of the longest under %s: Discord takes it, and nothing but small print goes",
    (id) => {
      const voice = voiceOf(settingsSaying({ sectionNotes: { [id]: "x".repeat(500) } }));
      const body = sectionReply(voice, { id, level: 0 }, PRIVATE);
      expect(violations({ kind: "message", visibility: "private", body })).toEqual([]);
      for (const { text: passage } of knowledge.sections.get(id)?.passages ?? [])
        expect(textOf(body)).toContain(passage);
    },
  );
});

describe("exercises of the server's own", () => {
  const services = servicesSaying({
    accessories: {
      "meadows-rows": {
        name: "Meadows rows *heavy*",
        muscles: ["lats", "no-such"],
        equipment: ["landmine"],
        url: "https://example.org/m",
      },
    },
    hiddenAccessories: ["rows", "no-such"],
  });
  const list = (options = {}) => accessories.execute(typed("accessories", options), services);

  test("stand in the list after the article's, marked, and hidden ones are left out", () => {
    const shown = text(list());
    expect(shown).toContain("8 exercises, in no order of worth.");
    expect(shown).toContain("**Meadows rows \\*heavy\\***\n-# From this server · Works: lats");
    expect(shown).not.toContain("**Rows**");
    expect(violations(list())).toEqual([]);
  });

  test.each([
    [{ for: "muscle:lats" }, true],
    [{ for: "muscle:neck" }, false],
    [{ equipment: "landmine" }, true],
    [{ for: "muscle:lats", equipment: "machine" }, false],
    [{ for: "cause:trap-soreness" }, false],
  ])("are filtered by muscle and equipment, and answer none of the article's causes: %j", (options, isThere) => {
    expect(text(list(options)).includes("Meadows")).toBe(isThere);
  });

  test("are found while typing and shown in detail, marked", () => {
    const typedSoFar = accessories.autocomplete(typing("accessories", "exercise", "meadows r"), services);
    if (typedSoFar.kind !== "choices") throw new Error("expected choices");
    expect(typedSoFar.choices.at(-1)).toEqual({ name: "Meadows rows *heavy* (this server's)", value: "~meadows-rows" });
    for (const exercise of ["~meadows-rows", "meadows rows heavy"]) {
      const one = list({ exercise });
      expect(text(one)).toContain("**From this server's staff.**");
      expect(text(one)).toContain("**Muscles:** Lats");
      expect(labels(bodyOf(one))).toEqual(["Meadows rows *heavy* · example.org", "Remove"]);
      expect(violations(one)).toEqual([]);
    }
    const chosen = press(
      accessories,
      { reply: list(), values: ["~meadows-rows"] },
      { label: "More about one of them", services },
    );
    expect(text(press(accessories, { reply: chosen }, { label: "Show in channel", services }))).toBe(text(chosen));
  });

  test("that are hidden are neither found nor suggested, in a reading nor in the circuit", () => {
    expect(() => list({ exercise: "rows" })).toThrow(UserError);
    const cause = { id: "weak-upper-back", quote: null };
    const of = assessment({ causes: [cause] });
    expect(card(of, {})).toMatch(/Exercises that fit.*\n.*\bRows\b/);
    expect(card(of, { settings: services.settings })).not.toMatch(/Exercises that fit.*\n.*\bRows\b/);
    const round = circuit.execute(typed("circuit", { for: "weak-upper-back" }), services);
    expect(text(round)).not.toContain("× Rows");
    expect(text(round).match(/^- 25 ×/gm)).toHaveLength(3);
    const options = nodes(bodyOf(round)).flatMap(({ options: all }) => (all as { value: string }[] | undefined) ?? []);
    expect(options.map(({ value }) => value)).not.toContain("rows");
  });

  test("of a server that hides everything: a circuit still has exercises, and the list says that there are none", () => {
    const bare = servicesSaying({ hiddenAccessories: [...knowledge.accessories.keys()] });
    expect(text(circuit.execute(typed("circuit"), bare)).match(/^- 25 ×/gm)).toHaveLength(3);
    for (const options of [{}, { equipment: "band" }, { for: "muscle:neck" }]) {
      const none = accessories.execute(typed("accessories", options), bare);
      expect(text(none)).toMatch(/^This server's staff keep all exercises off the list/);
      expect(labels(bodyOf(none))).toEqual(["Remove"]);
      expect(violations(none)).toEqual([]);
    }
  });

  test("of a server that hides everything but has its own: where none of those fits, all of them are offered", () => {
    const hiddenAccessories = [...knowledge.accessories.keys()];
    const own = servicesSaying({ hiddenAccessories, accessories: { meadows: { name: "Meadows", muscles: ["lats"] } } });
    const none = accessories.execute(typed("accessories", { for: "muscle:neck" }), own);
    expect(text(none)).toBe("I know no exercise for the neck. You can look at all of them.");
    expect(text(press(accessories, { reply: none }, { label: "Show all", services: own }))).toContain("**Meadows**");
  });

  test("in any number fit Discord, page by page", () => {
    const many = servicesSaying({
      accessories: Object.fromEntries(
        Array.from({ length: 50 }, (_, n) => [`e${n}`, { name: `${n} ${"*".repeat(70)}`, muscles: ["lats"] }]),
      ),
    });
    let reply: Reply = accessories.execute(typed("accessories"), many);
    for (let page = 0; page < 3; page += 1) {
      expect(violations(reply)).toEqual([]);
      reply = press(accessories, { reply }, { label: "More", services: many });
    }
    expect(violations(reply)).toEqual([]);
  });
});

describe("entries of the server's own", () => {
  const services = servicesSaying({
    entries: {
      chalk: {
        title: "Gym chalk",
        aliases: ["chalk", "liquid chalk"],
        text: "Liquid chalk only, please. Emergency: {numbers}.",
        url: "https://example.org/rules",
      },
      traps: { title: "Our trap day", aliases: ["why are my traps sore"], text: "We shrug on Fridays." },
      long: { title: "What is normal here", aliases: ["is it normal"], text: "{numbers}".repeat(5).padEnd(2_000, "z") },
    },
    sectionNotes: { "normal-or-not": "{numbers}".repeat(5).padEnd(500, "x") },
  });
  const asked = (question: string) => ask.execute(typed("ask", { question }), services);

  test.each(["chalk", "Gym chalk", "can I use liquid chalk here?", "is chalk allowed"])(
    "answer %j, marked",
    (question) => {
      const reply = asked(question);
      expect(text(reply)).toContain("-# From this server:\n## Gym chalk\nLiquid chalk only, please. Emergency: UK 999");
      expect(labels(bodyOf(reply))).toEqual(["Gym chalk · example.org", "Remove"]);
      expect(violations(reply)).toEqual([]);
    },
  );

  test.each(["how do I breathe in a deadlift", "what is the capital of France", "should I film my deadlifts"])(
    "do not answer %j",
    (question) => {
      expect(text(asked(question))).not.toContain("From this server");
    },
  );

  test("stand beside the article where both fit, the article first", () => {
    const reply = asked("why are my traps sore");
    const shown = text(reply);
    expect(shown.indexOf("## Sore traps from deadlifts")).toBe(0);
    expect(shown.indexOf("## Our trap day")).toBeGreaterThan(0);
    expect(violations(reply)).toEqual([]);
  });

  test("too long for one message beside the article stand behind a button", () => {
    const reply = asked("is it normal");
    expect(violations(reply)).toEqual([]);
    expect(text(reply)).not.toContain("zzz");
    const opened = press(ask, { reply }, { label: "This server: What is normal here", services });
    expect(opened).toMatchObject({ visibility: "private" });
    expect(text(press(ask, { reply: opened }, { label: "Show in channel", services }))).toContain("zzz");
  });

  test("are offered while typing, marked, after the article's names", () => {
    const reply = ask.autocomplete(typing("ask", "question", "trap"), services);
    if (reply.kind !== "choices") throw new Error("expected choices");
    expect(reply.choices.at(-1)).toEqual({ name: "Our trap day (this server's)", value: "Our trap day" });
    expect(reply.choices.length).toBeLessThanOrEqual(25);
  });

  describe("whose name tells of pain", () => {
    const warned = servicesSaying({
      entries: {
        sharp: { title: "Sharp pain: who to see here", aliases: ["sharp pain"], text: "Ask Kim at the desk." },
      },
    });
    const BUTTON = "This server: Sharp pain: who to see here";
    const warns = (of: typeof prompt, question = "Sharp pain: who to see here", options = {}) =>
      ask.execute(typed("ask", { question, ...options }), { ...warned, triage: deciding(of) });

    test.each([emergency, prompt])("never stand in place of a warning, and open by a button under it: %#", (of) => {
      for (const question of ["Sharp pain: who to see here", "sharp pain"]) {
        const reply = warns(of, question);
        expect(text(reply)).not.toContain("Ask Kim");
        expect(textOf(bodyOf(reply))).toBe(card(of, {}));
        expect(labels(bodyOf(reply)).at(-1)).toBe(BUTTON);
        expect(violations(reply)).toEqual([]);
        const opened = press(ask, { reply }, { label: BUTTON, services: warned, by: { user: { id: "7", name: "x" } } });
        expect(opened).toMatchObject({ visibility: "private" });
        expect(text(opened)).toContain("Ask Kim at the desk.");
      }
    });

    test("stay behind their button when the warning is answered or shown", () => {
      const asking = { ...prompt, questions: [{ kind: "since" }], asks: true } as const;
      const services = { ...warned, triage: deciding(prompt) };
      const answered = press(upperbackSore, { reply: warns(asking), values: ["today"] }, { label: "Choose", services });
      expect(labels(bodyOf(answered))).toContain(BUTTON);
      const shown = press(
        upperbackSore,
        { reply: warns(prompt, undefined, { private: true }) },
        { label: "Show in channel", services: { ...services, triage: deciding(prompt) } },
      );
      expect(labels(bodyOf(shown))).toContain(BUTTON);
    });

    test("have no button under what was asked in other words", () => {
      expect(labels(bodyOf(warns(prompt, "I have sharp pain, who do I see here")))).not.toContain(BUTTON);
    });

    test("have none for all to see beside what is intimate, since their name may say it", () => {
      const intimate = { ...emergency, findings: [finding("saddle-numbness", "numb")] };
      expect(labels(bodyOf(warns(intimate)))).not.toContain(BUTTON);
      const alone = warns(intimate, undefined, { private: true });
      expect(labels(bodyOf(alone))).toContain(BUTTON);
      const services = { ...warned, triage: deciding(intimate) };
      const shown = press(upperbackSore, { reply: alone }, { label: "Show in channel", services });
      expect(labels(bodyOf(shown))).not.toContain(BUTTON);
    });

    test("have none beside a wish to die", () => {
      const crisis = assessment({ kind: "crisis", level: 3, findings: [finding("wants-to-die", "die")] });
      expect(labels(bodyOf(warns(crisis)))).not.toContain(BUTTON);
    });
  });

  test("that were taken away say so", () => {
    const opened = { kind: "message", visibility: "private", body: bodyOf(asked("chalk")) } as const;
    expect(opened.body.components.length).toBeGreaterThan(0);
    expect(() => press(ask, { reply: withButton() }, { label: "This server: Gone", services })).toThrow(
      "taken that entry",
    );
  });
});

function withButton(): Reply {
  const id = "1:ask:entry::gone";
  const button = { type: 2, style: 2, label: "This server: Gone", custom_id: id } as const;
  return { kind: "message", visibility: "private", body: { components: [{ type: 1, components: [button] }] } };
}
