import { describe, expect, test } from "vitest";
import check from "#commands/check-for-warning-signs.ts";
import upperbackSore from "#commands/upperback-sore.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { BaseRequest, TargetMessage } from "#src/discord/request.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { decodeChecked, encodeChecked } from "#src/replies/checked-message.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import type { ReadingServices } from "#src/replies/reading-flow.ts";
import { NOTHING_READ } from "#src/replies/reading-state.ts";
import {
  assessment,
  bodyOf,
  clickedAfter,
  customId,
  finding,
  knowledge,
  labels,
  OWNER,
  signs,
  textOf,
  violations,
} from "../replies/examples.ts";
import { deciding } from "../replies/fake-triage.ts";
import { shippedContent } from "../shipped-content.ts";
import { MANAGE_MESSAGES, press, STRANGER, submit, typed } from "./requests.ts";

const services = { ...shippedContent(), ...NO_HOUSE };
const AUTHOR = "18446744073709551614";
const MESSAGE = "18446744073709551613";
const SEND = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;
const EXTERNAL_APPS = 1n << 50n;
const author = { user: { id: AUTHOR, name: "author" } };
const SHARP = "sharp stabbing pain under my shoulder blade when i pull, no fever";

const on = (
  text: string,
  change: Partial<TargetMessage> = {},
  base: Partial<BaseRequest> = {},
  using: ReadingServices = services,
) => {
  const request = typed("check-for-warning-signs", {}, { memberPermissions: SEND, ...base });
  const target = { id: MESSAGE, authorId: AUTHOR, isByBot: false, text, ...change };
  return check.execute({ ...request, target }, using);
};
const post = (reply: Reply, by: Partial<BaseRequest> = { memberPermissions: SEND }) =>
  press(check, { reply }, { label: "Post it here", services, by });
const containers = (reply: Reply): MessageBody[] =>
  bodyOf(reply).components.flatMap((one) => (one.type === 17 ? [{ components: [one] }] : []));

describe("the command as Discord knows it", () => {
  test("Discord takes it, and it works in servers, direct messages and as a user's own app", () => {
    expect(contractViolations("PUT /applications/1/commands", [check.data])).toEqual([]);
    expect(check.data).toMatchObject({ type: 3, contexts: [0, 1, 2], integration_types: [0, 1] });
  });
});

