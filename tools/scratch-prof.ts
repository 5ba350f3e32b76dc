import puppeteer from 'puppeteer';
import { build } from 'vite';
import { findBrowser } from './lab/browsers.ts';
const entry = new URL('../test/browser/read/reader.ts', import.meta.url).pathname;
const out = (await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'reader', fileName: 'reader' } } })) as any;
const code = out[0].output[0].code;
const LINE = (index: number) => `<div class="line l${index % 50}"><span class="lead">第${index}行文字</span> 说明 <a href="/x">链接</a><b>好</b></div>`;
const repeat = (t: number, w: (i: number) => string) => Array.from({ length: t }, (_, i) => w(i)).join('');
const SHELL = `<nav>${repeat(12, (i) => `<a href="/n${i}">导航${i}</a>`)}</nav><h1>商户入驻申请</h1>`;
const FORM_ROW = (index: number) =>
  `<div class="row"><label class="must" for="f${index}">字段名称${index}</label><div class="box"><input id="f${index}" name="n${index}" placeholder="请输入"><span class="tip">提示<b>文字</b></span></div></div>`;
const STYLE = '<style>.row{display:flex;margin:8px}.row label{width:120px}.must::before{content:"*";color:red}.left{float:left}</style>';
const pages: Record<string,string> = { big: SHELL + repeat(5500, LINE), form: SHELL + repeat(60, FORM_ROW), decoys: repeat(1_000, (index) => `<div><span>备注${index}</span><input name="a${index}"></div>`) };
const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const session = await page.createCDPSession();
for (const [name, html] of Object.entries(pages)) {
  await page.setContent(`<!doctype html><html lang="zh">${STYLE}${html}`);
  await page.evaluate(`${code.replace(/^var reader\s*=/, 'globalThis.reader =')}\n//# sourceURL=reader.js`);
  await page.evaluate('document.body.getBoundingClientRect().width');
  const runs = name === 'form' ? 100 : 15;
  const run = `(async () => { const r = [], t = []; for (let i = 0; i < ${runs}; i++) { let s = performance.now(); const o = { shadowRootOf: (e) => e.shadowRoot }; reader.triage(document, /POS|刷卡/, o.shadowRootOf); t.push(performance.now() - s); const x = await reader.readPageInSlices(document, o); r.push(x.spent); } return [r, t].map(a => a.map(x => x.toFixed(1)).join(' ')); })()`;
  console.log(name, await page.evaluate(run));
  await session.send('Profiler.enable'); await session.send('Profiler.setSamplingInterval', { interval: 100 }); await session.send('Profiler.start');
  await page.evaluate(run);
  const { profile } = await session.send('Profiler.stop');
  const self = new Map<string, number>(); const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  let total = 0;
  profile.samples!.forEach((id, i) => { const n = byId.get(id)!; const d = profile.timeDeltas![i]!; const k = `${n.callFrame.functionName}:${n.callFrame.lineNumber}`; if (n.callFrame.functionName === '(idle)' || n.callFrame.functionName==='(program)') return; self.set(k, (self.get(k) ?? 0) + d); total += d; });
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 28)) console.log(`  ${(v / 1000 / runs).toFixed(3).padStart(8)} ms/run ${(100 * v / total).toFixed(1).padStart(5)}% ${k}`);
}
await browser.close();
