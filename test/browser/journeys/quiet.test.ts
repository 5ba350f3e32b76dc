import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gallery, gallerySites } from '../../../tools/gallery/gallery.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import { journeySites } from './pages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** 拉卡拉官网 and 身份证号码 in GB 18030. */
const gb = (text: string) => Uint8Array.from(Buffer.from(gbBytes(text)));

const form = (words: string) => `<form><label>${words} <input></label><label>银行卡号 <input></label><button>立即办理</button></form>`;
const fake = `<title>拉卡拉官网 POS机办理中心</title><h1>拉卡拉POS机免费办理</h1>${form('身份证号码')}`;

const oddSites = [
  {
    host: 'guai.example',
    pages: {
      '/huge': { body: `<!doctype html><meta charset=utf-8>${fake}${'<p>这是一段很长的文字，讲的是阳台上的薄荷。</p>'.repeat(90_000)}` },
      '/broken': {
        body: bytes(
          `<!doctype html><meta charset=utf-8><table><tr><td>${fake}</table></div></p><b><i><input </form><script>throw 1</script><img src=x onerror="nope()">`,
        ),
      },
      '/gb': { body: gb(`<!doctype html>${fake}`), contentType: 'text/html; charset=gb18030' },
      '/pdf': { body: bytes('%PDF-1.4\n%%EOF'), contentType: 'application/pdf' },
      '/text': { body: '拉卡拉官网 POS机办理 身份证号码', contentType: 'text/plain; charset=utf-8' },
      '/xml': { body: '<?xml version="1.0"?><root><a>拉卡拉POS机办理</a></root>', contentType: 'application/xml' },
      '/svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"><text>拉卡拉POS机办理</text></svg>', contentType: 'image/svg+xml' },
      '/empty': { body: '' },
      '/frameset': {
        body: '<!doctype html><meta charset=utf-8><title>POS机办理</title><frameset cols="*"><frame src="/broken"></frameset>',
      },
    },
  },
];

describe.each(['chromium', 'firefox'] as const)('the guard in %s', (name) => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'guard-profile-'));
  let lab: Lab;
  const launch = async () => {
    lab = await launchGuarded(name, {
      extensionDir: builtExtension(name),
      sites: await serveSites([...journeySites, ...oddSites, ...gallerySites()]),
      profileDir,
    });
  };
  const shut = async () => {
    await lab?.close();
    await lab?.sites.close();
  };

  beforeAll(launch);
  afterAll(async () => {
    await shut();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each([
    ['/huge', 'danger'],
    ['/broken', 'danger'],
    ['/gb', 'danger'],
  ])('judges an odd page at %s like any other', async (where, level) => {
    const tab = await lab.open(`https://guai.example${where}`);
    expect((await settle(lab, tab)).verdict?.level).toBe(level);
    await tab.close();
  });

  test.each(['/pdf', '/text', '/xml', '/svg', '/empty', '/frameset'])('survives what stands at %s', async (where) => {
    const tab = await lab.open(`https://guai.example${where}`);
    await settle(lab, tab);
    await tab.close();
    const next = await lab.open('https://shoukuan-bangong.example/');
    expect((await settle(lab, next)).verdict?.level).toBe('danger');
    await next.close();
  });

  test('sees addresses by number as sites of their own', async () => {
    lab.sites.add({ host: '127.0.0.9', pages: { '/': { body: `<!doctype html><meta charset=utf-8>${fake}` } } });
    const tab = await lab.open('http://127.0.0.9/');
    const report = await settle(lab, tab);
    expect(report).toMatchObject({ hostname: '127.0.0.9', verdict: { level: 'danger' } });
    await tab.close();
  });

  test('lets no request out while the whole gallery is visited, and keeps no query string', async () => {
    for (const { url } of gallery) {
      const tab = await lab.open(`${url}?token=abc123#part`);
      await settle(lab, tab);
      await tab.close();
    }
    expect(lab.sites.strangers()).toEqual([]);
    const rows = await lab.history();
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/abc123|#part|token=/);
  });

  test('keeps the history when the browser is closed', async () => {
    const before = await lab.history();
    await shut();
    await launch();
    expect(before.length).toBeGreaterThan(0);
    expect(await lab.history()).toEqual(before);
  });
});

/** The characters of these tests in GB 18030; everything else must be ASCII. */
function gbBytes(text: string): number[] {
  const table = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xb0; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return [...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0) & 0x7f]);
}
