import { describe, expect, test } from "vitest";
import upperbackSore from "#commands/upperback-sore.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { bodyOf, followUpOf, labels, textOf, violations } from "../replies/examples.ts";
import { shippedContent } from "../shipped-content.ts";
import { press, submit, typed } from "./requests.ts";

// With the project's own content and triage: what people see when they go on with a card.
const services = { ...shippedContent(), ...NO_HOUSE };
const ask = (describe: string, more: Record<string, string | boolean> = {}) =>
  upperbackSore.execute(typed("upperback-sore", { describe, ...more }), services);
const click = (reply: Reply, label: string) => press(upperbackSore, { reply }, { label, services });
const send = (reply: Reply, label: string, fields: Record<string, string[]>) =>
  submit(upperbackSore, click(reply, label), { fields, services, from: { reply } });
const says = (reply: Reply) => textOf(bodyOf(reply));
const section = (reply: Reply, title: string) => says(reply).split(`### ${title}`)[1]?.split("\n###")[0]?.trim();

describe("the reasons that were found", () => {
  const first = ask("my traps are sore from deadlifts yesterday, i sit at a desk all day");

  test("stay with what to do and the exercises, whatever is added", () => {
    const more = send(first, "It's worse than that", { trend: ["same"] });
    const again = send(more, "It's worse than that", { describe: ["my lats are sore too"] });
    for (const card of [first, more, again]) {
      expect(section(card, "Likely reasons")).toMatch(/Sore traps.*A weak upper back/s);
      expect(section(card, "What to do")).toContain("Do not try to shrug the bar up");
      expect(section(card, "Exercises that fit")).toContain("Upper back shrugs");
      expect(says(card)).not.toContain("The article's usual reasons");
      expect(violations(card)).toEqual([]);
    }
  });

  test("come back where a warning is taken back", () => {
    const warned = send(first, "It's worse than that", { feels: ["sharp"] });
    expect(says(warned)).toContain("## Stop training this");
    expect(section(warned, "Likely reasons")).toBeUndefined();
    const back = send(warned, "Read wrongly", { found: ["ordinary-soreness"] });
    expect(section(back, "Likely reasons")).toMatch(/Sore traps.*A weak upper back/s);
  });

  test("are shown to the channel with the card", () => {
    const shown = click(ask("my traps are sore from deadlifts yesterday", { private: true }), "Show in channel");
    expect(section(shown, "Likely reasons")).toContain("Sore traps");
  });
});

describe("a form that is sent empty", () => {
  test.each([
    ["my traps are sore from deadlifts yesterday", "It's worse than that"],
    ["sharp pain under my shoulder blade", "There is more"],
  ])("says so, and changes nothing: %s", (words, label) => {
    const first = ask(words);
    for (const fields of [{}, { describe: ["  "], signs: [] }]) {
      expect(() => send(first, label, fields)).toThrow(UserError);
      expect(() => send(first, label, fields)).toThrow("Nothing was filled in, so my answer stays as it is");
    }
  });
});

