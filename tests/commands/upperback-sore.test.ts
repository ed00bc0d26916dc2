import { describe, expect, test } from "vitest";
import upperbackSore from "#commands/upperback-sore.ts";
import { decodeCustomId } from "#src/discord/custom-id.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { assessmentReply } from "#src/replies/assessment-reply.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { decodeReading } from "#src/replies/reading-state.ts";
import {
  assessment,
  bodyOf,
  clickedAfter,
  customId,
  finding,
  followUpOf,
  knowledge,
  labels,
  nodes,
  OWNER,
  PRIVATE,
  signs,
  sources,
  textOf,
  violations,
} from "../replies/examples.ts";
import { fakeTriage } from "../replies/fake-triage.ts";
import { MANAGE_MESSAGES, press, STRANGER, submit, typed } from "./requests.ts";

const services = { knowledge, signs, triage: fakeTriage, ...NO_HOUSE };
const stranger = { user: { id: STRANGER, name: "other" } };
const ask = (options: Record<string, string | boolean> = {}, base = {}) =>
  upperbackSore.execute(typed("upperback-sore", options, base), services);
const click = (reply: Reply, label: string, more: { by?: object; values?: string[]; isPrivate?: boolean } = {}) => {
  const { by = {}, ...on } = more;
  return press(upperbackSore, { reply, ...on }, { label, services, by });
};
const send = (form: Reply, fields: Record<string, string[]>, from?: Reply, by = {}) =>
  submit(upperbackSore, form, { fields, services, by, ...(from === undefined ? {} : { from: { reply: from } }) });
const readingOf = (reply: Reply, label = "There is more") =>
  decodeReading(decodeCustomId(customId(bodyOf(reply), label)).state, signs);

describe("the command as Discord knows it", () => {
  test("says what it needs to say, and Discord takes it", () => {
    expect(contractViolations("PUT /applications/1/commands", [upperbackSore.data])).toEqual([]);
    expect(upperbackSore.data).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(upperbackSore.data.options.map(({ name }) => name)).toEqual([
      "describe",
      "feels",
      "since",
      "trend",
      "private",
    ]);
    expect(upperbackSore.data.options[0]).toMatchObject({ max_length: 1500 });
  });
});

describe("without a word, a form opens", () => {
  test.each([{}, { private: true }, { describe: "   " }, { describe: "", private: false }])("%j", (options) => {
    expect(ask(options).kind).toBe("form");
    expect(violations(ask(options))).toEqual([]);
  });

  test("it has exactly five parts, and none is required", () => {
    const form = ask();
    if (form.kind !== "form") throw new Error("no form");
    const parts = form.form.components.map((part) => (part.type === 18 ? part.component : part));
    expect(parts.map(({ type }) => type)).toEqual([21, 21, 21, 22, 4]);
    expect(parts.every((part) => "required" in part && part.required === false)).toBe(true);
  });

  test.each([
    [{}, {}, "I'll answer in this channel."],
    [{ private: true }, {}, "Only you will see my answer."],
    [{}, { context: "bot-dm", guildId: null }, "I'll answer right here."],
  ])("its first label says where the answer will appear: %j %j", (options, base, sentence) => {
    const form = ask(options, base);
    const first = form.kind === "form" ? form.form.components[0] : undefined;
    expect(first && "label" in first ? first.label : "").toContain(sentence);
  });

  test("the sent form is answered where it said, by the same rules as options and words", () => {
    const fields = {
      feels: ["sharp"],
      since: ["2-3-weeks"],
      trend: ["worse"],
      signs: ["tingling"],
      describe: ["left side"],
    };
    const reply = send(ask(), fields);
    expect(reply).toMatchObject({ kind: "message", visibility: "public" });
    expect(fakeTriage.inputs.at(-1)).toMatchObject({
      text: "left side",
      answers: { feels: "sharp", sinceDays: 17, trend: "worse", present: ["tingling"] },
    });
    expect(send(ask({ private: true }), fields)).toMatchObject({ kind: "message", visibility: "private" });
  });

  test("what was left out is unknown and not a no", () => {
    send(ask(), {});
    expect(fakeTriage.inputs.at(-1)).toMatchObject({ text: null, answers: {} });
    expect(fakeTriage.inputs.at(-1)?.answers).toEqual({});
  });

  test("an empty form is answered politely, and offers the form again by a button", () => {
    const reply = send(ask(), { describe: [""], signs: [] });
    expect(textOf(bodyOf(reply))).toContain("You didn't mention a symptom");
    expect(labels(bodyOf(reply))).toContain("Tell me with a form");
  });

  test("boxes that are none of ours are passed over", () => {
    send(ask(), { signs: ["__proto__", "ordinary-soreness", "chest-pain"], feels: ["hot"] });
    expect(fakeTriage.inputs.at(-1)?.answers).toEqual({ present: ["chest-pain"] });
  });
});

