import { describe, expect, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import { ADVICE_IDS } from "#src/knowledge/advice.ts";
import { getAdvice } from "#src/knowledge/knowledge.ts";
import { createAnswering } from "#src/servers/answering.ts";
import type { Services } from "#src/services.ts";
import { createDegradedStorage } from "#src/storage/degraded-storage.ts";
import { checkSettings, DEFAULT_SETTINGS, type GuildSettings, LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { NO_TOOLS } from "../commands/no-tools.ts";
import { typed } from "../commands/requests.ts";
import { bodyOf, labels, textOf, violations } from "../replies/examples.ts";
import { shippedContent } from "../shipped-content.ts";

const content = shippedContent();
const { knowledge } = content;
const commands = await loadCommands<Services>("commands");

/** A text of the longest length, which grows as far as it can when it is filled in. */
const longest = (length: number) => "{numbers}".repeat(5).padEnd(length, "x y");
const many = <Value>(count: number, make: (index: number) => Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, make(index)]));

const PAINFUL = "Crushing chest pain and I can't breathe".padEnd(LONGEST.title, "!");

const SETTINGS = checkSettings({
  country: "AU",
  helperRoleId: "18446744073709551615",
  wording: {
    cards: Object.fromEntries(
      ADVICE_IDS.map((id) => [id, { intro: longest(LONGEST.cardLines), closing: longest(LONGEST.cardLines) }]),
    ),
    sectionNotes: Object.fromEntries([...knowledge.sections.keys()].map((id) => [id, longest(LONGEST.note)])),
    links: many(MOST.links, (index) => ({
      label: `${index}${"*".repeat(LONGEST.title - 1)}`,
      url: `https://${"a.".repeat(100)}example.org/${"p".repeat(280)}`,
    })),
    entries: {
      neck: {
        title: "*".repeat(LONGEST.title),
        aliases: ["how do i breathe"],
        text: longest(LONGEST.entry),
        url: null,
      },
      chest: {
        title: PAINFUL,
        aliases: [],
        text: longest(LONGEST.entry),
        url: null,
      },
      soap: {
        title: "Soap",
        aliases: ["where is the soap"],
        text: longest(LONGEST.entry),
        url: "https://example.org/s",
      },
    },
  },
});

function serverWith(settings: GuildSettings) {
  const storage = createDegradedStorage("none");
  const settingsStore = { ...storage.settings, get: async () => settings };
  return createAnswering({ commands, content, tools: NO_TOOLS, storage: { ...storage, settings: settingsStore } });
}
const wordy = serverWith(SETTINGS);
const plain = serverWith(DEFAULT_SETTINGS);

/** The example of a card, said at length and with everything else that makes a card long. */
function sayingMuch(id: (typeof ADVICE_IDS)[number]): string {
  const { example } = getAdvice(knowledge, id);
  return id === "crisis" || id === "nothing-reported" ? example : `${example} I am 17 and it is bad. ${example}`;
}

describe("the longest words that a server can have", () => {
  test.each(ADVICE_IDS)("leave everything of ours on the card %s, and Discord takes it", async (id) => {
    for (const describe of [getAdvice(knowledge, id).example, sayingMuch(id)]) {
      const request = typed("upperback-sore", { describe });
      const reply = await wordy.answer(request);
      expect(violations(reply)).toEqual([]);
      const said = textOf(bodyOf(reply));
      for (const line of textOf(bodyOf(await plain.answer(request))).split("\n")) {
        // Two lines with the numbers are written another way: the country's stand first.
        if (!line.includes("UK 999")) expect(said).toContain(line);
      }
      for (const number of ["000", "UK 999", "EU 112", "911", "111"]) {
        if (id === "emergency" || id === "same-day") expect(said).toContain(number);
      }
    }
  });

  test.each(ADVICE_IDS)("fit the draft for a helper who checks a message, %s", async (id) => {
    for (const text of [getAdvice(knowledge, id).example, `${sayingMuch(id)} ${"my back hurts. ".repeat(90)}`]) {
      const target = { id: "1", authorId: "2", isByBot: false, text };
      expect(violations(await wordy.answer({ ...typed("check-for-warning-signs"), target }))).toEqual([]);
    }
  });

  test.each([...knowledge.sections.values()].map(({ title }) => title))(
    "leave the section %s whole, and Discord takes it",
    async (question) => {
      const reply = await wordy.answer(typed("ask", { question }));
      expect(violations(reply)).toEqual([]);
    },
  );

  test("open under the warning that their name gets, and take nothing of it away", async () => {
    // Two people, since the helpers are called only once for one.
    const by = (id: string) => ({ user: { id, name: "lifter" } });
    const reply = await wordy.answer(typed("ask", { question: PAINFUL }, by("7")));
    expect(violations(reply)).toEqual([]);
    expect(textOf(bodyOf(reply))).toContain("Call");
    expect(labels(bodyOf(reply)).at(-1)).toBe(`This server: ${PAINFUL}`.slice(0, 80));
    const described = await wordy.answer(typed("upperback-sore", { describe: PAINFUL }, by("8")));
    expect(textOf(bodyOf(reply))).toBe(textOf(bodyOf(described)));
  });

  test.each(["where is the soap", "how do i breathe", "*".repeat(LONGEST.title), "what is the capital of France"])(
    "answer %j as Discord takes it",
    async (question) => {
      expect(violations(await wordy.answer(typed("ask", { question })))).toEqual([]);
    },
  );
});