describe('the list behind "Is anything else there?"', () => {
  const asks = (reply: Reply) => labels(bodyOf(reply)).includes("Open the list");
  const open = (reply: Reply, fields: Record<string, string[]>) => send(reply, "Open the list", fields);
  const tingling = ask("tingling in my hand");
  const unread = ask("mal de dos depuis hier");

  test.each([
    ["a no", { describe: ["no"] }],
    ["a longer no", { describe: ["no nothing else"] }],
    ["words", { describe: ["my grip is weak on that side, I drop things"] }],
    ["words that nobody can read", { describe: ["it goes zorp in my elbow"] }],
    ["a sign", { signs: ["fever-unwell"] }],
    ["how it goes", { trend: ["same"] }],
    ["nothing at all", {}],
  ])("is not asked for again, whatever was sent: %s", (_, fields: Record<string, string[]>) => {
    for (const first of [tingling, unread]) {
      expect(asks(first)).toBe(true);
      const sent = open(first, fields);
      expect(asks(sent)).toBe(false);
      expect(violations(sent)).toEqual([]);
      if (!labels(bodyOf(sent)).includes("There is more")) continue;
      expect(asks(send(sent, "There is more", { describe: ["tingling in my other hand"] }))).toBe(false);
    }
  });

  test("that is left empty changes nothing else, and says so", () => {
    const sent = open(tingling, {});
    expect(says(tingling).startsWith(says(sent))).toBe(true);
    expect(textOf(followUpOf(sent) ?? { components: [] })).toContain("Nothing was filled in, so my answer stays");
    expect(followUpOf(open(tingling, { describe: ["no"] }))).toBeNull();
  });

  test("makes words that nobody could read ordinary only where it was answered", () => {
    const dull = (fields: Record<string, string[]>) => says(click(open(unread, fields), "Dull, tight or achy"));
    expect(dull({ describe: ["No, nothing else."] })).toContain("often fits ordinary soreness");
    expect(dull({ describe: ["no"] })).not.toContain("I couldn't quite read “no”");
    expect(dull({})).toContain("## Tell me a bit more");
  });

  test("still counts a sign that is told beside a no", () => {
    expect(says(open(unread, { describe: ["no, nothing else, only my chest feels tight"] }))).toContain("## Call");
    expect(says(open(unread, { describe: ["no"], signs: ["fever-unwell"] }))).not.toContain("## Tell me");
  });
});

describe("a length that was read wrongly", () => {
  const offered = (reply: Reply) => {
    const form = click(reply, "Read wrongly");
    const parts = form.kind === "form" ? form.form.components : [];
    return parts.flatMap((part) =>
      part.type === 18 && part.component.type === 22 ? part.component.options.map(({ value }) => value) : [],
    );
  };
  const untick = (reply: Reply, ...ids: string[]) =>
    send(reply, "Read wrongly", { found: offered(reply).filter((id) => !ids.includes(id)) });
  const SINGER = "upper back sore, im 62, choir 20 weeks";

  test("goes with the sign that it brought: the card claims neither, and its level follows", () => {
    const first = ask(SINGER);
    expect(says(first)).toMatch(/## Stop training this.*You said: pain that has lasted for weeks.*for about 5 months/s);
    const back = untick(first, "long-lasting-pain");
    expect(says(back)).toContain("## Ease off");
    expect(says(back)).toContain("I set aside: pain that has lasted for weeks (you corrected this)");
    expect(says(back)).not.toMatch(/You said: pain that has lasted|I took it as/);
    const again = send(back, "There is more", { trend: ["same"] });
    expect(says(again)).not.toMatch(/for about|You said: pain that has lasted/);
  });

  test("gives way to the length that was chosen beside it", () => {
    const back = untick(ask(SINGER, { since: "2-3-weeks" }), "long-lasting-pain");
    expect(says(back)).toMatch(/## Stop training this.*for about 2 weeks/s);
    expect(says(back)).not.toContain("you corrected this");
  });

  test("is none where it was chosen, even after more was told", () => {
    const first = ask("sharp pain under my shoulder blade", { since: "over-3-weeks" });
    for (const card of [first, send(first, "There is more", { trend: ["same"] })]) {
      expect(says(card)).toContain("pain that has lasted for weeks");
      expect(offered(card)).toContain("sharp-stabbing-pain");
      expect(offered(card)).not.toContain("long-lasting-pain");
      expect(says(untick(card, "sharp-stabbing-pain"))).toMatch(/## Stop training this.*for about 4 weeks/s);
    }
  });

  test("cannot be corrected where nothing but what was chosen stands", () => {
    const card = ask("upper back sore", { since: "over-6-weeks" });
    expect(says(card)).toContain("pain that has lasted for weeks");
    expect(labels(bodyOf(card))).not.toContain("Read wrongly");
  });
});