describe("options and words together", () => {
  test("are answered in the channel by default and privately on request", () => {
    expect(ask({ describe: "dull" })).toMatchObject({ kind: "message", visibility: "public" });
    expect(ask({ describe: "dull", private: true })).toMatchObject({ kind: "message", visibility: "private" });
  });

  test("reach the triage as they are", () => {
    ask({ describe: " sharp one", feels: "dull", since: "over-6-weeks", trend: "comes-and-goes" });
    expect(fakeTriage.inputs.at(-1)).toMatchObject({
      text: " sharp one",
      answers: { feels: "dull", sinceDays: 63, trend: "comes-and-goes" },
    });
  });

  test("words that nobody can read are never called ordinary", () => {
    for (const words of [
      "mi espalda arde",
      "💀".repeat(700),
      "?!?!",
      "\u200b",
      "<@1> **x** https://x.example",
      "ק".repeat(900),
    ]) {
      const reply = ask({ describe: words });
      expect(textOf(bodyOf(reply))).not.toContain("often fits ordinary");
      expect(labels(bodyOf(reply))).toContain("Tell me with a form");
      expect(violations(reply)).toEqual([]);
    }
  });

  test("a wish to die is answered privately whatever was asked for", () => {
    expect(ask({ describe: "i want to die" })).toMatchObject({ kind: "message", visibility: "private" });
  });
});

