import type { Knowledge } from "../knowledge.ts";
import { createSearchIndex, type Page, type Phrase } from "./search-index.ts";
import type { SearchContent } from "./search-content.ts";
import { splitWords } from "./split-words.ts";
import { createPhraseIndex } from "./phrase-index.ts";
import { createTermReader, type Repair } from "./term-reader.ts";
import { createTermWeights } from "./term-weights.ts";

export const P = { unknown: 3.5, common: 1.2, page: 0.6, second: 0.35, third: 0.2, sentence: 0.85, useSent: true, cov: 0.45, foreign: 1.6, thr: 0.42, simW: 0.6, covW: 0.5, margin: 0.1 };

export function createSearch(knowledge: Knowledge, content: SearchContent, createSpeller: (targets: ReadonlySet<string>, isKnown: (w: string) => boolean) => Repair) {
  const foreignNames = content.notCovered.flatMap(({ words }) => words.filter((w) => /\s/.test(w)).map((w) => [w]));
  const read = createTermReader([...content.synonyms, ...foreignNames], content.smallWords);
  const pages: Page[] = [];
  const phrases: Phrase[] = [];
  const isSection = new Map<string, boolean>();
  for (const s of knowledge.sections.values()) {
    const names = [s.title, ...s.aliases, s.id];
    const asked = content.asked.get(s.id) ?? [];
    const body = [s.summary, ...s.passages.flatMap((p) => p.text.split(/(?<=[.?!:])\s+|\n+/)), ...s.claims.map((c) => c.says), ...s.notGiven, ...s.ours];
    isSection.set(s.id, true);
    const r = (texts: readonly string[]) => texts.map((t) => [...new Set(read(t))]).filter((t) => t.length > 0);
    const [n, a, b] = [r(names), r(asked), r(body)];
    pages.push({ target: s.id, names: n.flat(), asked: a.flat(), body: b.flat() });
    for (const terms of [...n, ...a]) phrases.push({ target: s.id, kind: "name", terms });
    for (const terms of b) phrases.push({ target: s.id, kind: "sentence", terms });
  }
  const foreignTerms = new Set<string>();
  for (const t of content.notCovered) {
    const r = (texts: readonly string[]) => texts.map((x) => [...new Set(read(x))]).filter((x) => x.length > 0);
    const [w, a] = [r(t.words), r(t.asked)];
    for (const x of w) if (x.length === 1) foreignTerms.add(x[0] as string);
    pages.push({ target: t.topic, names: w.flat(), asked: a.flat(), body: [] });
    for (const terms of a) phrases.push({ target: t.topic, kind: "name", terms });
    for (const terms of w) phrases.push({ target: t.topic, kind: "word", terms });
  }
  const termSets = new Map(pages.map((p) => [p.target, new Set([...p.names, ...p.asked, ...p.body])]));
  const weights = createTermWeights([...termSets.values()], P.unknown);
  const index = createSearchIndex(pages, phrases);
  const texts = [...content.synonyms.flat(), ...content.notCovered.flatMap((t) => [...t.words, ...t.asked]), ...[...content.asked.values()].flat(), ...[...knowledge.sections.values()].flatMap((s) => [s.title, s.summary, ...s.aliases, ...s.passages.map((p) => p.text), ...s.notGiven, ...s.ours]), ...content.smallWords];
  const vocabulary = new Set(texts.flatMap(splitWords));
  for (const g of [...content.synonyms, ...foreignNames]) for (const n of g) { const w = splitWords(n); if (w.length > 1) vocabulary.add(w.join("")); }
  const repair = createSpeller(vocabulary, (w) => vocabulary.has(w) || content.commonWords.has(w));
  const pix = createPhraseIndex(phrases.filter((p) => p.kind !== 'sentence' || P.useSent), weights);
  const cosine = (q: readonly string[], qn: number, p: readonly string[]) => {
    let dot = 0, pn = 0;
    for (const t of p) { const w = weights.weightOf(t); pn += w * w; if (q.includes(t)) dot += w * w; }
    return pn === 0 || qn === 0 ? 0 : dot / Math.sqrt(pn * qn);
  };
  return {
    read: (t: string) => read(t, repair),
    find(question: string) {
      const q = [...new Set(read(question, repair))];
      const wq = (t: string) => weights.has(t) ? weights.weightOf(t) : content.commonWords.has(t) ? P.common : P.unknown;
      const qn = q.reduce((s, t) => s + wq(t) ** 2, 0);
      const known = q.filter((t) => weights.has(t));
      const sims = pix.closenessOf({ terms: q, norm: Math.sqrt(qn) });
      const pg = index.findPages(known);
      const max = Math.max(1e-9, ...pg.map((p) => p.score));
      const scored = pg.map(({ target, score }) => {
        const l = sims.get(target) ?? [];
        const sim = (l[0] ?? 0) + P.second * (l[1] ?? 0) + P.third * (l[2] ?? 0);
        return { target, total: P.page * score / max + sim, sim: l[0] ?? 0 };
      }).sort((a, b) => b.total - a.total);
      const secs = scored.filter((s) => isSection.has(s.target));
      const best = secs[0];
      const rival = scored.find((s) => !isSection.has(s.target));
      let cov = 0;
      if (best) {
        const own = termSets.get(best.target) as Set<string>;
        let got = 0, all = 0;
        for (const t of q) { const w = wq(t) * (foreignTerms.has(t) && !own.has(t) ? P.foreign : 1); all += w; if (own.has(t)) got += w; }
        cov = all === 0 ? 0 : got / all;
      }
      const conf = best ? P.simW * best.sim + P.covW * cov : 0;
      const beaten = rival && best && rival.total > best.total + P.margin;
      const answered = !!best && conf >= P.thr && !beaten;
      return { answered, sections: secs.map((s) => s.target), why: { cov: +cov.toFixed(2), sim: +(best?.sim ?? 0).toFixed(2), tot: +(best?.total ?? 0).toFixed(2), rival: [rival?.target, +(rival?.total ?? 0).toFixed(2)], q } };
    },
  };
}
