import fc from "fast-check";
import { describe, expect, test } from "vitest";
import upperbackSore from "#commands/upperback-sore.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { bodyOf, labels, textOf, violations } from "../replies/examples.ts";
import { shippedContent } from "../shipped-content.ts";
import { press, submit, typed } from "./requests.ts";

const services = { ...shippedContent(), ...NO_HOUSE };
const ask = (describe: string, isPrivate = false) =>
  upperbackSore.execute(typed("upperback-sore", { describe, private: isPrivate }), services);

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 1500 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "sharp",
        "pain",
        "no",
        "numb",
        "groin",
        "my",
        "back",
        "3 weeks",
        "but",
        "chest",
        "[a](b)",
        "@everyone",
        "\n# h",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(" ")),
);

describe("with the project's own reader and signs", () => {
  test("whatever is written, Discord takes the answer, and more can be added to it", () => {
    fc.assert(
      fc.property(words, fc.boolean(), (text, isPrivate) => {
        const reply = ask(text, isPrivate);
        expect(violations(reply)).toEqual([]);
        if (reply.kind !== "message") return;
        const more = labels(bodyOf(reply)).find((label) => /more$|worse|with a form/.test(label));
        if (more === undefined) return;
        const form = press(upperbackSore, { reply }, { label: more, services });
        const fields = { feels: ["dull"], trend: ["better"] };
        const update = submit(upperbackSore, form, { fields, services, from: { reply } });
        expect(violations(update)).toEqual([]);
        expect(textOf(bodyOf(update))).not.toMatch(/(?<!\\)@everyone|\]\(b/);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test.each(["", "😵‍💫".repeat(500), "?!?! ...", "ظهري يؤلمني", "p\u0301\u0302\u0303\u0304\u0305\u0306", "```js\n```"])(
    "%j is answered politely and never called ordinary",
    (text) => {
      const reply = ask(text);
      if (text === "") return expect(reply.kind).toBe("form");
      expect(textOf(bodyOf(reply))).not.toContain("often fits ordinary");
      expect(labels(bodyOf(reply))).toContain("Tell me with a form");
    },
  );

  test("every sign there is, all at once, fits one card, its forms and its buttons", () => {
    const present = [...services.signs.signs.keys()].filter((id) => id !== "wants-to-die");
    for (const visibility of [true, false]) {
      const form = upperbackSore.execute(typed("upperback-sore", { private: visibility }), services);
      const boxes = { signs: present, describe: ["chest feels tight, cant pee, sharp pain, im 15, on blood thinners"] };
      const reply = submit(upperbackSore, form, { fields: boxes, services });
      expect(violations(reply)).toEqual([]);
      expect(violations(press(upperbackSore, { reply }, { label: "Read wrongly", services }))).toEqual([]);
    }
  });
});
