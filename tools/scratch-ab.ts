import puppeteer from 'puppeteer';
import { build } from 'vite';
import { findBrowser } from './lab/browsers.ts';
const bundle = async (root: string) => { const out = (await build({ configFile: false, logLevel: 'error', build: { write: false, minify: true, target: 'es2022', lib: { entry: `${root}/test/browser/read/reader.ts`, formats: ['iife'], name: 'reader', fileName: 'reader' } } })) as any; return out[0].output[0].code as string; };
const [a, b] = [await bundle('/work/main'), await bundle('/work/wt-a')];
const LINE = (index: number) => `<div class="line l${index % 50}"><span class="lead">第${index}行文字</span> 说明 <a href="/x">链接</a><b>好</b></div>`;
const repeat = (t: number, w: (i: number) => string) => Array.from({ length: t }, (_, i) => w(i)).join('');
const SHELL = `<nav>${repeat(12, (i) => `<a href="/n${i}">导航${i}</a>`)}</nav><h1>商户入驻申请</h1>`;
const FORM_ROW = (index: number) =>
  `<div class="row"><label class="must" for="f${index}">字段名称${index}</label><div class="box"><input id="f${index}" name="n${index}" placeholder="请输入"><span class="tip">提示<b>文字</b></span></div></div>`;
const STYLE = '<style>.row{display:flex;margin:8px}.row label{width:120px}.must::before{content:"*";color:red}.left{float:left}</style>';
const pages: Record<string,string> = { big: SHELL + repeat(5500, LINE), form: SHELL + repeat(60, FORM_ROW), decoys: repeat(1_000, (index) => `<div><span>备注${index}</span><input name="a${index}"></div>`) };
const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const session = await browser.target().createCDPSession();
const cpu = async () => { const { processInfo } = await session.send('SystemInfo.getProcessInfo'); return processInfo.filter((p) => p.type === 'renderer').reduce((s, p) => s + p.cpuTime, 0) * 1000; };
for (const [name, html] of Object.entries(pages)) {
  for (const round of [1, 2]) for (const [who, code] of [['main', a], ['mine', b]] as const) {
    await page.setContent(`<!doctype html><html lang="zh">${STYLE}${html}`);
    await page.evaluate(`${code.replace(/^var reader\s*=/, 'globalThis.reader =')}`);
    await page.evaluate('document.body.getBoundingClientRect().width');
    const runs = name === 'form' ? 200 : 25;
    const take = async (what: string) => { const run = `(async () => { const o = { shadowRootOf: (e) => e.shadowRoot }; const t = []; for (let i = 0; i < ${runs}; i++) { const s = performance.now(); ${what}; t.push(performance.now() - s); } t.sort((x, y) => x - y); return [t[0], t[t.length >> 1]]; })()`;
      await page.evaluate(run); const s = await cpu(); const t = (await page.evaluate(run)) as number[]; return `cpu ${((await cpu() - s) / runs).toFixed(2)} min ${t[0]!.toFixed(2)} p50 ${t[1]!.toFixed(2)}`; };
    console.log(round, name.padEnd(7), who, 'read', await take('await reader.readPageInSlices(document, o)'), '| triage', await take('reader.triage(document, /POS|刷卡/, o.shadowRootOf)'), '| speaking', await take('reader.triage(document, /链接/, o.shadowRootOf)'));
  }
}
await browser.close();
