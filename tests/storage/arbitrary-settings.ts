import fc from "fast-check";
import { checkSettings, type GuildSettings } from "#src/storage/guild-settings.ts";
import { findLineFault, foldLines } from "#src/storage/own-lines.ts";
import { findTextFault, findVariableFault } from "#src/storage/own-text.ts";

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,2}$/).filter((name) => name !== "constructor");
const id = fc.bigInt(1n, 2n ** 63n).map(String);
const url = fc.webUrl({ validSchemes: ["https"] }).filter((address) => !/[()<>\\\s]/.test(address));
const grapheme = fc.constantFrom(
  ..."abcXYZ 019:-#'\"{}[]&*!|>%@`~,?",
  "\n",
  "é",
  "ß",
  "日",
  "💪",
  "🏋️",
  "👨‍👩‍👧",
  "null",
  "no",
  "1e3",
);

function words(most: number, unit = grapheme) {
  return fc
    .array(unit, { minLength: 1, maxLength: 30 })
    .map((pieces) =>
      pieces
        .join("")
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, "")
        .replace(/\u200D$/, ""),
    )
    .filter((text) => text.trim() !== "" && findTextFault(text) === null && findVariableFault(text, []) === null);
}

const text = words(60);
const cardLines = text.filter((written) => findLineFault(foldLines(written)) === null);
const line = words(
  60,
  grapheme.filter((unit) => unit !== "\n"),
);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 });
const named = <Value>(name: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) =>
  fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true });
const visibility = fc.constantFrom("public", "private", "member");

const wording = fc.record({
  cards: named(slug, fc.record({ intro: orNull(cardLines), closing: orNull(cardLines) })),
  sectionNotes: named(slug, text),
  links: named(slug, fc.record({ label: line, url })),
  accessories: named(slug, fc.record({ name: line, muscles: few(slug), equipment: few(slug), url: orNull(url) })),
  hiddenAccessories: few(slug),
  entries: named(slug, fc.record({ title: line, aliases: few(line), text, url: orNull(url) })),
});

/** Any settings that staff could make. */
export const arbitrarySettings: fc.Arbitrary<GuildSettings> = fc
  .record({
    commands: named(
      slug,
      fc.record({
        channels: fc.record({ rule: fc.constantFrom("except", "only"), ids: few(id) }),
        visibility,
        visibilityIn: named(id, visibility),
        cooldownSeconds: fc.integer({ min: 0, max: 86_400 }),
      }),
    ),
    country: orNull(fc.stringMatching(/^[A-Z]{2}$/)),
    helperRoleId: orNull(id),
    reminders: fc.boolean(),
    questionStatistics: fc.boolean(),
    wording,
  })
  .map(checkSettings);
