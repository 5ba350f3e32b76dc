import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause, within } from '../../../tools/lab/driver.ts';
import { settle } from '../../../tools/lab/settle.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { fight, fightAll, type Outcome, takeReferences, tricks } from './fight.ts';
import { harmlessPages, ordinaryDeeds } from './harmless-pages.ts';
import { type HostileLab, openHostileLab } from './lab.ts';

const SIDE_BY_SIDE = 3;
const HARMLESS_SIDE_BY_SIDE = 5; // they mostly wait
const ALONE = 3;
const isLost = ({ end, leaks }: Outcome) => end === 'lost' || leaks.length > 0;

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let hostile: HostileLab;
  let outcomes: Outcome[] = [];
  beforeAll(async () => {
    const arena = await openHostileLab(name);
    const references = await takeReferences(arena);
    outcomes = await fightAll(arena, references, SIDE_BY_SIDE);
    // Side by side on two cores a page may starve by its neighbours' doing instead of its own: what was lost fights again, alone.
    for (const [at, first] of outcomes.entries()) {
      let outcome = first;
      for (let again = 0; again < ALONE && isLost(outcome); again += 1) outcome = await fight(arena, outcome.trick, references);
      outcomes[at] = outcome;
    }
    for (const { trick, end, share, leaks, milliseconds } of outcomes)
      console.log(trick.padEnd(36), end.padEnd(8), share.toFixed(3), `${milliseconds} ms`, leaks.join(', ').slice(0, 90));
    // A hundred fights leave a browser full of windows; who does not fight gets a new one.
    await arena.close();
    hostile = await openHostileLab(name);
    const held = outcomes.filter((outcome) => !isLost(outcome)).length;
    console.log(`hostile: ${held} of ${outcomes.length} held in ${name}`);
  }, 1_800_000);
  afterAll(() => hostile?.close());

  test.each(tricks)('the warning holds against %s, and no keystroke gets out', (trick) => {
    const outcome = outcomes.find((one) => one.trick === trick);
    expect(outcome?.end).toMatch(/seen|stopped/);
    expect(outcome?.leaks).toEqual([]);
  });

  test('a warned page that does not fight stays where it is', async () => {
    const tab = await hostile.visit('calm.example');
    await tab.goto('https://calm.example/00-peaceful.html');
    await settle(hostile.lab, tab);
    await pause(6_000);
    expect(await tab.url()).toContain('calm.example');
    expect(await tab.warningLevel()).toBe('danger');
    await tab.close();
  });

  test('a warned page in a tab behind another one, where nothing runs at full speed, stays where it is', async () => {
    const tab = await hostile.visit('behind.example');
    await tab.goto('https://behind.example/00-peaceful.html');
    await settle(hostile.lab, tab);
    await hostile.openBefore(tab);
    await pause(6_000);
    expect(await hostile.stoppedTab('behind.example')).toBeUndefined();
    await tab.close();
  });

  test('the bar leaves the page usable, and a dialog of the page beside it in peace', async () => {
    const lead =
      '<h1>POS机免费办理</h1><p>个人POS机 无需营业执照，添加微信 pos-demo-001 免费领取</p><label>手机号 <input name="sjh"></label>';
    const body = `<!doctype html><meta charset="utf-8"><title>POS机免费办理</title>${lead}<dialog><input id="town"></dialog>`;
    hostile.lab.sites.add({ host: 'beside.example', pages: { '/': { body } } });
    const tab = await hostile.lab.open('https://beside.example/');
    await settle(hostile.lab, tab);
    expect(await tab.warningLevel()).toBe('caution');
    await tab.evaluate(`document.querySelector('dialog').showModal()`);
    await pause(1_500);
    expect(await tab.type('#town', '12')).toBe(true);
    await pause(3_000);
    expect(await tab.evaluate(`document.querySelector('#town').value`)).toBe('12');
    expect(await hostile.stoppedTab('beside.example')).toBeUndefined();
    await tab.close();
  });

  test.runIf(name === 'chromium')('the accessibility tree reads the overlay in order, with the focus on leaving', async () => {
    const tab = await hostile.visit('order.example');
    await tab.goto('https://order.example/00-peaceful.html');
    await settle(hostile.lab, tab);
    const session = await tab.page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value));
    const start = roles.indexOf('alertdialog');
    const places = ['alertdialog', 'heading', 'listitem', 'button'].map((role) => roles.indexOf(role, start));
    expect(start).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const focused = nodes.filter(({ properties }) => properties?.some(({ name, value }) => name === 'focused' && value.value)).at(-1);
    expect(focused?.name?.value).toBe((await tab.warning())?.buttons[0]);
    await tab.close();
  });

  test.runIf(name === 'chromium')('a photo chosen in a picker that was open before the verdict stays with the visitor', async () => {
    const host = 'picker.example';
    const tell = 'navigator.sendBeacon("/leak?what=" + [...e.target.files].map((f) => f.name))';
    const lead = '<h1>拉卡拉POS机官网 办理中心</h1><form id="f"><input type="file" id="photo"></form>';
    const script = `<script>for (const t of ['input', 'change']) addEventListener(t, (e) => ${tell}, true); photo.addEventListener('change', (e) => ${tell});
      setTimeout(() => f.insertAdjacentHTML('beforeend', '<label>身份证号 <input></label><label>银行卡号 <input></label>'), 1500)</script>`;
    const tab = await hostile.visit(host);
    hostile.lab.sites.add({
      host,
      pages: { '/pick': { body: `<!doctype html><meta charset="utf-8"><title>拉卡拉POS机</title>${lead}${script}` } },
    });
    await tab.goto(`https://${host}/pick`);
    const [chooser] = await Promise.all([tab.page.waitForFileChooser(), tab.page.click('#photo')]);
    await settle(hostile.lab, tab);
    expect(await tab.warningLevel()).toBe('danger');
    await chooser.accept([import.meta.filename]);
    await pause(800);
    expect(hostile.leaks(host).filter((leak) => leak.includes('.ts'))).toEqual([]);
    expect(await tab.evaluate('photo.files.length')).toBe(0);
    await tab.close();
  });

  test('the visitor who insists gets the page the first time, query and fragment included, and is left alone from then on', async () => {
    const address = 'https://insists.example/00-peaceful.html?a=1&b=%E4%BD%A0%26c#part=2&x';
    const tab = await hostile.visit('insists.example');
    await tab.goto(address);
    await settle(hostile.lab, tab);
    await tab.press('Escape');
    const assessment = await stoppedAssessment(hostile, 'insists.example');
    // The two slow steps of the button are the surfaces' own journey; this is what the second one asks for.
    const answer = await hostile.lab.ask('proceed', { assessmentId: assessment });
    expect(answer).toEqual({ url: address });
    await tab.goto(address);
    await settle(hostile.lab, tab);
    await pause(1_500);
    expect(await tab.url()).toBe(address);
    expect(await tab.warningLevel()).toBe('none');
    expect(await tab.type('#sfz', '1101')).toBe(true);
    await tab.close();
  });

  test('the watch goes on where the background was ended meanwhile', async () => {
    const tab = await hostile.visit('ended.example');
    await tab.goto('https://ended.example/00-peaceful.html');
    await settle(hostile.lab, tab);
    await hostile.lab.restartWorker();
    await pause(1_500);
    void within(
      8_000,
      tab.evaluate('for (const end = Date.now() + 7000; Date.now() < end; );').catch(() => undefined),
    );
    expect(await stoppedAssessment(hostile, 'ended.example')).toMatch(/./);
    await tab.close();
  });

  test('more than 200 harmless pages with dialogs, popovers, fullscreen or much to do see neither a warning nor our own page', async () => {
    const paths = Object.keys(harmlessPages);
    const found = await sideBySide(paths, (path) => visitHarmless(hostile, path), HARMLESS_SIDE_BY_SIDE);
    console.log(`harmless: ${paths.length} pages visited, ${found.length} disturbed in ${name}`);
    expect(paths.length).toBeGreaterThanOrEqual(200);
    expect(found).toEqual([]);
  }, 800_000);

  test.each(['caution', 'danger'] as const)(
    'a page under %s that does what pages do keeps both its place and its warning',
    async (level) => {
      const found = await sideBySide(Object.keys(ordinaryDeeds), (deed) => watchOrdinary(hostile, level, deed));
      expect(found).toEqual([]);
    },
  );
});

