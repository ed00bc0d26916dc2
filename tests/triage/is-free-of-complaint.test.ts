import { describe, expect, test } from "vitest";
import { isFreeOfComplaint } from "#src/triage/is-free-of-complaint.ts";
import { triage } from "./engine.ts";

const now = new Date("2026-11-22T12:00:00Z");

describe("a text that tells of nobody's body", () => {
  test.each([
    "what belt should I buy",
    "Which chalk is allowed in this gym?",
    "how much creatine should I take",
    "what programme should I run for strength",
    "which shower to choose",
  ])("%s", (text) => expect(isFreeOfComplaint({ text, now }, triage)).toBe(true));
});

describe("a text that tells of somebody's body, or may", () => {
  test.each([
    ["a sign", "sharp stabbing pain under my shoulder blade, which belt"],
    ["a sign that is denied", "I don't have chest pain, which belt"],
    ["a sign of the past", "which belt helps, I had chest pain last year"],
    ["somebody else's sign", "my brother has numb legs, which belt for him"],
    ["a bare word that is denied", "which belt to choose, I have no numbness"],
    ["a bare complaint", "no pain, which belt"],
    ["a risk", "which belt when pregnant"],
    ["an illness", "can I lift with a fever"],
    ["a part of the body", "is my neck too long for a belt"],
    ["ordinary soreness", "which belt if sore"],
  ])("%s", (_, text) => expect(isFreeOfComplaint({ text, now }, triage)).toBe(false));
});
