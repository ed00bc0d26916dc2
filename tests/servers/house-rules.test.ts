import { describe, expect, test } from "vitest";
import type { HouseRule } from "#src/discord/command.ts";
import type { Reply, Urgency } from "#src/discord/reply.ts";
import type { RuledCommand } from "#src/replies/staff/ruled-command.ts";
import { Cooldowns } from "#src/servers/cooldowns.ts";
import { applyRuling, type LastAnswer, rule } from "#src/servers/house-rules.ts";
import { type CommandSettings, DEFAULT_SETTINGS, settingsOf } from "#src/storage/guild-settings.ts";
import { typed } from "../commands/requests.ts";
import { bodyOf, NOW, textOf } from "../replies/examples.ts";

const ALL: readonly HouseRule[] = ["channels", "visibility", "cooldown"];
const LAST: LastAnswer = { messageId: "77", askAgainAt: new Date(NOW.getTime() + 60_000) };
const ORDINARY: Urgency = { level: 0, asks: false };

type Case = {
  readonly set?: Partial<CommandSettings>;
  readonly where?: { readonly channelId?: string; readonly parentChannelId?: string };
  readonly rules?: readonly HouseRule[];
  readonly last?: LastAnswer | null;
  readonly urgency?: Urgency;
  readonly wished?: "public" | "private";
  readonly as?: Partial<RuledCommand>;
};

/** What becomes of an answer in channel 20 under the settings of one command. */
function ruled({ set = {}, where = {}, rules = ALL, last = null, urgency = ORDINARY, wished = "public", as }: Case) {
  const settings = {
    ...DEFAULT_SETTINGS,
    commands: { "upperback-sore": { ...settingsOf(DEFAULT_SETTINGS, "upperback-sore"), ...set } },
  };
  const request = typed("upperback-sore", {}, where);
  const command = { key: "upperback-sore", label: "/upperback-sore", isForMessages: false, rules, ...as };
  const ruling = rule({ settings, command, request, last });
  const visibility = ruling.visibility === "private" ? "private" : wished;
  const reply: Reply = {
    kind: "message",
    visibility,
    urgency,
    body: { components: [{ type: 10, content: "answer" }] },
  };
  const given = applyRuling(reply, ruling, request);
  if (given.kind !== "message") throw new Error("a message stays a message");
  return { visibility: given.visibility, text: textOf(bodyOf(given)), wantsId: given.wantsId ?? false };
}

const ONLY_30 = { channels: { rule: "only", ids: ["30"] } } as const;
const NOT_20 = { channels: { rule: "except", ids: ["20"] } } as const;