describe("the helper reads, and nobody else", () => {
  test("the level, the words, what was set aside, and the draft", () => {
    const decided = assessment({
      kind: "see-someone",
      level: 2,
      band: "routine",
      findings: [finding("sharp-pain", "stabbing", 3), { ...finding("tingling", "zappy", 20), certainty: "guess" }],
      ignored: [{ id: "chest-pain", quote: { text: "chest is fine", start: 30, end: 43 }, reason: "negated" }],
    });
    const reply = on(SHARP, {}, {}, { knowledge, signs, triage: deciding(decided), ...NO_HOUSE });
    expect(reply).toMatchObject({ kind: "message", visibility: "private" });
    expect(violations(reply)).toEqual([]);
    const [reading, draft] = containers(reply).map(textOf);
    expect(reading?.split("\n").slice(1, 5)).toEqual([
      "**Level:** 2 of 3: stop training it and be seen, with a booked visit",
      "**Words:** “stabbing” (sharp (stabbing) pain)",
      "**Set aside:** “chest is fine” (said not to be there)",
      "**Not sure how to read:** “zappy”",
    ]);
    expect(draft).toContain("Stop training this");
    expect(draft).toContain("“stabbing”");
    expect(labels(bodyOf(reply))).toEqual(["Post it here", "Keep to myself"]);
  });

  test("a message of one's own is read the same way", () => {
    expect(labels(bodyOf(on(SHARP, { authorId: OWNER })))).toContain("Post it here");
  });

  test("a bot's message and an empty one get a clear sentence", () => {
    expect(() => on(SHARP, { isByBot: true })).toThrow("A bot wrote this message");
    expect(() => on(" \n ")).toThrow("There is no text in this message");
  });

  test("where nothing is said of pain there is nothing to post, and no all-clear", () => {
    const reply = on("what time does the gym open");
    expect(labels(bodyOf(reply))).toEqual([]);
    expect(textOf(bodyOf(reply))).toContain("That is no all-clear");
  });

  test("what is intimate is neither shown nor drafted nor posted, and still counts", () => {
    const reply = on("since deadlifts i can't hold my bladder and im numb between the legs, sharp back pain");
    for (const body of [bodyOf(reply), bodyOf(post(reply))]) {
      expect(textOf(body)).not.toMatch(/bladder|between the legs|pee/i);
    }
    expect(textOf(bodyOf(reply))).toContain("**Level:** 3 of 3");
    expect(textOf(bodyOf(reply))).toContain("Something intimate counts too");
  });

  test("a wish to die is for the helper alone, and never for the channel", () => {
    const reply = on("my back hurts and i want to kill myself");
    expect(reply).toMatchObject({ kind: "message", visibility: "private" });
    expect(labels(bodyOf(reply))).not.toContain("Post it here");
    expect(textOf(bodyOf(reply))).toContain("This is not for a public answer");
    expect(textOf(bodyOf(on("i want to kill myself", { authorId: OWNER })))).not.toContain("talk to them");
    expect(violations(reply)).toEqual([]);
  });

  test("kept to oneself, nothing is posted", () => {
    const kept = press(check, { reply: on(SHARP) }, { label: "Keep to myself", services });
    expect(kept.kind).toBe("update");
    expect(labels(bodyOf(kept))).toEqual([]);
  });
});

describe("who may post", () => {
  const may = (base: Partial<BaseRequest>) => labels(bodyOf(on(SHARP, {}, base))).includes("Post it here");

  test.each<[string, Partial<BaseRequest>, boolean]>([
    ["a member who may write", { memberPermissions: SEND }, true],
    ["a member who may not", { memberPermissions: 0n }, false],
    ["an administrator", { memberPermissions: 1n << 3n, onlyUserInstalled: true, inThread: true }, true],
    ["in a thread, writing in channels is not enough", { memberPermissions: SEND, inThread: true }, false],
    ["in a thread, writing in threads is", { memberPermissions: SEND_IN_THREADS, inThread: true }, true],
    ["with an app that the server has not", { memberPermissions: SEND, onlyUserInstalled: true }, false],
    ["with Use External Apps", { memberPermissions: SEND | EXTERNAL_APPS, onlyUserInstalled: true }, true],
    ["in a direct message", { memberPermissions: 0n, context: "bot-dm", guildId: null }, true],
    ["between people", { memberPermissions: 0n, context: "private-channel", guildId: null }, true],
  ])("%s: %#", (_, base, expected) => {
    expect(may(base)).toBe(expected);
  });

  test("whoever may not is told why, and a button from before does not help", () => {
    expect(textOf(bodyOf(on(SHARP, {}, { memberPermissions: 0n })))).toContain("You can't write in this channel");
    expect(() => post(on(SHARP), { memberPermissions: 0n })).toThrow("You can't write in this channel");
  });
});