describe("more is told after the first answer", () => {
  const first = ask({ describe: "dull and sharp" });

  test("the owner's form adds to the card, in place, with the words of both", () => {
    const form = click(first, "There is more");
    const update = send(form, { describe: ["also tingly"] }, first);
    expect(update.kind).toBe("update");
    const text = textOf(bodyOf(update));
    expect(text).toContain("“sharp” (sharp (stabbing) pain)");
    expect(text).toContain("“tingly” (tingling that comes and goes)");
    expect(readingOf(update).present.toSorted()).toEqual(["ordinary-soreness", "sharp-pain", "tingling"]);
  });

  test("nothing that is added lowers the level", () => {
    const update = send(click(first, "There is more"), { feels: ["dull"], trend: ["better"] }, first);
    expect(readingOf(update)).toMatchObject({ level: 2, feels: "dull", trend: "better" });
    expect(textOf(bodyOf(update))).toContain("## Stop training this");
  });

  test("it works after a restart: the second form starts from the updated card alone", () => {
    const second = send(click(first, "There is more"), { describe: ["tingly"] }, first);
    const third = send(click(second, "There is more"), { since: ["over-3-weeks"] }, second);
    expect(textOf(bodyOf(third))).toContain("“sharp”");
    expect(textOf(bodyOf(third))).toContain("“tingly”");
    expect(readingOf(third).durationDays).toBe(31);
    expect(violations(third)).toEqual([]);
  });

  test("anybody else gets a form of their own, answered privately, and the card stays", () => {
    for (const label of ["There is more", "Read wrongly"]) {
      const form = click(first, label, { by: stranger });
      const id = decodeCustomId(form.kind === "form" ? form.form.custom_id : "");
      expect(id).toMatchObject({ action: "report", ownerId: STRANGER });
      const reply = send(form, { describe: ["dull"] }, first, stranger);
      expect(reply).toMatchObject({ kind: "message", visibility: "private" });
      expect(textOf(bodyOf(reply))).not.toContain("sharp (stabbing)");
    }
  });

  test("a form with somebody else's name in it changes nothing", () => {
    const form = click(first, "There is more");
    expect(() => send(form, { describe: ["dull"] }, first, stranger)).toThrow(UserError);
  });

  test("a wish to die said later is answered privately and leaves the card alone", () => {
    const reply = send(click(first, "There is more"), { describe: ["i want to die"] }, first);
    expect(reply).toMatchObject({ kind: "message", visibility: "private" });
    expect(textOf(bodyOf(reply))).toContain("findahelpline.com");
  });

  test("something intimate added to a public card goes to the person alone, once", () => {
    const update = send(click(first, "There is more"), { signs: ["saddle-numbness"] }, first);
    expect(textOf(bodyOf(update))).not.toContain("between the legs");
    expect(textOf(followUpOf(update) ?? { components: [] })).toContain("numbness between the legs");
    const again = send(click(update, "There is more"), { trend: ["worse"] }, update);
    expect(followUpOf(again)).toBeNull();
  });
});

describe("Read wrongly", () => {
  const first = ask({ describe: "dull and sharp and tingly" });

  test("lists what was found, ticked", () => {
    const form = click(first, "Read wrongly");
    expect(violations(form)).toEqual([]);
    expect(formOptions(form)).toEqual([
      { value: "sharp-pain", label: "sharp (stabbing) pain", default: true },
      { value: "tingling", label: "tingling that comes and goes", default: true },
      { value: "ordinary-soreness", label: "ordinary soreness", default: true },
    ]);
  });

  test("what is unticked is set aside, its words go, and the level is worked out again", () => {
    const update = send(click(first, "Read wrongly"), { found: ["ordinary-soreness"] }, first);
    expect(update.kind).toBe("update");
    const text = textOf(bodyOf(update));
    expect(text).toContain("## What you describe often fits ordinary soreness");
    expect(text).toContain("(you corrected this)");
    expect(text).not.toContain("“sharp”");
    expect(text).toContain("It is not ordinary soreness with any of these");
    expect(readingOf(update, "It's worse than that")).toMatchObject({
      level: 0,
      corrected: ["sharp-pain", "tingling"],
    });
  });

  test("with everything still ticked nothing changes", () => {
    const update = send(
      click(first, "Read wrongly"),
      { found: ["sharp-pain", "tingling", "ordinary-soreness"] },
      first,
    );
    expect(readingOf(update)).toMatchObject({ level: 2, corrected: [] });
  });

  test("a corrected sign that is told again counts again", () => {
    const without = send(click(first, "Read wrongly"), { found: [] }, first);
    const again = send(click(without, "Tell me with a form"), { signs: ["sharp-pain"], describe: ["sharp"] }, without);
    expect(readingOf(again)).toMatchObject({
      level: 2,
      present: ["sharp-pain"],
      corrected: ["tingling", "ordinary-soreness"],
    });
  });
});

