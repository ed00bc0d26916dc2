import { describe, expect, test } from "vitest";
import circuit from "#commands/circuit.ts";
import type { Reply } from "#src/discord/reply.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import { circuitCard } from "#src/replies/circuit-reply.ts";
import { decodeCircuit, encodeCircuit } from "#src/replies/circuit-state.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { suggestedExercises } from "#src/replies/suggested-exercises.ts";
import {
  bodyOf,
  customId,
  knowledge,
  labels,
  NOW,
  nodes,
  OWNER,
  signs,
  textOf,
  violations,
  voiceOf,
} from "../replies/examples.ts";
import { MANAGE_MESSAGES, press, STRANGER, typed } from "./requests.ts";

const services = { knowledge, signs, ...NO_HOUSE };
const stranger = { user: { id: STRANGER, name: "other" } };
const begin = (options = {}) => circuit.execute(typed("circuit", options), services);
const click = (reply: Reply, label: string, more: { by?: object; values?: string[]; isPrivate?: boolean } = {}) => {
  const { by = {}, ...on } = more;
  // An update's message is as public as the one it replaced.
  return press(circuit, { reply, isPrivate: false, ...on }, { label, services, by });
};
const walk = (...steps: string[]) => steps.reduce((reply, label) => click(reply, label), begin());
const chosen = (reply: Reply) =>
  nodes(bodyOf(reply)).flatMap(({ options }) =>
    ((options ?? []) as { value: string; default: boolean }[]).filter((one) => one.default).map(({ value }) => value),
  );

