import { describe, expect, test } from "vitest";
import { neverMilder, nextInput, nextState } from "#src/replies/continue-reading.ts";
import { NOTHING_READ, type ReadingState } from "#src/replies/reading-state.ts";
import { rebuildReading } from "#src/replies/rebuild-reading.ts";
import type { Question } from "#src/triage/assessment.ts";
import { triage } from "../triage/engine.ts";
import { assessment, finding, NOW } from "./examples.ts";

const before: ReadingState = {
  ...NOTHING_READ,
  present: ["one-sided"],
  level: 1,
  absent: ["chest-pain"],
  questions: [{ kind: "sign", signId: "tingling" }, { kind: "feels" }],
};
const watch = assessment({ kind: "watch", level: 1, findings: [finding("one-sided")] });

describe("what the triage is told when something is added", () => {
  test("everything said earlier, and the noes of earlier questions", () => {
    const input = nextInput(
      before,
      { text: "new", answers: { absent: ["tingling"], trend: "worse" }, stillOpen: [] },
      NOW,
    );
    expect(input).toMatchObject({
      text: "new",
      now: NOW,
      answers: { trend: "worse", absent: ["chest-pain", "tingling"], unsure: [] },
      earlier: { present: ["one-sided"], level: 1 },
    });
  });
});

describe("what the next buttons carry", () => {
  const next = (of = watch, answers = {}, stillOpen: readonly Question[] = before.questions) =>
    nextState(of, { before, answers, stillOpen });

  test("a question that is still open stays, even where the triage does not ask it again", () => {
    expect(next().questions).toEqual(before.questions);
  });

  test("a question is dropped once it is answered in any way", () => {
    expect(next(watch, { absent: ["tingling"], feels: "dull" }).questions).toEqual([]);
    expect(next(watch, { unsure: ["tingling"], feels: "unsure" }).questions).toEqual([]);
  });

  test("the triage's own questions come first, none twice, at most two", () => {
    const asked = { ...watch, asks: true, questions: [{ kind: "since" }, { kind: "feels" }] } as const;
    expect(next(asked).questions).toEqual([{ kind: "since" }, { kind: "feels" }]);
  });

  test("what was asked and denied is not asked again, even if the triage would", () => {
    const asked = { ...watch, asks: true, questions: [{ kind: "sign", signId: "chest-pain" }] } as const;
    expect(next(asked, {}, []).questions).toEqual([]);
  });

  test("the list is not asked for again once it was sent, and a new sign that is in doubt still is", () => {
    const sign = { kind: "sign", signId: "chest-pain" } as const;
    const asked = { ...watch, asks: true, questions: [{ kind: "any-of-these" }, sign] } as const;
    const open = { ...before, absent: [] };
    const after = (list: ReadingState["list"]) =>
      nextState(asked, { before: { ...open, list }, answers: {}, stillOpen: [] }).questions;
    expect(after(null)).toEqual([{ kind: "any-of-these" }, sign]);
    expect(after("told")).toEqual([sign]);
    expect(after("unsure")).toEqual([sign]);
  });

  test("a list in which something could not be read is no answer yet", () => {
    const list = (of: typeof watch) =>
      nextState(of, { before: { ...before, list: "told" }, answers: {}, stillOpen: [] }).list;
    expect(list(watch)).toBe("told");
    expect(list({ ...watch, leftovers: [{ text: "zorp", start: 0, end: 4 }] })).toBe("unsure");
  });

  test("beside level 3 nothing old is asked", () => {
    const urgent = assessment({ kind: "urgent", level: 3, band: "emergency", findings: [finding("chest-pain")] });
    expect(next(urgent).questions).toEqual([]);
    expect(next(urgent).absent).toEqual([]);
  });

  test("a guess is not carried as found, but as something unclear", () => {
    const guess = { ...watch, findings: [{ ...finding("tingling"), certainty: "guess" as const }] };
    expect(next(guess)).toMatchObject({ present: [], hasLeftovers: true });
  });

  test("a warning that was doubted is carried as something unclear, so that don't know is no all-clear", () => {
    const doubted = { ...watch, ignored: [{ id: "tingling", quote: null, reason: "doubted" as const }] };
    expect(next(doubted)).toMatchObject({ hasLeftovers: true });
    expect(next()).toMatchObject({ hasLeftovers: false });
  });

  test("a length that was chosen is known as such until a shorter one is told, also where a longer one counts", () => {
    const chosen = (durationDays: number | null, answers = {}, since: Partial<ReadingState> = {}) =>
      nextState({ ...watch, durationDays }, { before: { ...before, ...since }, answers, stillOpen: [] }).chosenDays;
    expect(chosen(17, { sinceDays: 17 })).toBe(17);
    expect(chosen(140, { sinceDays: 17 })).toBe(17);
    expect(chosen(140, {}, { chosenDays: 17 })).toBe(17);
    expect(chosen(31, { sinceDays: 31 }, { chosenDays: 17 })).toBe(31);
    expect(chosen(1, {}, { chosenDays: 17 })).toBeNull();
    expect(chosen(null, {}, { chosenDays: 17 })).toBeNull();
    expect(chosen(140)).toBeNull();
  });

  test("a no that is followed by don't know becomes don't know", () => {
    expect(next(watch, { unsure: ["chest-pain"] })).toMatchObject({ absent: [], unsure: ["chest-pain"] });
  });
});

