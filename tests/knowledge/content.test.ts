import { describe, expect, test } from "vitest";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { bodyAt, type Section, sectionAt } from "#src/knowledge/section.ts";

const knowledge = loadKnowledge("knowledge");

function section(id: string): Section {
  const found = knowledge.sections.get(id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

describe("every part of the article has its section", () => {
  test("there are the 27 of them", () => {
    expect([...knowledge.sections.keys()].toSorted()).toEqual(
      [
        "normal-or-not",
        "weak-upper-back",
        "posture-consequences",
        "posture-remedies",
        "accessories",
        "trap-soreness",
        "trap-research",
        "shrugs-story",
        "shoulder-spine-stability",
        "newer-lifter",
        "doms-signal",
        "how-normal",
        "lower-back-red-flag",
        "rounding",
        "rounding-elite",
        "rounding-newer-lifters",
        "what-to-do",
        "warmup-circuit",
        "recovery-sleep-food",
        "good-vs-bad-soreness",
        "see-a-professional",
        "neutral-cues",
        "bigger-lifters",
        "starting-position",
        "breath",
        "film-yourself",
        "barefoot",
      ].toSorted(),
    );
  });

  test("its title, date and address are known", () => {
    const { title, updated, address } = knowledge.article;
    expect(title).toBe("Why Is My Upper Back Sore From Deadlifts? Normal Or Not?");
    expect(updated).toBe("2022-09-23");
    expect(address).toBe("https://strengthisfirst.com/training/deadlift-upper-back-sore");
  });
});

describe("every fact, number and name stands in the section where it belongs", () => {
  test.each<[string, RegExp[]]>([
    [
      "normal-or-not",
      [/September 23rd, 2022/, /light-headed.*far more common/, /hunched/, /4 plates/, /405/, /good form|form is good/],
    ],
    ["normal-or-not", [/upper back is weak/, /traps are sore/, /shoulders and spine steady/, /newer lifter/]],
    ["weak-upper-back", [/computer/, /poor posture/, /whole day/, /add more exercises/]],
    [
      "posture-consequences",
      [/back of your neck.*long/, /upper back muscles.*weak/, /chest and neck.*short and tight/, /neck itself/],
    ],
    ["posture-consequences", [/poor posture/, /nothing to aim for/]],
    [
      "posture-remedies",
      [/stronger/, /alignment/, /fire/, /cervical/, /thoracic/, /shoulders/, /mobility drills/, /Only the first/],
    ],
    [
      "accessories",
      [/Face pulls, with every grip/, /Rear delt flies/, /Rows, in all variations/, /Pull-ups, with every grip/],
    ],
    [
      "accessories",
      [/Pullovers, with every grip/, /Upper back shrugs/, /Lat pulldowns, in all/, /Uni-lateral rows.*in all/],
    ],
    ["accessories", [/order means nothing/, /each time you are in the gym/]],
    ["trap-soreness", [/upper back steady/, /sturdy/, /heavy/]],
    [
      "trap-research",
      [/sumo/, /conventional/, /moderately to strongly/, /goes up/, /off the floor/, /900\+/, /overhead press/],
    ],
    [
      "shrugs-story",
      [
        /Cailer Woolam/,
        /900\+/,
        /Many years ago/,
        /once a week/,
        /heavy shrugs/,
        /Never try to shrug/,
        /results speak/,
      ],
    ],
    [
      "shoulder-spine-stability",
      [/hangs from your shoulders/, /rip/, /rounding too far/, /good or not/, /squats/, /neutral/],
    ],
    ["shoulder-spine-stability", [/do not put unwanted pressure/, /fast/, /OHP neck pain/]],
    [
      "newer-lifter",
      [/quads/, /shins/, /perpendicular/, /DOMS/, /entire week/, /each session/, /strength/, /physique/, /less sore/],
    ],
    ["doms-signal", [/strength or size/, /pushed past their limits/, /one signal/, /eat at maintenance and lift/]],
    [
      "how-normal",
      [/underdeveloped/, /lacks strength/, /both/, /compound/, /isometric/, /weakest link/, /each workout/, /big four/],
    ],
    ["lower-back-red-flag", [/first time/, /red flag/, /form/]],
    [
      "rounding",
      [
        /surveys/,
        /avoid/,
        /record/,
        /max attempt/,
        /minimal/,
        /lower back/,
        /trouble/,
        /no-no/,
        /neutral spine/,
        /learn/,
      ],
    ],
    [
      "rounding-elite",
      [/Cailer Woolam/, /Blaine Sumner/, /John Gaglione/, /all agree/, /max attempts/, /world-class/, /proper form/],
    ],
    ["rounding-newer-lifters", [/never be taught/, /neutral spine/, /world-class/, /proper/]],
    [
      "what-to-do",
      [/stronger/, /bigger/, /conditioning/, /circuit-style warm-up/, /before your main deadlift workout/],
    ],
    [
      "warmup-circuit",
      [
        /25 reps/,
        /4 rounds/,
        /no rest/,
        /Wenning/,
        /volume/,
        /work capacity/,
        /right muscles/,
        /main deadlift workout/,
      ],
    ],
    ["recovery-sleep-food", [/sleep/, /food/, /Keep moving/, /every week/, /Most lifters will be ready/]],
    [
      "good-vs-bad-soreness",
      [/5 hours of sleep/, /acute, sharp pain/, /needles and pins/, /deadlifts and squats/, /always be both/],
    ],
    ["see-a-professional", [/few weeks/, /medical professional/, /wise/]],
    ["neutral-cues", [/arch your lower back/, /pick up your chest/, /starting position/]],
    ["bigger-lifters", [/width|wide/, /flexion/, /little/]],
    [
      "starting-position",
      [/strength coaches/, /bread and butter/, /vertical/, /neutral/, /smoother/, /finish badly/, /etc/],
    ],
    ["breath", [/top/, /bottom/, /best technique/, /same way/]],
    ["film-yourself", [/from time to time/, /videos/, /technique/, /bad habit/, /dire/, /405/]],
    ["barefoot", [/one or two cycles/, /proprioception/]],
  ])("%s", (id, facts) => {
    const body = bodyAt(section(id), 0);
    for (const fact of facts) expect(body.replaceAll("\n", " ")).toMatch(fact);
  });

  test("feeling light-headed is never told without saying that fainting is not part of it", () => {
    expect(bodyAt(section("normal-or-not"), 1)).toMatch(/light-headed[^\n]*Fainting is never part of it/);
  });

  test("no slip of the article is repeated as if it were meant", () => {
    const everything = [...knowledge.sections.values()].map((one) => bodyAt(one, 0)).join("\n");
    expect(everything).not.toMatch(/involute|never be thought|placing any unwanted|\blifers\b|the ascend\b/i);
  });

  test("what the article announces and does not give is said in the section itself", () => {
    for (const { section: id } of knowledge.article.announcedNotGiven) expect(section(id).notGiven, id).not.toEqual([]);
  });

  test("whoever's story is told is named", () => {
    expect(section("shrugs-story").claims.map(({ by }) => by)).toContain("Cailer Woolam");
    expect(section("rounding-elite").claims[0]?.by).toMatch(/Woolam.*Sumner.*Gaglione/);
  });
});

describe("training advice stays away from a warning", () => {
  test.each([
    ["the list of exercises", "accessories", /Face pulls/],
    ["the circuit", "warmup-circuit", /25 reps/],
    ["the circuit among the things to do", "what-to-do", /circuit/],
    ["heavy shrugs", "shrugs-story", /heavy shrugs/i],
    ["Woolam's shrugs beside the research", "trap-research", /barbell shrugs/],
    ["405 within reach", "normal-or-not", /405/],
    ["405 at the end", "film-yourself", /405/],
    ["keep moving", "recovery-sleep-food", /keep moving/i],
    ["arch the lower back", "neutral-cues", /arch/],
    ["more exercises", "weak-upper-back", /add more exercises/],
    ["mobility drills", "posture-remedies", /mobility drills/],
  ])("%s is shown at level 0 and at no other", (_, id, words) => {
    expect(bodyAt(section(id), 0)).toMatch(words);
    for (const level of [1, 2, 3]) expect(bodyAt(section(id), level)).not.toMatch(words);
  });

  test("a claim behind such advice is held back with it", () => {
    const shown = (level: number) => sectionAt(section("shrugs-story"), level)?.claims.length;
    expect([shown(0), shown(1)]).toEqual([3, 0]);
    expect(sectionAt(section("warmup-circuit"), 1)).toBeNull();
  });

  test("no exercise and no circuit may be shown beside a warning", () => {
    for (const { notWhile } of knowledge.accessories.values()) expect(notWhile).toBe(1);
    expect(knowledge.circuit.notWhile).toBe(1);
  });

  test("a title or summary, which lists show at any level, holds none of it", () => {
    for (const { id, title, summary, notWhile } of knowledge.sections.values()) {
      if (notWhile !== null) continue;
      expect(`${title} ${summary}`, id).not.toMatch(/25 reps|no rest|heavy shrugs|405|keep moving|\barch/i);
    }
  });
});

describe("exercises, causes and circuit", () => {
  test("the eight exercises are there, each with variations, muscles, equipment and a cause", () => {
    expect([...knowledge.accessories.keys()].toSorted()).toEqual([
      "face-pulls",
      "lat-pulldowns",
      "pull-ups",
      "pullovers",
      "rear-delt-flies",
      "rows",
      "uni-lateral-rows",
      "upper-back-shrugs",
    ]);
    for (const { id, causes, equipment, notGiven } of knowledge.accessories.values()) {
      expect(causes, id).toContain("weak-upper-back");
      expect(equipment.length, id).toBeGreaterThan(1);
      expect(notGiven.join(" "), id).toMatch(/no sets/);
    }
  });

  test("the exercises' names and variations fit one Discord message", () => {
    const list = [...knowledge.accessories.values()].map(
      ({ name, variations }) => `**${name}** ${variations.map((one) => one.name).join(", ")}`,
    );
    expect(list.join("\n").length).toBeLessThan(3500);
  });

  test("the circuit is 25 reps and 4 rounds without rest, and says that no exercises are named", () => {
    expect(knowledge.circuit).toMatchObject({ reps: 25, rounds: 4, rest: "none", section: "warmup-circuit" });
    expect(knowledge.circuit.notGiven.join(" ")).toMatch(/no exercises/);
  });

  test("each cause has a trio for the circuit", () => {
    const asked = knowledge.circuit.suggestedTrios.map(({ cause }) => cause);
    expect(asked.toSorted()).toEqual([...knowledge.causes.keys()].toSorted());
    expect(asked).toHaveLength(4);
  });
});