describe("where a command is used", () => {
  test.each<[string, Case, string]>([
    ["everywhere, where nothing is set", {}, "answer"],
    ["not in a channel that is left out", { set: NOT_20 }, "keeps it out of this channel"],
    ["in every other channel", { set: NOT_20, where: { channelId: "21" } }, "answer"],
    ["only in the channels named, with a hint where to go", { set: ONLY_30 }, "<#30>"],
    ["in the channels named", { set: ONLY_30, where: { channelId: "30" } }, "answer"],
    ["in threads of the channels named", { set: ONLY_30, where: { channelId: "31", parentChannelId: "30" } }, "answer"],
    [
      "not in threads of one left out",
      { set: NOT_20, where: { channelId: "31", parentChannelId: "20" } },
      "keeps it out",
    ],
    ["nowhere, where no channel is left", { set: { channels: { rule: "only", ids: [] } } }, "keeps it out"],
    ["everywhere, if the command keeps to no such rule", { set: NOT_20, rules: [] }, "answer"],
  ])("%s", (_, given, text) => {
    expect(ruled(given).text).toContain(text);
  });

  test("a hint is private and says that warning signs are answered all the same", () => {
    const { visibility, text } = ruled({ set: NOT_20 });
    expect(visibility).toBe("private");
    expect(text).toContain("Warning signs are answered everywhere");
  });

  test.each([
    [ONLY_30, "**Check for warning signs**: on this server it is used on messages in <#30>."],
    [NOT_20, "**Check for warning signs**: this server keeps it out of this channel."],
  ])("a hint about a message's menu sends nobody to where the message does not stand: %#", (set, first) => {
    const [line, small] = ruled({ set, as: { label: "Check for warning signs", isForMessages: true } }).text.split(
      "\n",
    );
    expect(line).toBe(first);
    expect(small).toContain("That I show none here is no all-clear");
  });

  test("of many channels it names ten", () => {
    const ids = Array.from({ length: 100 }, (_, n) => String(1000 + n));
    const { text } = ruled({ set: { channels: { rule: "only", ids } } });
    expect(text.match(/<#/g)).toHaveLength(10);
    expect(text).toContain("and others");
  });
});

describe("who sees an answer", () => {
  test.each<[string, Case, "public" | "private"]>([
    ["as whoever asks wishes: public", {}, "public"],
    ["as whoever asks wishes: private", { wished: "private" }, "private"],
    ["nobody else, where the server wants it private", { set: { visibility: "private" } }, "private"],
    ["nobody else, in one channel", { set: { visibilityIn: { "20": "private" } } }, "private"],
    [
      "everybody, in a channel that differs",
      { set: { visibility: "private", visibilityIn: { "20": "public" } } },
      "public",
    ],
    [
      "as in the channel that a thread belongs to",
      { set: { visibilityIn: { "30": "private" } }, where: { channelId: "31", parentChannelId: "30" } },
      "private",
    ],
  ])("%s", (_, given, visibility) => {
    const answer = ruled(given);
    expect(answer).toMatchObject({ visibility, text: "answer" });
  });

  test("where the server wants answers public, a wish for a private one posts nothing and says so", () => {
    const answer = ruled({ set: { visibility: "public" }, wished: "private" });
    expect(answer.visibility).toBe("private");
    expect(answer.text).toContain("wants answers to be public, so I posted nothing");
  });
});

test("what the rules make private is not said to be posted, and whatever else follows it does", () => {
  const body = { components: [{ type: 10 as const, content: "answer" }] };
  const others = [{ kind: "private-follow-up", body }] as const;
  for (const urgency of [ORDINARY, { level: 3, asks: false } as const]) {
    const reply: Reply = {
      kind: "message",
      visibility: "public",
      urgency,
      body,
      then: [{ kind: "clicked-message-edit", body }, ...others],
    };
    const under = (visibility: "private" | "member") =>
      applyRuling(reply, { visibility, instead: null, insteadOfPrivate: null, cooldownSeconds: 0 }, typed("ask"));
    expect(under("member")).toEqual(reply);
    expect(under("private")).toEqual({ ...reply, visibility: "private", then: others });
  }
});

describe("how often somebody is answered", () => {
  const set = { cooldownSeconds: 120 };
  const askedAfter = (seconds: number) => typed("ask", {}, { now: new Date(NOW.getTime() + seconds * 1000) });

  test("a repeat gets a private link to the last answer, and when to ask again", () => {
    const { visibility, text } = ruled({ set, last: LAST });
    expect(visibility).toBe("private");
    expect(text).toContain("https://discord.com/channels/10/20/77");
    expect(text).toContain(`<t:${LAST.askAgainAt.getTime() / 1000}:R>`);
  });

  test.each<[string, Case, boolean]>([
    ["a public answer is remembered", { set }, true],
    ["a private one makes no noise and is not", { set, wished: "private" }, false],
    ["nothing is where no cooldown is set", {}, false],
  ])("%s", (_, given, wantsId) => {
    expect(ruled(given)).toMatchObject({ text: "answer", wantsId });
  });

  test("what was remembered counts no more once the staff took the cooldown away", () => {
    expect(ruled({ last: LAST }).text).toBe("answer");
  });

  test("it holds for one person, channel and command, until its time is over", () => {
    const cooldowns = new Cooldowns();
    const request = typed("ask");
    cooldowns.note(request, "77");
    expect(cooldowns.find(request, 60)?.messageId).toBe("77");
    expect(cooldowns.find(typed("circuit"), 60)).toBeNull();
    expect(cooldowns.find(typed("ask", {}, { channelId: "21" }), 60)).toBeNull();
    expect(cooldowns.find(typed("ask", {}, { user: { id: "5", name: "else" } }), 60)).toBeNull();
    expect(cooldowns.find(askedAfter(60), 60)).toBeNull();
  });

  test.each([
    ["a shorter one", 60, null],
    ["a longer one", 180, new Date(NOW.getTime() + 180_000)],
  ])("what staff set meanwhile holds at once: %s", (_, seconds, until) => {
    const cooldowns = new Cooldowns();
    cooldowns.note(typed("ask"), "77");
    expect(cooldowns.find(askedAfter(90), 120)?.askAgainAt).toEqual(new Date(NOW.getTime() + 120_000));
    expect(cooldowns.find(askedAfter(90), seconds)?.askAgainAt ?? null).toEqual(until);
  });

  test("it ends with the removal of the answer that began it, and not of an older one", () => {
    const cooldowns = new Cooldowns();
    const request = typed("ask");
    cooldowns.note(request, "76");
    cooldowns.note(request, "77");
    cooldowns.forget("76");
    expect(cooldowns.find(request, 60)?.messageId).toBe("77");
    cooldowns.forget("77");
    expect(cooldowns.find(request, 60)).toBeNull();
  });
});

describe("what is more than ordinary is given in full and at once", () => {
  test.each<[string, Case]>([
    ["where the command is not used", { set: NOT_20 }],
    ["during a cooldown", { set: { cooldownSeconds: 60 }, last: LAST }],
    ["where answers are private", { set: { visibility: "private" } }],
    ["where they are public and it was asked for privately", { set: { visibility: "public" }, wished: "private" }],
  ])("%s, privately", (_, given) => {
    for (const urgency of [
      { level: 3, asks: false },
      { level: 2, asks: false },
      { level: 1, asks: false },
      { level: 0, asks: true },
    ] as const) {
      expect(ruled({ ...given, urgency })).toMatchObject({ visibility: "private", text: "answer" });
    }
  });

  test("and publicly where the channel is free", () => {
    expect(ruled({ urgency: { level: 3, asks: false } })).toMatchObject({ visibility: "public", text: "answer" });
  });
});
