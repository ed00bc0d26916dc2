import { describe, expect, test } from "vitest";
import accessories from "#commands/accessories.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { EQUIPMENT, MUSCLES } from "#src/knowledge/accessory.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { bodyOf, knowledge, labels, nodes, signs, textOf, violations } from "../replies/examples.ts";
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

  test("where nothing fits it says so and offers all of them", () => {
    const none = list({ for: "muscle:neck", equipment: "rings" });
    expect(textOf(bodyOf(none))).toContain("No exercise fits neck, with: rings or straps.");
    expect(namesIn(click(none, "Show all"))).not.toEqual([]);
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

function namesIn(reply: Reply): string[] {
  const select = nodes(bodyOf(reply)).find(({ options }) => options !== undefined);
  return ((select?.options ?? []) as { label: string }[]).map(({ label }) => label);
}

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value.localeCompare(b.value);
}
