import { describe, expect, test } from "vitest";
import checkIn from "#commands/check-in.ts";
import type { Reply } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { diaryCard } from "#src/replies/diary-card.ts";
import type { DiaryState } from "#src/replies/diary-state.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import type { Services } from "#src/services.ts";
import type { DiaryEntry } from "#src/triage/diary.ts";
import { bodyOf, knowledge, NOW, OWNER, textOf, violations } from "../replies/examples.ts";
import { signs, triage } from "../triage/engine.ts";
import { NO_TOOLS } from "./no-tools.ts";
import { press, STRANGER, submit, typed } from "./requests.ts";

const HOUR_MS = 3_600_000;
const thisHour = Math.floor(NOW.getTime() / HOUR_MS);
const base = { ...NO_HOUSE, ...NO_TOOLS, knowledge, signs, triage };
// It asks neither the search nor the storage.
const services = base as unknown as Services;
const off = { ...services, isCheckInOn: false };

const note = (daysAgo: number, soreness: number, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  hour: thisHour - daysAgo * 24,
  soreness,
  trend: null,
  isSharp: false,
  isTingling: false,
  isNumb: false,
  alreadyDays: null,
  ...more,
});
const diary = (...entries: DiaryEntry[]): Reply => {
  const state: DiaryState = { agreedHour: thisHour - 1000, entries };
  const body = diaryCard({ state, ownerId: OWNER, assessment: { level: 0 }, chart: null });
  return { kind: "update", body };
};
const click = (on: Reply, label: string, using = services) =>
  press(checkIn, { reply: on, isPrivate: false }, { label, services: using });
const send = async (on: Reply, label: string, fields: Record<string, string[]>): Promise<Reply> =>
  submit(checkIn, await click(on, label), { fields, services, from: { reply: on, isPrivate: false } });
const noted = (on: Reply, fields: Record<string, string[]>) => send(on, "Check in", fields);

test("Discord takes the command, and it works in servers, direct messages and as a user's own app", () => {
  expect(contractViolations("PUT /applications/1/commands", [checkIn.data])).toEqual([]);
  expect(checkIn.data).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
});

describe("switched off", () => {
  test("it says so, and what somebody has can still be read, downloaded and deleted", async () => {
    await expect(checkIn.execute(typed("check-in"), off)).rejects.toThrow("switched off on this bot");
    const mine = diary(note(1, 4));
    for (const label of ["Check in", "Bring back"]) expect(() => click(mine, label, off)).toThrow("switched off");
    for (const label of ["What it means", "Download", "Delete diary"]) {
      expect(["message", "form"]).toContain((await click(mine, label, off)).kind);
    }
  });
});

describe("a diary belongs to one person", () => {
  test.each(["Check in", "What it means", "Download", "Bring back", "Delete diary"])(
    "nobody else can press %s",
    (label) => {
      const by = { user: { id: STRANGER, name: "other" } };
      expect(() => press(checkIn, { reply: diary(note(1, 4)), isPrivate: false }, { label, services, by })).toThrow(
        UserError,
      );
    },
  );
});

describe("the form", () => {
  const partsOf = async (on: Reply) => JSON.stringify(await click(on, "Check in"));

  test("asks how long it has been there where soreness begins, and where it is heading where it goes on", async () => {
    for (const on of [diary(), diary(note(3, 4), note(1, 0))]) {
      expect(await partsOf(on)).toContain("How long has it been there?");
      expect(await partsOf(on)).not.toContain("Since your last check-in");
    }
    expect(await partsOf(diary(note(1, 4)))).toContain("Since your last check-in");
    expect(await partsOf(diary(note(1, 4)))).not.toContain("How long");
  });

  test.each([[diary()], [diary(note(1, 4))], [diary(note(0, 4, { alreadyDays: 10, isSharp: true }))]])(
    "%# breaks none of Discord's rules",
    async (on) => {
      expect(violations(await click(on, "Check in"))).toEqual([]);
    },
  );

  test("has ticked what was noted last, and only then a box that says it is gone", async () => {
    const boxes = async (on: Reply) => {
      const form = await click(on, "Check in");
      const parts = form.kind === "form" ? form.form.components : [];
      const options = parts.flatMap((part) =>
        part.type === 18 && part.component.type === 22 ? part.component.options : [],
      );
      return options.map(({ value, default: isTicked }) => `${value}${isTicked ? " ticked" : ""}`);
    };
    const numb = note(3, 3, { isNumb: true });
    const silent = (more: Partial<DiaryEntry> = {}) => note(0, 3, { trend: "same", ...more });
    expect(await boxes(diary())).toEqual(["sharp", "tingling", "numb"]);
    expect(await boxes(diary(note(1, 4)))).toEqual(["sharp", "tingling", "numb"]);
    expect(await boxes(diary(numb))).toEqual(["sharp", "tingling", "numb ticked", "none"]);
    expect(await boxes(diary(numb, silent()))).toEqual(["sharp", "tingling", "numb ticked", "none"]);
    expect(await boxes(diary(numb, silent({ isFreeOfSigns: true })))).toEqual([
      "sharp",
      "tingling",
      "numb",
      "none ticked",
    ]);
    expect(violations(await click(diary(numb), "Check in"))).toEqual([]);
  });

  test("without a soreness nothing is noted, and the person is told", async () => {
    await expect(noted(diary(), {})).rejects.toThrow("choose how sore it is");
    await expect(noted(diary(), { soreness: ["eleven"] })).rejects.toThrow(UserError);
    await expect(noted(diary(), { soreness: ["11"] })).rejects.toThrow(UserError);
  });
});

