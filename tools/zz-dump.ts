import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { build } from 'vite';
import { readCorpus } from './lab/corpus.ts';
const out = '/tmp/dump/snapshots'; mkdirSync(out, { recursive: true });
const res: any = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib: { entry: '/tmp/dump/entry.ts', formats: ['iife'], name: 'r' } } });
const code = (Array.isArray(res) ? res[0] : res).output[0].code;
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstModeV2', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const only = process.argv[3];
async function one(folder: string, c: any) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(code);
  await page.setRequestInterception(true);
  const docs = new Map<string, any>([[c.url, c], ...(c.frames ?? []).map((f: any) => [f.url, f] as const)]);
  const norm = (u: string) => { try { return new URL(u).href; } catch { return u; } };
  const by = new Map([...docs].map(([u, d]) => [norm(u).split('#')[0], d]));
  page.on('request', (r) => {
    const d = by.get(norm(r.url()).split('#')[0] as string);
    if (!d && r.isNavigationRequest()) console.log(c.id, "NOT SERVED", r.url());
    if (d) r.respond({ status: 200, contentType: `text/html; charset=${d.encoding ?? 'utf-8'}`, body: readFileSync(path.join(folder, d.html)) });
    else r.respond({ status: 404, contentType: 'text/plain', body: 'no' });
  });
  try {
    await page.goto(c.url, { waitUntil: 'load', timeout: 20000 });
    await new Promise((r) => setTimeout(r, 300));
    for (const a of c.actions ?? []) {
      try {
        if (a.type === 'wait') await new Promise((r) => setTimeout(r, a.ms ?? 200));
        if (a.type === 'click') await page.evaluate((s: string) => (document.querySelector(s) as HTMLElement)?.click(), a.selector);
        if (a.type === 'type') await page.type(a.selector, a.value ?? '');
      } catch (e) { console.log(c.id, 'action failed', String(e).slice(0, 100)); }
    }
    await new Promise((r) => setTimeout(r, 300));
    const frames: any[] = [];
    for (const f of page.frames()) frames.push(await f.evaluate(() => (globalThis as any).__read?.()).catch((e) => { console.log(c.id, 'frame', String(e).slice(0, 100)); return null; }));
    writeFileSync(path.join(out, c.id + '.json'), JSON.stringify({ case: c, topUrl: page.url(), frames: frames.filter(Boolean) }));
    const worst = Math.max(...frames.filter(Boolean).map((f) => f.spent));
    if (worst > 30) console.log(c.id, 'read took', worst.toFixed(1));
  } catch (e) { console.log(c.id, 'FAILED', String(e).slice(0, 200)); }
  await page.close();
}
const folder = process.argv[2] as string;
const cases = readCorpus(folder).filter((c) => !only || c.id.includes(only));
const queue = [...cases];
await Promise.all([1, 2, 3].map(async () => { for (let c = queue.shift(); c; c = queue.shift()) await one(folder, c); }));
await browser.close();
console.log('done', cases.length);
