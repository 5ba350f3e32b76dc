import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/core/judge.ts';
import { readFacts } from '../../src/core/page/facts.ts';
import type { FieldSnapshot, PageSnapshot } from '../../src/core/page/snapshot.ts';
import { siteOf } from '../../src/core/site/index.ts';
import { knowledge } from './knowledge/loaded.ts';

const unlisted = 'https://banji-demo.example/apply';
const field = (text: string, control: FieldSnapshot['control'] = 'text'): FieldSnapshot => ({
  control,
  labels: [{ route: 'for', text }],
  visible: true,
});

/** A page with the given title and texts; everything else is empty. */
function aPage({
  title = '',
  heading = [] as string[],
  text = [] as string[],
  button = [] as string[],
  footer = [] as string[],
  fields = [] as FieldSnapshot[],
  ...rest
}: Partial<Omit<PageSnapshot, 'blocks'>> & { heading?: string[]; text?: string[]; button?: string[]; footer?: string[] }): PageSnapshot {
  const blocks = (['heading', 'text', 'button', 'footer'] as const).flatMap((role) =>
    ({ heading, text, button, footer })[role].map((words) => ({ role, text: words })),
  );
  return {
    title,
    description: '',
    blocks,
    fields,
    forms: [],
    links: [],
    images: [],
    leads: [],
    ...rest,
  };
}

function verdictOn(snapshot: PageSnapshot, url = unlisted) {
  const site = siteOf(url);
  if (!site) throw new Error(`${url} has no site`);
  return judge({ site, page: readFacts(snapshot, { site, url }, knowledge).facts }, knowledge);
}

const signup = { title: '拉卡拉官网 - POS机办理中心', heading: ['拉卡拉POS机在线申请'], button: ['提交申请'] };
const documents = [field('姓名'), field('身份证号码'), field('结算银行卡号')];

