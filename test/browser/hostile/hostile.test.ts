import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause, within } from '../../../tools/lab/driver.ts';
import { settle } from '../../../tools/lab/settle.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { fight, fightAll, type Outcome, takeReferences, tricks } from './fight.ts';
import { harmlessPages } from './harmless-pages.ts';
import { type HostileLab, openHostileLab } from './lab.ts';

const SIDE_BY_SIDE = 3;

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let hostile: HostileLab;
  let outcomes: Outcome[] = [];
  beforeAll(async () => {
    hostile = await openHostileLab(name);
    const references = await takeReferences(hostile);
    outcomes = await fightAll(hostile, references, SIDE_BY_SIDE);
    // Side by side on two cores a page may starve by its neighbours' doing instead of its own: what was lost fights once more, alone.
    for (const [at, { trick, end, leaks }] of outcomes.entries())
      if (end === 'lost' || leaks.length > 0) outcomes[at] = await fight(hostile, trick, references);
    for (const { trick, end, share, leaks, milliseconds } of outcomes)
      console.log(trick.padEnd(36), end.padEnd(8), share.toFixed(3), `${milliseconds} ms`, leaks.join(', ').slice(0, 90));
    const held = outcomes.filter(({ end, leaks }) => end !== 'lost' && leaks.length === 0).length;
    console.log(`hostile: ${held} of ${outcomes.length} held in ${name}`);
  }, 400_000);
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

  test('22 harmless pages with dialogs, popovers, fullscreen or much to do see neither a warning nor our own page', async () => {
    const waiting = Object.keys(harmlessPages);
    const found: string[] = [];
    const work = async () => {
      for (let path = waiting.shift(); path; path = waiting.shift()) found.push(...(await visitHarmless(hostile, path)));
    };
    await Promise.all([work(), work(), work()]);
    expect(found).toEqual([]);
  });
});

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
  await pause(path === '/busy' ? 4_500 : 1_500);
  const wrong = [
    (await hostile.stoppedTab(host)) && `${path} was stopped`,
    (await within(3_000, tab.warningLevel())) !== 'none' && path !== '/alert' && `${path} was warned of`,
  ];
  await tab.close();
  return wrong.filter((sentence) => typeof sentence === 'string');
}
