import { readFileSync, readdirSync } from 'node:fs';
import { compileKnowledge } from './compile-knowledge.ts';
import { loadKnowledge } from '../src/core/knowledge/knowledge.ts';
import { readFacts, mergeFacts } from '../src/core/page/facts.ts';
import { judge } from '../src/core/judge.ts';
import { siteOf } from '../src/core/site/index.ts';
import { judgeHost } from '../src/core/site/index.ts';
import { readSolicitation } from '../src/core/page/solicitation.ts';
const k = loadKnowledge(compileKnowledge('assets'));
const dir = process.env.DIR ?? '/tmp/dump/snapshots';
for (const id of process.argv.slice(2)) {
  const d = JSON.parse(readFileSync(`${dir}/${id}.json`, 'utf8'));
  const site = siteOf(d.topUrl)!;
  const page = mergeFacts(d.frames.map((fr: any) => readFacts(fr.snapshot, { site, url: fr.url }, k).facts))!;
  const v: any = judge({ site, page }, k);
  const s = readSolicitation(page);
  const h: any = judgeHost(site.hostname, k.hosts);
  console.log(`\n== ${id} [${d.case.split}] expect ${d.case.expect} got ${v.level} ${v.because ?? ''} score ${s.score.toFixed(1)} host ${h.verdict}/${h.level}/${h.target} ${site.hostname}\n   ${d.case.why}\n   title: ${page.title}`);
  for (const r of s.reasons.slice(0, 14)) console.log(`   + ${r.points.toFixed(1)} ${r.why} @${r.where} «${r.text}»`);
  for (const r of page.context.brakes) console.log(`   - ${r.points.toFixed(1)} ${r.why} «${r.text}»`);
  console.log('   asks', page.asks.map((a) => `${a.kind}:${a.text}@${a.where}`).join(' '), '| text', page.textAsks.map((a) => `${a.kind}:${a.text}`).join(' '));
  console.log('   leads', page.leads.map((a) => `${a.kind}:${a.text.slice(0, 24)}@${a.where}`).join(' '));
  console.log('   claims', page.claims.slice(0, 5).map((c) => `${c.provider}/${c.how}/${c.where}:${c.text}`).join(' ; '), '| mis', JSON.stringify(page.misdirections), '| lic', JSON.stringify(page.licences));
  console.log('   bait', JSON.stringify(page.context.bait), 'ev', (v.evidence ?? []).map((e: any) => e.signal).join(','));
}