describe("the command as Discord knows it", () => {
  test("Discord takes it, and it works in servers, direct messages and as a user's own app", () => {
    expect(contractViolations("PUT /applications/1/commands", [circuit.data])).toEqual([]);
    expect(circuit.data).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test("its choices are the causes that there are", () => {
    const causes = [...knowledge.causes.values()].map(({ id, title }) => ({ value: id, name: title }));
    const [wantedFor] = circuit.data.options;
    const given = wantedFor !== undefined && "choices" in wantedFor ? wantedFor.choices : [];
    const byValue = (a: { value: string }, b: { value: string }) => a.value.localeCompare(b.value);
    expect(given.toSorted(byValue)).toEqual(causes.toSorted(byValue));
  });
});

describe("choosing", () => {
  test("starts with the line for newcomers, and says what the circuit is for and whose choice the exercises are", () => {
    const text = textOf(bodyOf(begin()));
    expect(text.split("\n")[1]).toBe("**New to this? Start lighter than you think, and stop if anything hurts.**");
    expect(text).toContain("**4 rounds × 25 reps** of each exercise, **no rest**, before your main deadlift workout");
    for (const purpose of knowledge.circuit.purposes) expect(text).toContain(purpose);
    expect(text).toContain("The article names no exercises for this circuit");
    expect(text).toContain("our choice, or yours");
    expect(text).toContain(knowledge.article.sourceLine);
  });

  test.each(knowledge.circuit.suggestedTrios)("for $cause it suggests the trio that is written down", (trio) => {
    expect(chosen(begin({ for: trio.cause })).toSorted()).toEqual(trio.exercises.toSorted());
  });

  test("others can be chosen, one to all, and a choice of nothing known changes nothing", () => {
    const all = [...knowledge.accessories.keys()];
    const one = click(begin(), "Choose other exercises", { values: ["rows"] });
    expect(one.kind).toBe("update");
    expect(chosen(one)).toEqual(["rows"]);
    expect(chosen(click(begin(), "Choose other exercises", { values: all }))).toEqual(all);
    expect(chosen(click(begin(), "Choose other exercises", { values: ["crunches"] }))).toEqual(chosen(begin()));
  });
});

describe("following it", () => {
  test("one button a round, a bar that grows, and a summary at the end", () => {
    let reply = walk("Start round 1");
    const bars = ["▱▱▱▱  **0 of 4** rounds, 0 of 300 reps"];
    expect(textOf(bodyOf(reply))).toContain(bars[0]);
    for (const label of ["Round 1 done", "Round 2 done", "Round 3 done", "Round 4 done: finish"]) {
      expect(labels(bodyOf(reply)).filter((one) => one.startsWith("Round"))).toEqual([label]);
      reply = click(reply, label);
      expect(reply.kind).toBe("update");
      expect(violations(reply)).toEqual([]);
    }
    const text = textOf(bodyOf(reply));
    expect(text).toContain("▰▰▰▰  **4 of 4** rounds, 300 of 300 reps");
    const names = chosen(begin()).map((id) => `- ${knowledge.accessories.get(id)?.name}`);
    expect(text).toContain(`You did 4 rounds, 100 reps each of:\n${names.join("\n")}\n`);
    expect(text).toContain("ask **/upperback-sore** first");
  });

  test("the summary tells how long it took, unless the clock makes no sense", () => {
    const last = walk("Start round 1", "Round 1 done", "Round 2 done", "Round 3 done");
    const after = (minutes: number) =>
      textOf(bodyOf(click(last, "Round 4 done: finish", { by: { now: new Date(NOW.getTime() + minutes * 60_000) } })));
    expect(after(14)).toContain("4 rounds in about 14 minutes,");
    expect(after(1)).toContain("in about 1 minute,");
    expect(after(-60)).toContain("4 rounds, 100 reps");
    expect(after(60 * 24 * 30)).toContain("4 rounds, 100 reps");
  });

  test("undo goes back one round, and from the first to the choice", () => {
    const second = walk("Start round 1", "Round 1 done");
    expect(textOf(bodyOf(click(second, "Undo")))).toContain("round 1 of 4");
    expect(chosen(walk("Start round 1", "Other exercises"))).toEqual(chosen(begin()));
    expect(textOf(bodyOf(walk("Start round 1", "Round 1 done", "Round 2 done", "Undo")))).toContain("round 2 of 4");
  });

  test("pressing a button twice is the same as once", () => {
    const first = walk("Start round 1");
    expect(click(first, "Round 1 done")).toEqual(click(first, "Round 1 done"));
  });

  test("whoever it does not belong to gets their own, private and from the start, and the card stays", () => {
    const theirs = click(walk("Start round 1", "Round 1 done"), "Round 2 done", { by: stranger });
    expect(theirs).toMatchObject({ kind: "message", visibility: "private" });
    expect(chosen(theirs)).toEqual(chosen(begin()));
    expect(violations(theirs)).toEqual([]);
  });

  test("a private one goes on in private and can be shown by its owner alone", () => {
    const reply = begin({ private: true });
    expect(reply).toMatchObject({ visibility: "private" });
    const round = click(reply, "Start round 1", { isPrivate: true });
    expect(labels(bodyOf(round))).toContain("Show in channel");
    const shown = click(round, "Show in channel", { isPrivate: true });
    expect(shown).toMatchObject({ kind: "message", visibility: "public" });
    expect(textOf(bodyOf(shown))).toContain("round 1 of 4");
    expect(() => click(round, "Show in channel", { by: stranger })).toThrow("Only the person who asked");
  });

  test("its owner and moderators can remove it, nobody else", () => {
    expect(click(begin(), "Remove")).toEqual({ kind: "removal" });
    expect(click(begin(), "Remove", { by: { ...stranger, memberPermissions: MANAGE_MESSAGES } })).toEqual({
      kind: "removal",
    });
    expect(() => click(begin(), "Remove", { by: stranger })).toThrow("Only the person who asked");
  });

  test("whoever hurts is asked about it, with a form of their own", () => {
    expect(customId(bodyOf(walk("Start round 1")), "Something hurts")).toMatch(/^1:upperback-sore:more::/);
  });
});

describe("what the buttons carry", () => {
  const all = [...knowledge.accessories.keys()];

  test.each([
    { exercises: ["face-pulls"], done: null, startedAt: 0 },
    { exercises: all, done: 4, startedAt: 1_795_000_000 },
    { exercises: [all[0] ?? "", all[7] ?? ""], done: 0, startedAt: 1 },
  ])("is read back as it was: %j", (state) => {
    expect(decodeCircuit(encodeCircuit(state, knowledge), knowledge)).toEqual(state);
  });

  test.each(["", "x.1.0.0", ".1.0.0", "zzz.zz.9.1"])("%j has expired", (text) => {
    expect(() => decodeCircuit(text, knowledge)).toThrow("has expired");
  });

  test("has expired once an exercise is added, so that no bit means another exercise", () => {
    const text = encodeCircuit({ exercises: ["rows"], done: 1, startedAt: 0 }, knowledge);
    const rows = knowledge.accessories.get("rows");
    if (rows === undefined) throw new Error("no rows");
    const accessories = new Map([["arnold-press", rows], ...knowledge.accessories]);
    expect(() => decodeCircuit(text, { ...knowledge, accessories })).toThrow("has expired");
  });

  test("no card of it breaks Discord's rules", () => {
    const place = { command: "circuit", visibility: "public", ownerId: OWNER, canShow: true } as const;
    for (const done of [null, 0, 1, 2, 3, 4]) {
      for (const exercises of [all, suggestedExercises(voiceOf(), null)]) {
        const body = circuitCard({ exercises, done, startedAt: 1 }, { ...voiceOf(), signs, place, now: NOW });
        expect(violations({ kind: "message", visibility: "public", body })).toEqual([]);
      }
    }
  });
});
