import { readFileSync, readdirSync } from 'node:fs';
import { compileKnowledge } from './compile-knowledge.ts';
import { loadKnowledge } from '../src/core/knowledge/knowledge.ts';
import { readFacts, mergeFacts } from '../src/core/page/facts.ts';
import { judge } from '../src/core/judge.ts';
import { siteOf } from '../src/core/site/index.ts';
import { readSolicitation } from '../src/core/page/solicitation.ts';
import { snapshotSchema } from '../src/core/page/snapshot.ts';
const t0 = performance.now();
const data = compileKnowledge('assets');
const t1 = performance.now();
const k = loadKnowledge(data);
console.log('compile', (t1 - t0).toFixed(0), 'load', (performance.now() - t1).toFixed(0), 'json', JSON.stringify(data).length);
const [only, verbose] = process.argv.slice(2);
const split = process.env.SPLIT;
let pass = 0; const fails: string[] = []; const conf: Record<string, number> = {};
const dir = process.env.DIR ?? '/tmp/dump/snapshots';
for (const f of readdirSync(dir).sort()) {
  const d = JSON.parse(readFileSync(dir + '/' + f, 'utf8'));
  if (only && only !== '-' && !d.case.id.includes(only)) continue;
  if (split && d.case.split !== split) continue;
  const site = siteOf(d.topUrl)!;
  const facts = d.frames.map((fr: any) => {
    const p = snapshotSchema.safeParse(fr.snapshot); if (!p.success) console.log(d.case.id, 'SCHEMA', JSON.stringify(p.error.issues[0]).slice(0, 200));
    return readFacts(fr.snapshot, { site, url: fr.url }, k).facts;
  });
  const page = mergeFacts(facts)!;
  const v: any = judge({ site, page }, k);
  const ok = d.case.expect.includes(v.level);
  const key = `${d.case.expect.join('|')} -> ${v.level}`; conf[key] = (conf[key] ?? 0) + 1;
  if (ok) pass++;
  else {
    const s = readSolicitation(page);
    fails.push(`${d.case.id} expect ${d.case.expect} got ${v.level} ${v.because ?? ''} score ${s.score.toFixed(1)} asks=[${page.asks.map((a) => a.kind)}] leads=[${page.leads.map((l) => l.kind)}] ev=[${(v.evidence ?? []).map((e: any) => e.signal)}] words=[${page.context.words.slice(0, 5)}] brakes=[${page.context.brakes.map((b) => b.why + ':' + b.points)}]`);
  }
  if (verbose) { const s = readSolicitation(page); console.log(d.case.id, v.level, s.score, JSON.stringify({ s: s.reasons.slice(0, 14), brakes: page.context.brakes, asks: page.asks, textAsks: page.textAsks, leads: page.leads, claims: page.claims.slice(0, 6), mis: page.misdirections, lic: page.licences, v }, null, 1)); }
}
console.log(fails.join('\n'));
console.log(conf, pass, 'of', pass + fails.length);
