import { expect, test } from "vitest";
import { RecentIds } from "#src/discord/recent-ids.ts";

test("an id is new once", () => {
  const recent = new RecentIds(10);
  expect([recent.add("a"), recent.add("a"), recent.add("b")]).toEqual([true, false, true]);
});

test("the latest ids are remembered and old ones forgotten, so that memory stays bounded", () => {
  const recent = new RecentIds(10);
  for (let id = 0; id < 1_000; id += 1) recent.add(String(id));
  expect(recent.add("995")).toBe(false);
  expect(recent.add("5")).toBe(true);
});