describe("questions on the card", () => {
  const first = ask({ describe: "odd words" });

  test("a yes adds the sign, in place", () => {
    const update = click(first, "Yes");
    expect(update.kind).toBe("update");
    expect(readingOf(update)).toMatchObject({ level: 2, present: ["tingling"] });
    expect(textOf(bodyOf(update))).toContain("You said: tingling that comes and goes");
  });

  test("a no is remembered, and not asked again", () => {
    const update = click(first, "No");
    expect(labels(bodyOf(update))).not.toContain("Yes");
    expect(fakeTriage.inputs.at(-1)?.answers?.absent).toEqual(["tingling"]);
    expect(readingOf(update, "Tell me with a form")).toMatchObject({ absent: ["tingling"], hasLeftovers: true });
  });

  test("don't know is passed on as such, never as a no", () => {
    const update = click(first, "Don't know");
    expect(fakeTriage.inputs.at(-1)?.answers).toMatchObject({ unsure: ["tingling"], absent: [] });
    expect(labels(bodyOf(update))).not.toContain("Yes");
  });

  test("what could not be read is still quoted after the answer", () => {
    expect(textOf(bodyOf(click(first, "No")))).toContain("I couldn't quite read “odd words”.");
  });

  test("anybody else who answers gets a form of their own", () => {
    expect(click(first, "Yes", { by: stranger }).kind).toBe("form");
  });
});

describe("buttons that show more", () => {
  const first = ask({ describe: "dull" });

  test.each([["Warm-up circuit"], ["Read the section"]])("%s: privately, to whoever presses", (label) => {
    for (const by of [{}, stranger]) {
      const reply = click(first, label, { by });
      expect(reply).toMatchObject({ kind: "message", visibility: "private" });
      expect(violations(reply)).toEqual([]);
    }
  });

  test("the circuit's card says that the article names no exercises for it", () => {
    expect(textOf(bodyOf(click(first, "Warm-up circuit")))).toMatch(/names no exercises/);
  });

  test("every section can be walked to over its neighbours, and Discord takes each card", () => {
    const seen = new Set<string>();
    const open = (reply: Reply) => {
      const title = textOf(bodyOf(reply)).split("\n")[0] ?? "";
      if (seen.has(title)) return;
      seen.add(title);
      expect(violations(reply)).toEqual([]);
      for (const { custom_id, label } of nodes(bodyOf(reply))) {
        if (typeof custom_id === "string" && custom_id.includes(":section:")) open(click(reply, String(label)));
      }
    };
    open(click(first, "Read the section"));
    expect(seen.size).toBeGreaterThan(20);
  });

  test("a section opened from a private answer can be shown to the channel by its owner, and removed", () => {
    const section = click(first, "Read the section");
    const shown = click(section, "Show in channel");
    expect(shown).toMatchObject({ kind: "message", visibility: "public" });
    expect(labels(bodyOf(shown))).toContain("Remove");
    expect(() => click(section, "Show in channel", { by: stranger })).toThrow(UserError);
  });

  test("all countries are listed privately, page by page in place", () => {
    let page: Reply = click(ask({ describe: "sharp" }), "All countries");
    expect(page).toMatchObject({ kind: "message", visibility: "private" });
    let text = textOf(bodyOf(page));
    while (labels(bodyOf(page)).includes("More")) {
      page = click(page, "More");
      expect(page.kind).toBe("update");
      expect(violations(page)).toEqual([]);
      text += textOf(bodyOf(page));
    }
    for (const { name } of knowledge.emergencyNumbers.places) expect(text).toContain(`**${name}:**`);
  });
});

