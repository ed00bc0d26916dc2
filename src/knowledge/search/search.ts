import type { Knowledge } from "../knowledge.ts";
import { createPhraseIndex } from "./phrase-index.ts";
import { createSearchIndex, type Page } from "./search-index.ts";
import type { SearchContent } from "./search-content.ts";
import { splitWords } from "./split-words.ts";
import { learnSubjects, type Example } from "./subject-model.ts";
import { createTermReader, type Repair } from "./term-reader.ts";
import { createTermWeights } from "./term-weights.ts";

export const P: any = { unknown: 3.5, common: 1.5, page: 0.4, second: 0.25, third: 0.15, foreign: 6, lr: 4, sentW: 0.5, wordW: 0.5, aCov: 0.4, aSim: 0.35, aLr: 4.5, thr: 3.75, rel: 0.08 };

export function createSearch(knowledge: Knowledge, content: SearchContent, createSpeller: (targets: ReadonlySet<string>, isKnown: (w: string) => boolean) => Repair) {
  const foreignNames = content.notCovered.flatMap(({ words }) => words.filter((w) => /\s/.test(w)).map((w) => [w]));
  const read = createTermReader([...content.synonyms, ...foreignNames], content.smallWords);
  const key = (t: string, r?: Repair) => [...new Set(read(t, r).filter((x) => !x.isSmall).map((x) => x.text))];
  const pages: Page[] = [];
  const phrases: { target: string; terms: string[] }[] = [];
  const examples: Example[] = [];
  const isSection = new Map<string, boolean>();
  const keys = (texts: readonly string[]) => texts.map((t) => key(t)).filter((t) => t.length > 0);
  for (const s of knowledge.sections.values()) {
    const names = [s.title, ...s.aliases];
    const asked = content.asked.get(s.id) ?? [];
    const body = [s.summary, ...s.passages.flatMap((p) => p.text.split(/(?<=[.?!:])\s+|\n+/)), ...s.claims.map((c) => c.says), ...s.notGiven, ...s.ours];
    isSection.set(s.id, true);
    const [n, a, b] = [keys(names), keys(asked), keys(body)];
    pages.push({ target: s.id, names: n.flat(), asked: a.flat(), body: b.flat() });
    for (const terms of [...n, ...a, ...b]) phrases.push({ target: s.id, terms });
    for (const q of [...names, ...asked]) examples.push({ subject: s.id, terms: read(q), weight: 1 });
    for (const q of body) examples.push({ subject: s.id, terms: read(q), weight: P.sentW });
  }
  const foreignTerms = new Set<string>();
  for (const t of content.notCovered) {
    const [w, a] = [keys(t.words), keys(t.asked)];
    for (const x of w) if (x.length === 1) foreignTerms.add(x[0] as string);
    pages.push({ target: t.topic, names: w.flat(), asked: a.flat(), body: [] });
    for (const terms of [...a, ...w]) phrases.push({ target: t.topic, terms });
    for (const q of t.asked) examples.push({ subject: t.topic, terms: read(q), weight: 1 });
    for (const q of t.words) examples.push({ subject: t.topic, terms: read(q), weight: P.wordW });
  }
  const model = learnSubjects(examples);
  const termSets = new Map(pages.map((p) => [p.target, new Set([...p.names, ...p.asked, ...p.body])]));
  const weights = createTermWeights([...termSets.values()], P.unknown);
  const index = createSearchIndex(pages);
  const pix = createPhraseIndex(phrases, weights);
  const texts = [...content.synonyms.flat(), ...content.notCovered.flatMap((t) => [...t.words, ...t.asked]), ...[...content.asked.values()].flat(), ...[...knowledge.sections.values()].flatMap((s) => [s.title, s.summary, ...s.aliases, ...s.passages.map((p) => p.text), ...s.notGiven, ...s.ours]), ...content.smallWords];
  const vocabulary = new Set(texts.flatMap(splitWords));
  for (const g of [...content.synonyms, ...foreignNames]) for (const n of g) { const w = splitWords(n); if (w.length > 1) vocabulary.add(w.join("")); }
  const repair = createSpeller(vocabulary, (w) => vocabulary.has(w) || content.commonWords.has(w));
  const raw = (question: string) => {
    const terms = read(question, repair);
    const q = [...new Set(terms.filter((x) => !x.isSmall).map((x) => x.text))];
    const wq = (t: string) => weights.has(t) ? weights.weightOf(t) : content.commonWords.has(t) ? P.common : P.unknown;
    const qn = q.reduce((s, t) => s + wq(t) ** 2, 0);
    const sims = pix.closenessOf({ terms: q, norm: Math.sqrt(qn) });
    const pg = index.scoresOf(q.filter((t) => weights.has(t)));
    const guess = model.guess(terms);
    return { terms, q, sims, pg, guess, wq };
  };
  const decide = ({ q, sims, pg, guess, wq }: any) => {
    const max = Math.max(1e-9, ...pg.values());
    const scored = pages.map(({ target }) => {
      const l = sims.get(target) ?? [];
      const sim = (l[0] ?? 0) + P.second * (l[1] ?? 0) + P.third * (l[2] ?? 0);
      return { target, total: P.page * (pg.get(target) ?? 0) / max + sim + P.lr * (guess.get(target) ?? 0), sim: l[0] ?? 0 };
    }).sort((a, b) => b.total - a.total);
    const secs = scored.filter((s) => isSection.has(s.target));
    const best = secs[0]!;
    const rival = scored.find((s) => !isSection.has(s.target))!;
    const own = termSets.get(best.target) as Set<string>;
    let got = 0, all = 0;
    for (const t of q) { const w = wq(t) * (foreignTerms.has(t) && !own.has(t) ? P.foreign : 1); all += w; if (own.has(t)) got += w; }
    const cov = all === 0 ? 0 : got / all;
    let pin = 0; for (const [k, v] of guess) if (isSection.has(k)) pin += v;
    const conf = P.aCov * cov + P.aSim * best.sim + P.aLr * pin + P.rel * (best.total - rival.total);
    return { answered: conf >= P.thr, conf, sections: secs.map((s) => s.target), why: { conf: +conf.toFixed(2), cov: +cov.toFixed(2), sim: +best.sim.toFixed(2), pin: +pin.toFixed(2), tot: +best.total.toFixed(2), rival: [rival.target, +rival.total.toFixed(2)], q } };
  };
  return { repair, raw, decide, find: (q: string) => decide(raw(q)) };
}
