import { expect, test } from "vitest";
import { HelperCalls } from "#src/servers/helper-calls.ts";
import { typed } from "../commands/requests.ts";
import { NOW } from "../replies/examples.ts";

const ROLE = "500";
const after = (seconds: number, where = {}) =>
  typed("upperback-sore", {}, { now: new Date(NOW.getTime() + seconds * 1000), ...where });

test("a call that went out holds for ten minutes, for one person, channel and role", () => {
  const calls = new HelperCalls();
  expect(calls.claim(after(0), ROLE)).toBe(true);
  calls.note(after(0), ROLE);
  expect(calls.claim(after(599), ROLE)).toBe(false);
  expect(calls.claim(after(1, { user: { id: "5", name: "else" } }), ROLE)).toBe(true);
  expect(calls.claim(after(1, { channelId: "21" }), ROLE)).toBe(true);
  expect(calls.claim(after(1), "501")).toBe(true);
  expect(calls.claim(after(600), ROLE)).toBe(true);
});

test("a call that never went out keeps others from calling for a minute only", () => {
  const calls = new HelperCalls();
  expect(calls.claim(after(0), ROLE)).toBe(true);
  expect(calls.claim(after(59), ROLE)).toBe(false);
  expect(calls.claim(after(60), ROLE)).toBe(true);
});
