import { describe, expect, test } from "vitest";
import { decodeCustomId, encodeCustomId, previewCustomId } from "#src/discord/custom-id.ts";
import { loadCommands } from "#src/discord/load-commands.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import { getAdvice } from "#src/knowledge/knowledge.ts";
import { createAnswering } from "#src/servers/answering.ts";
import { previewCommands, previewInput } from "#src/servers/preview-choices.ts";
import type { Services } from "#src/services.ts";
import { createDegradedStorage } from "#src/storage/degraded-storage.ts";
import { checkSettings, checkWording, type GuildSettings } from "#src/storage/guild-settings.ts";
import type { Storage } from "#src/storage/storage.ts";
import { NO_TOOLS } from "../commands/no-tools.ts";
import { typed } from "../commands/requests.ts";
import { bodyOf, labels, NOW, nodes, textOf, violations } from "../replies/examples.ts";
import { shippedContent } from "../shipped-content.ts";

const ADMIN = "300";
const MEMBER = "18446744073709551615";
const MANAGE_SERVER = 1n << 5n;
const HELPERS = "500";

const content = shippedContent();
const { knowledge } = content;
const commands = await loadCommands<Services>("commands");

// What a card is shown with is sure to get that card.
const PAINFUL = getAdvice(knowledge, "routine").example;

const OWN = checkWording({
  cards: Object.fromEntries(
    [...knowledge.advice.keys()].map((id) => [id, { intro: `Before ${id}: {numbers}, {date}.`, closing: "After." }]),
  ),
  sectionNotes: { breath: "Ours: {advice}.", "trap-soreness": "Ours." },
  links: { form: { label: "Form checks", url: "https://example.org/form" } },
  accessories: { meadows: { name: "Meadows rows", muscles: ["lats"], equipment: ["landmine"], url: null } },
  hiddenAccessories: ["rows"],
  entries: {
    chalk: { title: "Gym chalk", aliases: [], text: "Liquid only.", url: "https://example.org/chalk" },
    painful: { title: PAINFUL, aliases: [], text: "Ask Kim.", url: null },
  },
});
const IN_FORCE = checkSettings({ country: "GB", helperRoleId: HELPERS });
const PUBLISHED: GuildSettings = { ...IN_FORCE, wording: OWN };

/** A server with these settings in force and perhaps a draft. */
function serverWith(settings: GuildSettings, draft: GuildSettings["wording"] | null) {
  const degraded = createDegradedStorage("none");
  const begun = draft === null ? null : { revision: 1, wording: draft, at: NOW, by: ADMIN, expiresAt: NOW };
  const storage: Storage = {
    ...degraded,
    health: async () => ({ kind: "ready" }),
    settings: {
      ...degraded.settings,
      get: async () => settings,
      read: async () => ({ revision: 1, settings }),
      draft: async () => begun,
      ifPublished: async () => draft,
    },
  };
  return createAnswering({ commands, content, tools: NO_TOOLS, storage });
}

const previewed = serverWith(IN_FORCE, OWN);
const CHOICES = previewCommands({ knowledge, settings: PUBLISHED }).flatMap(({ key, choices }) =>
  choices.map(({ value }) => [key, value] as const),
);

async function previewOf(command: string, value: string): Promise<Reply> {
  return previewed.answer({
    ...typed("spotter", {}, { user: { id: ADMIN, name: "admin" }, memberPermissions: MANAGE_SERVER }),
    kind: "component",
    action: "preview-show",
    ownerId: null,
    state: `${command}.0`,
    values: [value],
    fields: {},
    chosenChannels: [],
    uploads: {},
    message: null,
  });
}

async function memberGets(command: string, value: string): Promise<Reply> {
  const input = previewInput(command, value, { knowledge, settings: PUBLISHED });
  if (input === null) throw new Error(`no choice ${value}`);
  const member = { user: { id: MEMBER, name: "member" }, memberPermissions: MANAGE_SERVER };
  // As the first answer to this member: a second warning would not call the helpers again.
  return serverWith(PUBLISHED, null).answer({ ...typed(command, {}, member), ...input });
}

/** A body with every owner replaced, and the mark of a preview taken off. */
function comparable(body: MessageBody): unknown {
  const text = JSON.stringify(body.components, (key, value: unknown) => {
    if (key !== "custom_id" || typeof value !== "string") return value;
    const id = decodeCustomId(value.replace(/^p:/, "1:"));
    return encodeCustomId({ ...id, ownerId: id.ownerId === null ? null : "1" });
  });
  return JSON.parse(text);
}

describe("a preview", () => {
  test.each(CHOICES)("of %s, %s has the components that a member then gets", async (command, value) => {
    const shown = await previewOf(command, value);
    const gets = await memberGets(command, value);
    expect(violations(shown)).toEqual([]);
    expect(shown).toMatchObject({ kind: "message", visibility: "private" });
    expect(Object.keys(shown).sort()).toEqual(["body", "kind", "visibility"]);
    expect(comparable(bodyOf(shown))).toEqual(comparable(bodyOf(gets)));
    expect(bodyOf(shown).files).toEqual(bodyOf(gets).files);
    expect(bodyOf(shown).mentionsRoleId).toBeUndefined();
  });

  test("of an entry whose name tells of pain shows the warning that stands in its place, and its button", async () => {
    const shown = bodyOf(await previewOf("ask", "entry:painful"));
    expect(textOf(shown)).toContain("Stop training this");
    expect(labels(shown).at(-1)).toBe(`This server: ${PAINFUL}`);
  });

  test("differs from what members get before it is published", async () => {
    const shown = JSON.stringify(bodyOf(await previewOf("upperback-sore", "prompt")));
    expect(shown).toContain("Before prompt: UK 999");
    expect(shown).toContain(`<@&${HELPERS}>`);
    const before = serverWith(IN_FORCE, OWN).answer(
      typed("upperback-sore", { describe: "Sharp pain under my shoulder blade." }),
    );
    expect(JSON.stringify(bodyOf(await before))).not.toContain("Before");
  });

  test.each(CHOICES.filter(([, value]) => ["ordinary", "not-covered", "everything"].includes(value)))(
    "of %s, %s: whatever is pressed says that it is a preview and reaches nothing",
    async (command, value) => {
      const ids = nodes(bodyOf(await previewOf(command, value))).flatMap(({ custom_id }) => custom_id ?? []);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(() => decodeCustomId(String(id))).toThrow("This is a preview");
    },
  );

  test("keeps to Discord's length: its ids are as long as a member's", () => {
    const id = encodeCustomId({ command: "ask", action: "remove", ownerId: MEMBER, state: "x".repeat(60) });
    expect(previewCustomId(id)).toHaveLength(id.length);
  });

  test("of something that is gone says so", async () => {
    await expect(previewOf("ask", "entry:gone")).rejects.toThrow("not there any more");
    await expect(previewOf("spotter", "panel")).rejects.toThrow("not there any more");
  });
});
