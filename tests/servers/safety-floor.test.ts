import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import { ADVICE_IDS } from "#src/knowledge/advice.ts";
import { adviceIdFor } from "#src/replies/advice-card.ts";
import { createAnswering } from "#src/servers/answering.ts";
import type { Services } from "#src/services.ts";
import { createDegradedStorage } from "#src/storage/degraded-storage.ts";
import { checkSettings, DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import type { Storage } from "#src/storage/storage.ts";
import { readSet } from "../../bench/triage/labelled-sets.ts";
import { NO_TOOLS } from "../commands/no-tools.ts";
import { typed } from "../commands/requests.ts";
import { bodyOf, labels, NOW, nodes, textOf, violations } from "../replies/examples.ts";
import { shippedContent } from "../shipped-content.ts";
import { arbitrarySettings } from "../storage/arbitrary-settings.ts";

const content = shippedContent();
const commands = await loadCommands<Services>("commands");
const COMMANDS = ["upperback-sore", "ask"] as const;
const OPTION = { "upperback-sore": "describe", ask: "question" } as const;
const HERE = "20";

/** A storage of one server with these settings, for whatever only asks for them. */
function storageWith(settings: GuildSettings): Storage {
  const storage = createDegradedStorage("none");
  return { ...storage, settings: { ...storage.settings, get: async () => settings } };
}

type Answering = ReturnType<typeof createAnswering>;
const answeringWith = (settings: GuildSettings): Answering =>
  createAnswering({ commands, content, tools: NO_TOOLS, storage: storageWith(settings) });

/** Any settings, most of them about what is asked here: these commands, this channel, these cards. */
const settingsHere = fc
  .tuple(
    arbitrarySettings,
    fc.record({
      rule: fc.constantFrom("except", "only"),
      ids: fc.subarray([HERE, "21"]),
      visibility: fc.constantFrom("public", "private", "member"),
      cooldownSeconds: fc.constantFrom(0, 1, 86_400),
    }),
    fc.subarray([...ADVICE_IDS]),
    fc.record({
      intro: fc.constantFrom("We care.", "x".repeat(300), null),
      closing: fc.constantFrom("## You are fine", null),
    }),
  )
  .map(([settings, { rule, ids, visibility, cooldownSeconds }, cards, lines]) =>
    checkSettings({
      ...settings,
      commands: Object.fromEntries(
        COMMANDS.map((name) => [name, { channels: { rule, ids }, visibility, visibilityIn: {}, cooldownSeconds }]),
      ),
      wording: { ...settings.wording, cards: Object.fromEntries(cards.map((card) => [card, lines])) },
    }),
  );

const TEXTS = ["a", "d", "g"].flatMap((name) =>
  readSet({ file: `bench/triage/sets/${name}.jsonl` })
    .filter((_, index) => index % 12 === 0)
    .map(({ text }) => text),
);
const input = fc.record({
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }) },
  ),
  command: fc.constantFrom(...COMMANDS),
  isPrivate: fc.boolean(),
});

/** The lines that a card must have whatever staff set, cut where something is filled in. */
function requiredLines(text: string): string[] {
  const assessment = content.triage.assess({ text, now: NOW });
  const advice = content.knowledge.advice.get(adviceIdFor(assessment));
  if (advice === undefined) return [];
  const { subject } = assessment;
  const net = advice.safetyNet === null ? null : content.knowledge.safetyNet.lists[advice.safetyNet];
  const netLines = net === null ? [] : [net.heading, ...net.items];
  return [advice.heading[subject], ...advice.bullets[subject], advice.body[subject], ...netLines].flatMap((line) =>
    line.split(/\{\{\s*[a-z]+\s*\}\}/),
  );
}

/** The first thing that is read, and every number to call. */
function firstLines(body: MessageBody): string[] {
  return nodes(body)
    .flatMap(({ content: line }) => (typeof line === "string" ? [line] : []))
    .slice(0, 1);
}
const numbersIn = (text: string): string[] => text.match(/\b\d{2,3}(?: \d+)*\b/g) ?? [];

// Where the answer stands decides on three of them, and reminders are a switch of their own.
const NO_SAFETY = ["Remove", "Show in channel", "Answer it privately", "Remind me"];

/** What a person can press wherever the answer stands. */
function safetyButtons(body: MessageBody): string[] {
  return labels(body).filter((label) => !NO_SAFETY.includes(label));
}

const isHint = (reply: Reply): boolean =>
  reply.kind === "message" && reply.visibility === "private" && reply.urgency === undefined;

describe("no setting touches what keeps a person safe", () => {
  let asked = 0;
  beforeEach(() => {
    asked = 0;
  });

  test("level, band, questions and required parts are those of a server that set nothing", async () => {
    const plain = answeringWith(DEFAULT_SETTINGS);
    let given = 0;
    await fc.assert(
      fc.asyncProperty(settingsHere, input, async (settings, { text, command, isPrivate }) => {
        const request = typed(
          command,
          { [OPTION[command]]: text, private: isPrivate },
          { interactionId: String(++asked) },
        );
        const answering = answeringWith(settings);
        const before = await plain.answer(request);
        const first = await answering.answer(request);
        await answering.afterwards({ request, reply: first, messageId: "77" });
        const repeated = await answering.answer({ ...request, interactionId: String(++asked) });
        for (const reply of [first, repeated]) {
          expect(violations(reply)).toEqual([]);
          if (before.kind !== "message" || before.urgency === undefined) continue;
          const isOrdinary = before.urgency.level === 0 && !before.urgency.asks;
          if (isOrdinary && isHint(reply)) continue;
          expect(reply.kind === "message" ? reply.urgency : null).toEqual(before.urgency);
          const [wanted, found] = [textOf(bodyOf(before)), textOf(bodyOf(reply))];
          for (const line of requiredLines(text).filter((part) => wanted.includes(part))) expect(found).toContain(line);
          expect(firstLines(bodyOf(reply))).toEqual(firstLines(bodyOf(before)));
          for (const number of numbersIn(wanted)) expect(found).toContain(number);
          expect(safetyButtons(bodyOf(reply))).toEqual(expect.arrayContaining(safetyButtons(bodyOf(before))));
          if (!isOrdinary) given += 1;
        }
      }),
      { numRuns: 250, seed: 20261123 },
    );
    // A property over answers that were all ordinary would say nothing.
    expect(given).toBeGreaterThan(100);
  });
});