describe('the rules of the verdict', () => {
  test('danger: an unlisted page that speaks as an institution and asks for identity and card', () => {
    expect(verdictOn(aPage({ ...signup, fields: documents }))).toMatchObject({
      level: 'danger',
      invokes: 'lakala',
      asks: ['idNumber', 'bankCard'],
    });
  });

  test('licensed: the same page on the institution’s own domain', () => {
    expect(verdictOn(aPage({ ...signup, fields: documents }), 'https://m.lakala.com/shenqing')).toEqual({
      level: 'licensed',
      provider: 'lakala',
    });
  });

  test('caution: the same page while it asks for nothing yet', () => {
    expect(verdictOn(aPage(signup)).level).toBe('caution');
  });

  test('caution: an agent in his own name asks for documents', () => {
    expect(verdictOn(aPage({ title: '云杉收银 - POS机办理', button: ['申请POS机'], fields: documents })).level).toBe('caution');
  });

  test('caution: an agent wants only a phone number', () => {
    expect(verdictOn(aPage({ title: 'POS机免费办理', button: ['立即申请'], fields: [field('手机号', 'tel')] })).level).toBe('caution');
  });

  test.each(['信用卡背面后三位', '银行卡取款密码', '网银登录密码', '银行短信验证码'])(
    'danger: a signup asks for %s, whoever it claims to be',
    (label) => {
      expect(
        verdictOn(aPage({ title: 'POS机激活', heading: ['POS机激活认证'], button: ['激活POS机'], fields: [field(label)] })).level,
      ).toBe('danger');
    },
  );

  test('a phone’s verification code is no card secret', () => {
    expect(
      verdictOn(aPage({ title: 'POS机免费办理', button: ['立即申请'], fields: [field('手机号', 'tel'), field('短信验证码')] })).level,
    ).toBe('caution');
  });

  test('danger: a licence number that was never issued, beside a form for documents', () => {
    const text = ['支付业务许可证编号 Z2099911000015'];
    expect(verdictOn(aPage({ title: '云杉支付 POS机办理', text, button: ['申请POS机'], fields: documents })).level).toBe('danger');
  });

  test('a true licence number, a link to the real site and an anti-fraud article never lower a verdict', () => {
    const text = [
      '支付业务许可证编号 Z2002511000017',
      '谨防诈骗，警方提醒：不要把验证码告诉任何人。近日有商户被骗，民警介入调查。',
      '官方网站 https://www.lakala.com',
    ];
    const links = [{ text: '拉卡拉官网', href: 'https://www.lakala.com/', near: '' }];
    expect(verdictOn(aPage({ ...signup, text, links, fields: documents })).level).toBe('danger');
  });

  test('none: identity and card asked for by another trade', () => {
    expect(verdictOn(aPage({ title: '江畔酒店 在线入住登记', heading: ['入住登记'], button: ['提交'], fields: documents })).level).toBe(
      'none',
    );
  });

  test('none: a lookalike host alone, about something else', () => {
    expect(verdictOn(aPage({ title: '阳台上的薄荷' }), 'https://lakala-pos.example/').level).toBe('none');
  });

  test('none: news about a fraud is not the fraud', () => {
    const text = [
      '本报讯（记者 李）近日，警方破获一起以“免费办理POS机”为名的诈骗案，犯罪嫌疑人冒充拉卡拉客服，要求商户提供身份证。',
      '民警提醒：不要轻信来电，切勿转账。',
    ];
    expect(verdictOn(aPage({ title: '警方通报：冒充拉卡拉客服“免费换机”诈骗案告破', heading: ['警方破获POS机诈骗案'], text })).level).toBe(
      'none',
    );
  });

  test.each([
    ['known-not-licensed', 'https://www.shouqianba.com/'],
    ['neutral', 'https://wsmsd.cn/'],
  ])('none: a %s domain is neither accused nor praised', (_, url) => {
    expect(verdictOn(aPage({ ...signup, fields: documents }), url).level).toBe('none');
  });

  test('at most caution: a listed domain whose present owner nobody has confirmed', () => {
    expect(verdictOn(aPage({ ...signup, fields: documents }), 'https://www.quanminfu.com/').level).toBe('caution');
  });

  test('an address given out as an official site is evidence', () => {
    const verdict = verdictOn(
      aPage({ title: '如何办理POS机', text: ['拉卡拉pos机官网申请:http://www.pos-demo-banli.cn ,点击网址进入申请页面'] }),
    );
    expect(verdict).toMatchObject({
      level: 'caution',
      evidence: expect.arrayContaining([expect.objectContaining({ signal: 'misdirectedLink' })]),
    });
  });

  test('evidence quotes the words that gave the page away', () => {
    const verdict = verdictOn(aPage({ ...signup, fields: documents }));
    const claim = 'evidence' in verdict ? verdict.evidence.find(({ signal }) => signal === 'claimsInstitution') : undefined;
    expect(claim?.found[0]).toMatchObject({ where: 'title', text: expect.stringContaining('拉卡拉官网') });
  });
});

describe('the five pages as collected', () => {
  const seeds = ['four-part-guide', 'is-it-safe', 'lakala-risks', 'online-signup-warning', 'quick-pay'];
  const paragraphs = (name: string) =>
    readFileSync(`tools/gallery/seeds/${name}.txt`, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .flatMap((line) => line.match(/.{1,600}/gu) ?? []);

  test.each(seeds)('%s: its bare text on an unlisted host is at least a caution', (name) => {
    const [title = '', ...text] = paragraphs(name);
    expect(verdictOn(aPage({ title, text: [title, ...text] })).level).toMatch(/caution|danger/);
  });

  test.each(seeds)('%s: with a form for identity and card and an institution’s name in its title it is dangerous', (name) => {
    expect(verdictOn(aPage({ title: '拉卡拉官网', text: paragraphs(name), fields: documents })).level).toBe('danger');
  });

  test.each(seeds)('%s: the same on the institution’s own site is licensed', (name) => {
    expect(verdictOn(aPage({ title: '拉卡拉官网', text: paragraphs(name), fields: documents }), 'https://www.lakala.com/').level).toBe(
      'licensed',
    );
  });
});