async function sideBySide<T>(items: T[], visit: (item: T) => Promise<string[]>, atOnce = SIDE_BY_SIDE): Promise<string[]> {
  const waiting = [...items];
  const found: string[] = [];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) found.push(...(await visit(item)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

/** Under `danger` with the form that every hostile page has, under `caution` with an offer and a telephone number. */
async function watchOrdinary(hostile: HostileLab, level: 'caution' | 'danger', deed: string): Promise<string[]> {
  const host = `${level}-${deed.replaceAll(' ', '-')}.example`;
  const asks =
    level === 'danger' ? '<label>身份证号 <input></label><label>银行卡号 <input></label>' : '<label>手机号 <input name="sjh"></label>';
  const offer = level === 'danger' ? '拉卡拉POS机官网 办理中心' : 'POS机免费办理';
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${offer}</title><body><main style="min-height:2000px"><h1>${offer}</h1><p>个人POS机 无需营业执照，添加微信 pos-demo-001 免费领取</p>${asks}</main><dialog id="d">请选择城市</dialog><div id="p" popover="manual">三件</div><script>${ordinaryDeeds[deed]}</script>`;
  hostile.lab.sites.add({ host, pages: { '/': { body } } });
  const tab = await hostile.lab.open(`https://${host}/`);
  await settle(hostile.lab, tab);
  await pause(5_000);
  const stopped = await hostile.stoppedTab(host);
  const shown = stopped ? 'none' : await within(8_000, tab.warningLevel());
  await tab.close();
  return [...(stopped ? [`a page that ${deed} was stopped`] : []), ...(shown === level ? [] : [`a page that ${deed} shows ${shown}`])];
}

async function stoppedAssessment(hostile: HostileLab, host: string): Promise<string> {
  for (let waited = 0; waited < 8_000; waited += 200) {
    const stopped = await hostile.stoppedTab(host);
    if (stopped) return new URL(stopped.url).searchParams.get('assessment') ?? '';
    await pause(200);
  }
  throw new Error(`No tab shows our own page about ${host}.`);
}

async function visitHarmless(hostile: HostileLab, path: string): Promise<string[]> {
  const host = `harmless${path.replace('/', '-')}.example`;
  hostile.lab.sites.add({ host, pages: harmlessPages });
  const tab: Tab = await hostile.lab.open(`https://${host}${path}`);
  await within(
    1_000,
    tab.page.mouse.click(300, 300).catch(() => undefined),
  );
  await pause(path.startsWith('/busy') ? 4_500 : 1_500);
  const wrong = [
    (await hostile.stoppedTab(host)) && `${path} was stopped`,
    (await within(3_000, tab.warningLevel())) !== 'none' && !path.startsWith('/alert') && `${path} was warned of`,
  ];
  await tab.close();
  return wrong.filter((sentence) => typeof sentence === 'string');
}
