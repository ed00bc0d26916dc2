import { describe, expect, test } from "vitest";
import accessories from "#commands/accessories.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { EQUIPMENT, MUSCLES } from "#src/knowledge/accessory.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { bodyOf, knowledge, labels, nodes, settingsSaying, signs, textOf, violations } from "../replies/examples.ts";
import { fakeTriage } from "../replies/fake-triage.ts";
import { MANAGE_MESSAGES, press, STRANGER, typed, typing } from "./requests.ts";

const services = { knowledge, signs, triage: fakeTriage, ...NO_HOUSE };
const stranger = { user: { id: STRANGER, name: "other" } };
const list = (options = {}) => accessories.execute(typed("accessories", options), services);
const choices = (value: string) => {
  const reply = accessories.autocomplete(typing("accessories", "exercise", value), services);
  return reply.kind === "choices" ? reply.choices : [];
};
const click = (reply: Reply, label: string, more: { by?: object; values?: string[] } = {}) => {
  const { by = {}, ...on } = more;
  return press(accessories, { reply, ...on }, { label, services, by });
};

describe("the command as Discord knows it", () => {
  test("Discord takes it, and it says where it can be used", () => {
    expect(contractViolations("PUT /applications/1/commands", [accessories.data])).toEqual([]);
    expect(accessories.data).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test("its choices are the causes and muscles that there are", () => {
    const [wantedFor] = accessories.data.options;
    const causes = [...knowledge.causes.values()].map(({ id, title }) => ({ value: `cause:${id}`, name: title }));
    const muscles = Object.entries(MUSCLES).map(([id, name]) => ({ value: `muscle:${id}`, name: `Muscle: ${name}` }));
    const given = wantedFor !== undefined && "choices" in wantedFor ? wantedFor.choices : [];
    expect(given?.toSorted(byValue)).toEqual([...causes, ...muscles].toSorted(byValue));
  });
});

describe("the list", () => {
  test("has all eight with their variations, in the channel", () => {
    const reply = list();
    expect(reply).toMatchObject({ kind: "message", visibility: "public" });
    let text = textOf(bodyOf(reply));
    for (let page: Reply = reply; labels(bodyOf(page)).includes("More"); ) {
      page = click(page, "More");
      text += textOf(bodyOf(page));
    }
    expect(knowledge.accessories.size).toBe(8);
    for (const { name, variations } of knowledge.accessories.values()) {
      expect(text).toContain(`**${name}**`);
      for (const variation of variations) expect(text).toContain(`- ${variation.name}`);
    }
    expect(text).toContain("Ask **/upperback-sore** before you train.");
  });

  test("fits Discord for every cause, muscle and equipment, alone and together", () => {
    const [wantedFor] = accessories.data.options;
    const values =
      (wantedFor !== undefined && "choices" in wantedFor ? wantedFor.choices : [])?.map(({ value }) => value) ?? [];
    for (const wanted of [undefined, ...values]) {
      for (const equipment of [undefined, ...Object.keys(EQUIPMENT)]) {
        const options = { ...(wanted && { for: wanted }), ...(equipment && { equipment }) };
        expect(violations(list(options))).toEqual([]);
      }
    }
  });

  test("for a cause it keeps the cause's order, for a muscle and equipment only what fits", () => {
    const traps = knowledge.causes.get("trap-soreness")?.accessories.map((id) => knowledge.accessories.get(id)?.name);
    expect(namesIn(list({ for: "cause:trap-soreness" }))).toEqual(traps);
    const withBand = namesIn(list({ for: "muscle:lats", equipment: "band" }));
    const fitting = [...knowledge.accessories.values()].filter(
      ({ muscles, equipment }) => muscles.includes("lats") && equipment.includes("band"),
    );
    expect(withBand).toEqual(fitting.map(({ name }) => name));
  });

  test("with equipment it shows only the variations that can be done with it", () => {
    expect(textOf(bodyOf(list({ equipment: "band" })))).not.toContain("Rope, palms up");
  });

  test.each([
    [{}, " exercises, in no order of worth."],
    [{ for: "muscle:lats" }, " exercises for the lats, in no order of worth."],
    [{ for: "cause:trap-soreness" }, " exercises for “Sore traps”, in no order of worth."],
    [{ equipment: "band" }, " exercises with a band, in no order of worth."],
    [{ for: "muscle:lats", equipment: "dumbbells" }, " exercises for the lats with dumbbells, in no order of worth."],
    [
      { for: "cause:trap-soreness", equipment: "cable" },
      " exercises for “Sore traps” with a cable, in no order of worth.",
    ],
  ])("says in a sentence what it was asked for: %j", (options, sentence) => {
    const reply = list(options);
    expect(textOf(bodyOf(reply)).split("\n")[1]).toBe(namesIn(reply).length + sentence);
  });

  test("of a single exercise it says nothing about an order", () => {
    const reply = accessories.execute(typed("accessories", { equipment: "barbell" }), hidingAllBut("rows"));
    expect(textOf(bodyOf(reply)).split("\n")[1]).toBe("1 exercise with a barbell.");
  });

  test("where nothing fits it says so and offers all of them", () => {
    const none = list({ for: "muscle:neck", equipment: "rings" });
    expect(textOf(bodyOf(none))).toBe(
      "I know no exercise for the neck with rings or straps. Try other equipment, or look at all of them.",
    );
    expect(namesIn(click(none, "Show all"))).not.toEqual([]);
  });

  test("where a server hides what would fit, other equipment is named only if equipment was asked for", () => {
    const said = (options: Record<string, string>) =>
      textOf(bodyOf(accessories.execute(typed("accessories", options), hidingAllBut("rows"))));
    expect(said({ for: "muscle:neck" })).toBe("I know no exercise for the neck. You can look at all of them.");
    expect(said({ equipment: "trap-bar" })).toBe(
      "I know no exercise with a trap bar. Try other equipment, or look at all of them.",
    );
  });

  test("pages turn privately for whoever presses, and in place where the list is private already", () => {
    const reply = list();
    if (!labels(bodyOf(reply)).includes("More")) return;
    const second = click(reply, "More", { by: stranger });
    expect(second).toMatchObject({ kind: "message", visibility: "private" });
    expect(click(second, "Earlier", { by: stranger }).kind).toBe("update");
  });

  test("its owner and moderators can remove it, nobody else", () => {
    const reply = list();
    expect(click(reply, "Remove")).toEqual({ kind: "removal" });
    expect(click(reply, "Remove", { by: { ...stranger, memberPermissions: MANAGE_MESSAGES } }).kind).toBe("removal");
    expect(() => click(reply, "Remove", { by: stranger })).toThrow(UserError);
  });
});

describe("pictures", () => {
  const picturesOf = (reply: Reply) => (bodyOf(reply).files ?? []).map(({ name }) => name);

  test.each([
    ["muscle:teres", "muscle-teres.png"],
    ["cause:trap-soreness", "cause-trap-soreness.png"],
  ])("a list for %s shows the muscles, and says so in words", (wantedFor, file) => {
    const reply = list({ for: wantedFor });
    expect(picturesOf(reply)).toEqual([file]);
    const gallery = nodes(bodyOf(reply)).find(({ type }) => type === 12);
    expect(JSON.stringify(gallery)).toContain("Lit in orange");
    expect(violations(reply)).toEqual([]);
  });

  test("the list of all shows none, an exercise its own", () => {
    expect(picturesOf(list())).toEqual([]);
    expect(picturesOf(list({ exercise: "rows" }))).toEqual(["accessory-rows.png"]);
  });

  test("where one is not drawn, the card goes without", () => {
    const undrawn = { ...services, knowledge: { ...knowledge, pictures: new Map() } };
    const reply = accessories.execute(typed("accessories", { exercise: "rows" }), undrawn);
    expect(picturesOf(reply)).toEqual([]);
    expect(violations(reply)).toEqual([]);
  });
});

describe("one exercise", () => {
  test.each([...knowledge.accessories.values()].map(({ id, name }) => [id, name]))("%s in detail", (id, name) => {
    const reply = list({ exercise: id });
    const text = textOf(bodyOf(reply));
    expect(violations(reply)).toEqual([]);
    expect(text).toContain(`## ${name}`);
    expect(text).toContain("**Do it well:**");
    expect(text).toContain("our addition");
  });

  test("is found by its name however it is written", () => {
    for (const exercise of ["Face pulls", "facepulls", "FACE-PULL"]) {
      expect(textOf(bodyOf(list({ exercise })))).toContain("## Face pulls");
    }
  });

  test("an unknown one gets a sentence that says what to do", () => {
    expect(() => list({ exercise: "leg press" })).toThrow(/Choose one as you type/);
  });

  test("chosen in the list it is shown privately, and its owner can show it", () => {
    const one = click(list(), "More about one of them", { values: ["rows"], by: stranger });
    expect(one).toMatchObject({ kind: "message", visibility: "private" });
    const shown = click(one, "Show in channel", { by: stranger });
    expect(shown).toMatchObject({ kind: "message", visibility: "public" });
    expect(() => click(one, "Show in channel")).toThrow(UserError);
  });
});

describe("autocomplete", () => {
  test("offers all eight before anything is typed", () => {
    expect(choices("")).toHaveLength(8);
  });

  test("finds by name, alias and part of a word; Discord takes it", () => {
    expect(choices("face").map(({ value }) => value)).toContain("face-pulls");
    expect(choices("reardelt")[0]?.value).toBe("rear-delt-flies");
    expect(choices("zercher")).toEqual([]);
    expect(violations({ kind: "choices", choices: choices("") })).toEqual([]);
  });
});

/** The services of a server that shows one of the article's exercises. */
function hidingAllBut(shown: string) {
  const hiddenAccessories = [...knowledge.accessories.keys()].filter((id) => id !== shown);
  return { ...services, settings: settingsSaying({ hiddenAccessories }) };
}

function namesIn(reply: Reply): string[] {
  const select = nodes(bodyOf(reply)).find(({ options }) => options !== undefined);
  return ((select?.options ?? []) as { label: string }[]).map(({ label }) => label);
}

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value.localeCompare(b.value);
}