describe("nothing gets milder by being added to", () => {
  const urgent = { ...before, level: 3, band: "emergency" } as const;
  const add = (of = watch, since: ReadingState = before, answers = {}, stillOpen: readonly Question[] = []) =>
    neverMilder(of, { before: since, answers, stillOpen });

  test("neither the level nor the band inside it", () => {
    const sameDay = assessment({ kind: "urgent", level: 3, band: "same-day" });
    expect(add(watch, urgent)).toMatchObject({ level: 3, band: "emergency" });
    expect(add(sameDay, urgent)).toMatchObject({ level: 3, band: "emergency" });
    expect(add(sameDay, { ...before, level: 2, band: "routine" })).toEqual(sameDay);
  });

  test("except where the person took something back", () => {
    expect(add(watch, urgent, { corrected: ["chest-pain"] })).toEqual(watch);
  });

  test("words that nobody could read are not ordinary while a question is open or was answered with don't know", () => {
    const unread = { ...before, level: 0, hasLeftovers: true } as const;
    const kind = (answers: object, stillOpen: readonly Question[] = [], of = assessment()) =>
      add(of, unread, answers, stillOpen).kind;
    expect(kind({ feels: "dull" }, [{ kind: "any-of-these" }])).toBe("not-understood");
    expect(kind({ feels: "dull", unsure: ["tingling"] })).toBe("not-understood");
    expect(kind({ feels: "dull", absent: ["tingling"] })).toBe("ordinary");
    expect(kind({ feels: "dull" }, [{ kind: "feels" }])).toBe("ordinary");
    expect(kind({}, [], assessment({ kind: "nothing-reported" }))).toBe("not-understood");
  });

  test("words that nobody could read are not ordinary where the list was left empty", () => {
    const kind = (list: ReadingState["list"]) =>
      add(assessment(), { ...before, level: 0, hasLeftovers: true, questions: [], list }, { feels: "dull" }).kind;
    expect(kind("unsure")).toBe("not-understood");
    expect(kind("told")).toBe("ordinary");
  });

  test("the reasons that were found stay, the first first, and more come after them", () => {
    const quote = { text: "traps", start: 3, end: 8 };
    const found = assessment({
      causes: [
        { id: "newer-lifter", quote: null },
        { id: "trap-soreness", quote },
      ],
    });
    const since = { ...before, causes: ["weak-upper-back", "trap-soreness"] };
    expect(add(found, since).causes).toEqual([
      { id: "weak-upper-back", quote: null },
      { id: "trap-soreness", quote },
      { id: "newer-lifter", quote: null },
    ]);
    expect(add(assessment(), since).causes.map(({ id }) => id)).toEqual(since.causes);
    expect(nextState(add(found, since), { before: since, answers: {}, stillOpen: [] }).causes).toEqual([
      "weak-upper-back",
      "trap-soreness",
      "newer-lifter",
    ]);
  });

  test("a sign that was taken back and is ticked again counts for the triage", () => {
    const corrected = { ...before, corrected: ["sharp-pain", "tingling"] };
    const input = nextInput(corrected, { text: null, answers: { present: ["sharp-pain"] }, stillOpen: [] }, NOW);
    expect(input.earlier?.corrected).toEqual(["tingling"]);
  });
});

describe("a card that is made again, with nothing added", () => {
  test("puts the questions that it had", () => {
    const questions = [{ kind: "sign", signId: "fainting-blackout" }, { kind: "any-of-these" }] as const;
    const unread: ReadingState = { ...NOTHING_READ, hasLeftovers: true, questions };
    const { assessment, state } = rebuildReading(unread, triage, NOW);
    expect(assessment.kind).toBe("not-understood");
    expect(state.questions).toEqual(questions);
  });
});
