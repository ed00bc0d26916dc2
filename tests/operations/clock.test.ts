import { expect, test } from "vitest";
import { createClock } from "#src/operations/clock.ts";
import { createReference } from "#src/operations/reference.ts";

test("the clock runs ahead by its offset", () => {
  const ahead = createClock(86_400_000).now().getTime() - Date.now();
  expect(Math.abs(ahead - 86_400_000)).toBeLessThan(1_000);
});

test("a reference has eight characters that cannot be mistaken for others, and no two are alike", () => {
  const references = new Set(Array.from({ length: 1_000 }, createReference));
  expect(references.size).toBe(1_000);
  for (const reference of references) expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
});
