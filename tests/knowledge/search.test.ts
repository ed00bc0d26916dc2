import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnowledgeError } from "#src/knowledge/complaints.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { loadSearch } from "#src/knowledge/search/load-search.ts";
import { loadSearchContent } from "#src/knowledge/search/load-search-content.ts";
import { createSpeller } from "#src/triage/spelling.ts";

const knowledge = loadKnowledge("knowledge");
const search = loadSearch("knowledge", knowledge, createSpeller);
const best = (question: string) => search.find(question).sections[0] ?? "nothing";

describe("a question finds its section", () => {
  test.each([
    ["is it normal that my upper back is sore from deadlifts", "normal-or-not"],
    ["reardelt flys", "accessories"],
    ["kroc row", "accessories"],
    ["my lockout rounds", "rounding"],
    ["CAILER WOOLAM", "shrugs-story"],
    ["when do i breath in", "breath"],
    ["can i deadlift in socks", "barefoot"],
    ["wenning warmups", "warmup-circuit"],
    ["i sit at a desk all day and my back is weak", "weak-upper-back"],
    ["what do pros say about rounding", "rounding-elite"],
  ])("%s", (question, id) => {
    expect(best(question)).toBe(id);
  });

  test("under every title, alias and id, in any case and with any marks between the words", () => {
    for (const { id, title, aliases } of knowledge.sections.values()) {
      for (const name of [id, title, ...aliases]) {
        expect([name, best(name)]).toEqual([name, id]);
        expect([name, best(` ${name.toUpperCase().replaceAll(" ", " - ")}?`)]).toEqual([name, id]);
      }
    }
  });

  test("with slips of the finger", () => {
    expect(best("shuold i recrod my deadlifts")).toBe("film-yourself");
    expect(best("sotp my uper back from roundng")).toBe(best("stop my upper back from rounding"));
    expect(best("baerfoot deadlfts")).toBe("barefoot");
  });

  test("the best comes first and at most five are told", () => {
    const { sections } = search.find("sore upper back");
    expect(sections.length).toBeLessThanOrEqual(5);
    expect(new Set(sections).size).toBe(sections.length);
  });
});

describe("what the article does not treat is not answered", () => {
  test.each([
    "how much protein do i need",
    "how do i bench more",
    "my wrist hurts on front squats",
    "hook grip or mixed grip",
    "which belt should i buy",
    "what is the capital of france",
    "asdf qwer zxcv",
    "",
    "?!",
    "the",
  ])("%s", (question) => {
    expect(search.find(question)).toEqual({ answered: false, sections: [], missing: null });
  });
});

describe("what the article announces and does not give is told as such", () => {
  test.each([
    ["how many sets and reps of face pulls", "The article gives no sets, reps or weights for these exercises."],
    ["which exercises go into the circuit", "The article names no exercises for this circuit, nor how many there are."],
    ["which mobility drills should i do", "The article names no mobility drill"],
    ["what study is that about the traps", "The article names no study, author or figure."],
    ["how often should i film", "The article does not say how often"],
  ])("%s", (question, line) => {
    expect(search.find(question).missing ?? "nothing").toContain(line);
  });

  test("and not where it does give it", () => {
    expect(search.find("what is the warm up circuit for").missing).toBeNull();
    expect(search.find("are my traps supposed to be sore").missing).toBeNull();
  });
});

describe("suggestions while typing", () => {
  test("before anything is typed they are titles to start with", () => {
    const names = search.suggest("  ");
    expect(names.length).toBeGreaterThan(5);
    expect(names[0]).toBe("Is a sore upper back normal?");
  });

  test("the very name comes first, then names that begin so, then names that hold it, then what fits the text", () => {
    const names = search.suggest("Rows");
    expect(names[0]).toBe("rows");
    expect(names).toContain("one arm rows");
    expect(search.suggest("trap")[0]?.toLowerCase()).toMatch(/^trap/);
    expect(search.suggest("desk work made me slouch")).toContain("What poor posture does");
  });

  test("each of them finds its section again, and Discord takes them", () => {
    for (const typed of ["", "back", "round", "how", "e", "xyz"]) {
      const names = search.suggest(typed);
      expect(names.length).toBeLessThanOrEqual(25);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect(search.find(name).answered).toBe(true);
      }
    }
  });
});

describe("whatever is typed", () => {
  test("the words of the query language are words like any other", () => {
    for (const question of ['"', "NOT", "a AND b", "NEAR(x)", "sore*", "body:sore", "'); DROP TABLE page; --"]) {
      expect(() => search.find(question)).not.toThrow();
    }
  });

  test("there is an answer, and twice the same one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (question) => {
        const found = search.find(question);
        expect(search.find(question)).toEqual(found);
        expect(found.answered).toBe(found.sections.length > 0);
      }),
      { numRuns: 50 },
    );
  });

  test("a second search over the same content answers the same", () => {
    const again = loadSearch("knowledge", knowledge, createSpeller);
    for (const question of ["sore traps", "why neutral", "does soreness mean growth"]) {
      expect(again.find(question)).toEqual(search.find(question));
    }
  });
});

describe("the content for search", () => {
  const content = loadSearchContent("knowledge", knowledge);

  test("no question is written down under two sections or topics", () => {
    const all = [...[...content.asked.values()].flat(), ...content.notCovered.flatMap(({ asked }) => asked)];
    expect(all.filter((question, at) => all.indexOf(question) !== at)).toEqual([]);
  });

  test("no name stands in two groups of synonyms", () => {
    const names = content.synonyms.flat();
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("every section has questions, and what is covered fits a card", () => {
    expect([...content.asked.keys()].toSorted()).toEqual([...knowledge.sections.keys()].toSorted());
    expect(content.covers.join("\n").length).toBeLessThan(1500);
  });

  test("a file that is missing is named", () => {
    expect(() => loadSearchContent("tests/knowledge", knowledge)).toThrow(KnowledgeError);
    expect(() => loadSearchContent("tests/knowledge", knowledge)).toThrow("search/synonyms.yaml");
  });
});
