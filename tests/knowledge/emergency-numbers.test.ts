import { describe, expect, test } from "vitest";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";

const { emergencyNumbers } = loadKnowledge("knowledge");
const calls = new Map(emergencyNumbers.places.map(({ code, numbers }) => [code, numbers.map(({ call }) => call)]));

describe("emergency numbers", () => {
  test.each([
    ["GB", ["999", "112"]],
    ["IE", ["112", "999"]],
    ["US", ["911"]],
    ["CA", ["911"]],
    ["AU", ["000", "112"]],
    ["NZ", ["111"]],
    ["FR", ["15", "112"]],
    ["IT", ["112", "118"]],
    ["AT", ["144", "112"]],
    ["CH", ["144", "112"]],
    ["NO", ["113"]],
    ["TR", ["112"]],
    ["UA", ["103", "112"]],
    ["RU", ["103", "112"]],
    ["MX", ["911"]],
    ["BR", ["192"]],
    ["AR", ["107", "911"]],
    ["CL", ["131"]],
    ["CO", ["123"]],
    ["IN", ["112", "108"]],
    ["PK", ["115"]],
    ["BD", ["999"]],
    ["ZA", ["112", "10177"]],
    ["NG", ["112", "199"]],
    ["KE", ["999"]],
    ["EG", ["123"]],
    ["JP", ["119"]],
    ["KR", ["119"]],
    ["CN", ["120"]],
    ["TW", ["119"]],
    ["HK", ["999"]],
    ["SG", ["995"]],
    ["MY", ["999"]],
    ["PH", ["911"]],
    ["TH", ["1669"]],
    ["VN", ["115"]],
    ["ID", ["112", "118", "119"]],
    ["AE", ["998"]],
    ["SA", ["997"]],
    ["IL", ["101"]],
  ])("%s calls %s", (code, numbers) => {
    expect(calls.get(code)).toEqual(numbers);
  });

  test("every member state of the EU can call 112", () => {
    const members = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
    expect(members).toHaveLength(27);
    for (const code of ["EU", ...members]) expect(calls.get(code), code).toContain("112");
  });

  test("the advice lines of the UK and Australia are never among the numbers to call", () => {
    const lines = emergencyNumbers.places.filter(({ adviceLine }) => adviceLine !== null);
    expect(lines.map(({ code, adviceLine }) => [code, adviceLine?.call])).toEqual([
      ["GB", "111"],
      ["AU", "1800 022 222"],
    ]);
    expect(calls.get("GB")).not.toContain("111");
  });

  test("numbers on which sources disagree are marked", () => {
    const unsure = emergencyNumbers.places.flatMap(({ code, numbers }) =>
      numbers.filter(({ verified }) => !verified).map(({ call }) => `${code} ${call}`),
    );
    expect(unsure.toSorted()).toEqual(["ID 118", "ID 119", "IN 108", "KR 119", "NG 199", "PK 115"]);
  });

  test("a warning without a known country names the short list", () => {
    const shown = emergencyNumbers.shortList.map(({ label, place }) => `${label} ${place.numbers[0]?.call}`);
    expect(shown).toEqual(["UK 999", "EU 112", "US and Canada 911", "Australia 000", "NZ 111"]);
    expect(emergencyNumbers.unknownPlace).toBe("your local emergency number");
  });
});
