import { describe, expect, test } from "vitest";
import { forgetQuestion, forgottenNotice, privacyCard } from "#src/replies/privacy-card.ts";
import type { PersonalData } from "#src/storage/personal-data.ts";
import { labels, OWNER, textOf, violations } from "./examples.ts";

const AT = "2026-11-22T12:00:00.000Z";
const nothing: PersonalData = { userId: OWNER, reminder: null, changes: [], drafts: [], heldQuestions: [] };
const change = (revision: number, paths: number) => ({
  guildId: OWNER,
  revision,
  at: AT,
  source: "panel",
  changes: Array.from({ length: paths }, (_, index) => ({ path: ["wording", `entry-${index}`], before: 1, after: 2 })),
});
const fits = (body: ReturnType<typeof privacyCard>) => violations({ kind: "message", visibility: "private", body });

describe("what is kept about somebody", () => {
  test("is nothing where nothing is kept, and there is nothing to delete", () => {
    const body = privacyCard(nothing, 0);
    expect(textOf(body)).toContain("**Nothing.**");
    expect(labels(body)).toEqual(["Download"]);
    expect(fits(body)).toEqual([]);
  });

  test("is named, each with how long", () => {
    const data: PersonalData = {
      ...nothing,
      reminder: { dueAt: AT },
      changes: [change(1, 1)],
      drafts: [{ guildId: "10", editedAt: AT }],
      heldQuestions: [{ guildId: "10", question: "how do I **brace** @everyone", askedAt: AT }],
    };
    const day = "<t:1795348800:D>";
    expect(textOf(privacyCard(data, 0)).split("\n").slice(1, 5)).toEqual([
      `- **An open reminder** for ${day}: who and when, until it is sent.`,
      `- **A question of ${day}**, in memory for 24 hours: “how do I \\*\\*brace\\*\\* \\@everyone”`,
      `- **A draft that you edited as staff** on ${day}, server 10.`,
      `- **A change that you made as staff** on ${day}, server ${OWNER}: “wording › entry\\-0”`,
    ]);
  });

  test("has pages instead of an end: every line is on one of them, and each page can be sent", () => {
    const data = { ...nothing, changes: [change(1, 150), change(2, 30)] };
    const texts: string[] = [];
    for (let page = 0; ; page += 1) {
      const body = privacyCard(data, page);
      expect(fits(body)).toEqual([]);
      texts.push(textOf(body));
      if (!labels(body).includes("More")) break;
    }
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.join("\n").match(/A change that you made/g)).toHaveLength(180);
    expect(labels(privacyCard(data, 1))).toEqual(["Earlier", "More", "Download", "Delete all"]);
  });

  test("what asks and tells about deleting breaks none of Discord's rules", () => {
    for (const body of [forgetQuestion(OWNER), forgottenNotice(true), forgottenNotice(false)]) {
      expect(fits(body)).toEqual([]);
    }
    expect(textOf(forgottenNotice(true))).not.toContain("backup, is reading");
    expect(textOf(forgottenNotice(false))).toContain("the last traces go as soon as it ends");
  });
});