describe("who may take an answer away or show it", () => {
  const first = ask({ describe: "sharp" });
  const hidden = ask({ describe: "sharp crotch", private: true });

  test("the person concerned, and members with Manage Messages in that channel", () => {
    expect(click(first, "Remove")).toEqual({ kind: "removal" });
    expect(click(first, "Remove", { by: { ...stranger, memberPermissions: MANAGE_MESSAGES } })).toEqual({
      kind: "removal",
    });
    expect(() => click(first, "Remove", { by: { ...stranger, memberPermissions: 1n << 11n } })).toThrow(UserError);
  });

  test("a private answer has no Remove, and Show in channel only in a server", () => {
    expect(labels(bodyOf(hidden))).not.toContain("Remove");
    expect(labels(bodyOf(hidden))).toContain("Show in channel");
    const inMessages = ask({ describe: "sharp", private: true }, { context: "bot-dm", guildId: null });
    expect(labels(bodyOf(inMessages))).not.toContain("Show in channel");
  });

  test("shown in the channel, the card keeps its level and leaves out what is intimate", () => {
    const shown = click(hidden, "Show in channel");
    expect(shown).toMatchObject({ kind: "message", visibility: "public" });
    const text = textOf(bodyOf(shown));
    expect(text).toContain("## Call your local emergency number now");
    expect(text).toContain("sharp (stabbing) pain");
    expect(text).not.toMatch(/crotch|between the legs/);
    expect(followUpOf(shown)).toBeNull();
    expect(readingOf(shown)).toMatchObject({ level: 3, visibility: "public" });
  });

  test("the private card then says so, and can be shown no second time", () => {
    const card = clickedAfter(click(hidden, "Show in channel")) ?? { components: [] };
    expect(textOf(card)).toBe(`${textOf(bodyOf(hidden))}\nI posted it in the channel.`);
    const others = labels(bodyOf(hidden)).filter((label) => label !== "Show in channel");
    expect(others).not.toEqual([]);
    expect(labels(card)).toEqual(others);
  });

  test("a private card that is added to afterwards can be shown again: it says something new", () => {
    const reply = ask({ describe: "sharp", private: true });
    const card = clickedAfter(click(reply, "Show in channel")) ?? { components: [] };
    const after: Reply = { kind: "message", visibility: "private", body: card };
    const update = submit(upperbackSore, click(after, "There is more"), {
      fields: { describe: ["also tingly"] },
      services,
      from: { reply: after },
    });
    expect(textOf(bodyOf(update))).toContain("“sharp”");
    expect(textOf(bodyOf(update))).not.toContain("I posted it");
    expect(labels(bodyOf(update))).toContain("Show in channel");
  });

  test("where nothing is intimate, the words come along", () => {
    const shown = click(ask({ describe: "sharp", private: true }), "Show in channel");
    expect(textOf(bodyOf(shown))).toContain("“sharp”");
  });

  test("beside something intimate no words come along at all, nor any that could not be read", () => {
    const of = assessment({
      kind: "urgent",
      level: 3,
      band: "emergency",
      findings: [finding("saddle-numbness"), finding("sharp-pain", "crotch goes sharp")],
      leftovers: [{ text: "my bits fizz", start: 40, end: 52 }],
    });
    const card = assessmentReply(of, sources(of, { place: PRIVATE }));
    expect(textOf(bodyOf(card))).toMatch(/crotch goes sharp.*my bits fizz/s);
    expect(textOf(bodyOf(click(card, "Show in channel")))).not.toMatch(/crotch|fizz/);
  });

  test("only its owner can show it", () => {
    expect(() => click(hidden, "Show in channel", { by: stranger })).toThrow(UserError);
  });
});

test("every button of every card has a handler, and stays within Discord's length", () => {
  const replies = ["dull", "left", "sharp", "chest", "odd words", "crotch im 15", "i want to die"].flatMap(
    (describe) => [ask({ describe }), ask({ describe, private: true })],
  );
  for (const reply of replies) {
    expect(violations(reply)).toEqual([]);
    for (const { custom_id } of nodes(bodyOf(reply))) {
      if (typeof custom_id !== "string") continue;
      const { command, action, ownerId } = decodeCustomId(custom_id);
      if (command === "upperback-sore") expect(Object.keys(upperbackSore.actions)).toContain(action);
      expect([OWNER, null]).toContain(ownerId);
    }
  }
});

function formOptions(form: Reply) {
  if (form.kind !== "form") return [];
  return form.form.components.flatMap((part) =>
    part.type === 18 && "options" in part.component ? part.component.options.map((option) => ({ ...option })) : [],
  );
}