describe("posted", () => {
  test("the answer links to the message, names nobody, and says what the draft said", () => {
    const reply = on(SHARP);
    const posted = post(reply);
    expect(posted).toMatchObject({ kind: "message", visibility: "public" });
    expect(violations(posted)).toEqual([]);
    const text = textOf(bodyOf(posted));
    expect(text).toContain(`https://discord.com/channels/10/20/${MESSAGE}`);
    expect(text).not.toMatch(/<@|lifter/);
    expect(textOf(containers(posted)[0] ?? { components: [] })).toBe(
      textOf(containers(reply)[1] ?? { components: [] }),
    );
  });

  test("the helper keeps the reading, is told that it is posted, and cannot post it again", () => {
    const reply = on(SHARP);
    const kept = clickedAfter(post(reply)) ?? { components: [] };
    const [reading = "", draft = "none"] = containers(reply).map(textOf);
    expect(labels(bodyOf(reply))).toEqual(["Post it here", "Keep to myself"]);
    expect(labels(kept)).toEqual([]);
    expect(textOf(kept).split("\n")).toEqual([...reading.split("\n").slice(0, -1), "I posted it."]);
    expect(textOf(kept)).not.toContain(draft);
  });

  test("the reasons that fit are named in the draft and in the answer", () => {
    const decided = assessment({ kind: "ordinary", causes: [{ id: "trap-soreness", quote: null }] });
    const using = { knowledge, signs, triage: deciding({ ...decided, causes: [] }), ...NO_HOUSE };
    const first = { ...using, triage: deciding(decided) };
    const reply = on("sore traps", {}, {}, first);
    expect(textOf(bodyOf(reply))).toContain("Likely reasons");
    const posted = press(check, { reply }, { label: "Post it here", services: using, by: { memberPermissions: SEND } });
    expect(textOf(bodyOf(posted))).toContain("**Sore traps.**");
  });

  test("it belongs to the author: they go on with it, anybody else gets a form of their own", () => {
    const posted = post(on(SHARP));
    const form = press(upperbackSore, { reply: posted }, { label: "There is more", services, by: author });
    const added = submit(upperbackSore, form, {
      fields: { describe: ["my hand is numb too and it won't go away"] },
      services,
      from: { reply: posted },
      by: author,
    });
    expect(added.kind).toBe("update");
    expect(textOf(bodyOf(added))).toContain("numb");
    expect(textOf(bodyOf(added))).toContain(`/${MESSAGE}`);
    const remove = (by: Partial<BaseRequest>) =>
      press(upperbackSore, { reply: added }, { label: "Remove", services, by });
    expect(remove({})).toEqual({ kind: "removal" });
    const theirs = press(upperbackSore, { reply: posted }, { label: "There is more", services });
    expect(theirs.kind).toBe("form");
  });

  test("helper, author and moderators can remove it, nobody else", () => {
    const posted = post(on(SHARP));
    const remove = (by: Partial<BaseRequest>) =>
      press(upperbackSore, { reply: posted }, { label: "Remove", services, by });
    expect(remove({})).toEqual({ kind: "removal" });
    expect(remove(author)).toEqual({ kind: "removal" });
    const stranger = { user: { id: STRANGER, name: "other" } };
    expect(remove({ ...stranger, memberPermissions: MANAGE_MESSAGES })).toEqual({ kind: "removal" });
    expect(() => remove(stranger)).toThrow("Only the person who asked");
  });
});

describe("what the button carries", () => {
  test("is read back as it was, and fits even with every sign that there is", () => {
    const present = [...services.signs.signs.keys()].filter((id) => id !== "wants-to-die");
    const risks = [...services.signs.risks.keys()];
    const causes = [...services.knowledge.causes.keys()].slice(-3);
    const reading = {
      ...NOTHING_READ,
      present,
      risks,
      causes,
      level: 3,
      band: "emergency",
      durationDays: 900,
    } as const;
    const state = encodeChecked({ messageId: MESSAGE, reading }, services);
    const read = decodeChecked(state, services);
    expect(read.messageId).toBe(MESSAGE);
    expect(read.reading.causes).toEqual(causes);
    expect(new Set(read.reading.present)).toEqual(new Set(present));
    expect(`1:check-for-warning-signs:post:${BigInt(AUTHOR).toString(36)}:${state}`.length).toBeLessThanOrEqual(100);
  });

  test.each(["", "!", "!.1", "AA"])("%j has expired", (text) => {
    expect(() => decodeChecked(text, services)).toThrow("expired");
  });

  test("the author is its owner", () => {
    expect(customId(bodyOf(on(SHARP)), "Post it here")).toContain(`:post:${BigInt(AUTHOR).toString(36)}:`);
  });
});