describe("a check-in", () => {
  test("is added to the diary in the clicked message", async () => {
    const reply = await noted(diary(note(1, 4)), { soreness: ["2"], trend: ["better"] });
    expect(reply.kind).toBe("update");
    expect(textOf(bodyOf(reply))).toContain("2 of 10, better");
    expect(textOf(bodyOf(reply))).toContain("4 of 10");
    expect(violations(reply)).toEqual([]);
  });

  test("of soreness that was there for weeks before brings the card with the first one", async () => {
    const reply = await noted(diary(), { soreness: ["4"], already: ["over-3-weeks"] });
    expect(reply).toMatchObject({ then: [{ kind: "direct-message", userId: OWNER }] });
  });

  test("that changes nothing brings no second card in the same week, and one in the next", async () => {
    const weeks = (days: number) =>
      diary(note(days, 4), note(days - 8, 4, { trend: "same" }), note(1, 4, { trend: "same" }));
    const again = { soreness: ["4"], trend: ["same"] };
    expect(await noted(weeks(17), again)).toMatchObject({ then: [] });
    expect(await noted(weeks(21), again)).toMatchObject({ then: [{ kind: "direct-message" }] });
  });

  test("with the same, and boxes left empty, keeps the sign that was noted two weeks before", async () => {
    const reply = await noted(diary(note(14, 3, { isNumb: true })), { soreness: ["3"], trend: ["same"] });
    expect(textOf(bodyOf(reply))).toContain("**Get help now.**");
    const means = textOf(bodyOf(await click(reply, "What it means")));
    expect(means).toContain("numbness or tingling that stays");
  });

  test("that is better and says nothing of the sign keeps it, and asks", async () => {
    const reply = await noted(diary(note(1, 3, { isNumb: true })), { soreness: ["2"], trend: ["better"] });
    expect(textOf(bodyOf(reply))).toContain("**Get help now.**");
    expect(textOf(bodyOf(reply))).toContain("You noted **numb all the time**");
    expect(textOf(bodyOf(reply))).toContain("Is it gone?");
  });

  test("that says it is gone ends it, unless a sign is ticked beside it", async () => {
    const numb = diary(note(1, 3, { isNumb: true }));
    const gone = await noted(numb, { soreness: ["3"], trend: ["same"], feels: ["none"] });
    expect(textOf(bodyOf(gone))).not.toContain("Get help now");
    expect(textOf(bodyOf(await click(gone, "What it means")))).not.toContain("numbness or tingling that stays");
    const both = await noted(numb, { soreness: ["3"], trend: ["same"], feels: ["numb", "none"] });
    expect(textOf(bodyOf(both))).toContain("**Get help now.**");
  });

  test("that gets better brings none", async () => {
    expect(await noted(diary(note(6, 6), note(1, 4)), { soreness: ["2"], trend: ["better"] })).toMatchObject({
      then: [],
    });
  });
});

test("what it means is the card of a description, for this person alone", async () => {
  const reply = await click(diary(note(20, 4), note(8, 4), note(0, 4)), "What it means");
  expect(reply).toMatchObject({ kind: "message", visibility: "private" });
  expect(textOf(bodyOf(reply))).toContain("book a doctor or physio");
  expect(violations(reply)).toEqual([]);
  expect(() => click(diary(), "What it means")).toThrow("Nothing is noted yet");
});

test("deleting asks first, and keeps it where that is not answered", async () => {
  const mine = diary(note(1, 4));
  expect(await send(mine, "Delete diary", {})).toEqual({ kind: "nothing" });
  expect(await send(mine, "Delete diary", { choice: ["keep"] })).toEqual({ kind: "nothing" });
  expect(await send(mine, "Delete diary", { choice: ["delete"] })).toEqual({ kind: "removal" });
});

test("a diary that cannot be read any more says so and changes nothing, and can be deleted", async () => {
  const whole = diary(note(1, 4));
  const [container] = structuredClone(bodyOf(whole).components) as unknown as [
    { components: { components?: Json[] }[] },
  ];
  type Json = { custom_id: string };
  const [part] = container.components.flatMap(({ components = [] }) => components);
  if (part === undefined) throw new Error("it has no button");
  part.custom_id += "x";
  const broken: Reply = { kind: "update", body: { components: [container] as never } };
  for (const label of ["Check in", "What it means", "Download", "Bring back"]) {
    expect(() => click(broken, label)).toThrow("can't read this diary");
  }
  expect(await send(broken, "Delete diary", { choice: ["delete"] })).toEqual({ kind: "removal" });
});
