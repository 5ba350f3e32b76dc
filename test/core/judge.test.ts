import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/core/judge.ts';
import { addToEarlier, readFacts } from '../../src/core/page/facts.ts';
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

describe('what a page says of itself', () => {
  const contact = [field('手机号', 'tel')];

  test('a denial covers its sentence and no more', () => {
    const text = ['我们不是银行也不是支付公司。本地服务部帮大家办POS机，办收款码，免押金，送货上门。'];
    expect(verdictOn(aPage({ title: 'POS机办理', text, fields: contact })).level).toBe('caution');
    const warned = ['谨防假冒：有人冒充我们办POS机，办收款码。', '本社区提醒各位商户。'];
    expect(verdictOn(aPage({ title: '社区公告', text: warned, fields: contact })).level).toBe('none');
  });

  test('promises that only terminals make sense of name the trade by themselves', () => {
    const lures = ['自选商户，真积分，养卡提额', '押金全免，不用执照', '要这台就加老板'];
    const page = { title: '选机', text: lures, button: ['要这台'], leads: [{ kind: 'copy' as const, near: '复制微信号' }] };
    expect(verdictOn(aPage(page)).level).toBe('caution');
    const charger = ['商户免费领取充电柜，设备免费，躺赚', '免押金，包邮，0门槛'];
    expect(verdictOn(aPage({ ...page, title: '共享充电宝', text: charger, button: ['免费申请设备'] })).level).toBe('none');
  });

  test('whose customers are stallholders is not a market for stalls', () => {
    const stall = { button: ['申请办理'], fields: contact };
    expect(verdictOn(aPage({ ...stall, title: '刷卡机办理', text: ['夜市摊主、摊位都能装，刷卡机免费领取'] })).level).toBe('caution');
    expect(verdictOn(aPage({ ...stall, title: '夜市摊位招商', text: ['每个摊位配一台刷卡机'] })).level).toBe('none');
  });
});

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

  test('a password for withdrawing needs no more than a word of the trade, a shop’s payment password does', () => {
    const text = ['有POS机、收款码的商户均可登记。'];
    const card = [field('身份证号码'), field('储蓄卡号')];
    expect(verdictOn(aPage({ title: '补贴登记', text, fields: [...card, field('该卡取款密码', 'password')] })).level).toBe('danger');
    expect(verdictOn(aPage({ title: '药房登记', text, fields: [...card, field('支付密码', 'password')] })).level).toBe('none');
  });

  test('a word hides behind a sound-alike and pinyin at once', () => {
    const words = ['身汾zheng号', 'yin行咔号'].map((label) => field(label));
    expect(verdictOn(aPage({ ...signup, fields: words })).level).toBe('danger');
  });

  test('who draws his own keys asks by the lines over them', () => {
    const lines = ['可退回到付款的信用卡', '当时刷押金的那张卡', '卡背签名条末三位', '交易密码'];
    const page = { title: '押金原路退回', heading: ['刷卡机押金退回'] };
    expect(verdictOn(aPage({ ...page, text: [...lines, '123456789删0'] })).level).toBe('danger');
    expect(verdictOn(aPage({ ...page, text: lines })).level).not.toBe('danger');
  });

  test('a till’s name over the door is a terminal’s where an institution’s stands beside it', () => {
    expect(verdictOn(aPage({ title: '銀聯商戶收款機申請中心', heading: ['網上遞表'], fields: [field('香港身分證號碼')] })).level).toBe(
      'danger',
    );
    expect(verdictOn(aPage({ title: '收款機專賣店 申請中心', heading: ['網上訂購'], fields: [field('香港身分證號碼')] })).level).toBe(
      'none',
    );
  });

  test('a shop of tills that denies to deal in terminals is one', () => {
    const shop = { title: '双屏收银机 POS一体机', button: ['加入购物车', '立即购买'], fields: [field('手机号', 'tel')] };
    const text = ['本品为收银主机，不含刷卡收单功能，也不代办银行卡POS机或收款码，如需收款请向银行开通收款码。'];
    expect(verdictOn(aPage({ ...shop, text })).level).toBe('none');
  });

  test('who says 我行 speaks as the bank he names, and an association’s name is borrowed like an institution’s', () => {
    const text = [
      '中国工商银行联合数字人民币对装有我行POS终端、扫码盒或收款码牌的门店发放受理补贴。',
      '没有工行机器的门店可勾选申请新装POS机，我行客户经理会带机上门。',
    ];
    expect(verdictOn(aPage({ title: '补贴申领表', heading: ['收款码牌补贴申领'], text, fields: documents })).level).toBe('danger');
    expect(
      verdictOn(aPage({ title: '特约商户年审申报系统 - 中国支付清算协会', text: ['各特约商户应申报终端年审。'], fields: documents })).level,
    ).toBe('danger');
  });

  const person = [field('姓名'), field('身份证号'), field('手机号', 'tel')];
  test.each([
    ['a hospital’s queue', { title: '门诊预约', text: ['到诊后请领取号码牌排队。'], fields: person }],
    ['number plates', { title: '机动车号码牌申领', heading: ['号码牌申领'], button: ['提交申请'], fields: person }],
    ['plates for doors', { title: '门牌二维码牌申领', button: ['立即申请'], fields: person }],
    ['plates for ordering', { title: '点餐码牌定制', button: ['立即咨询'], fields: [field('手机号', 'tel')] }],
    [
      'a water bill',
      { title: '自来水缴费查询', text: ['营业厅设有POS机，可刷卡。'], fields: [field('户号'), field('查询密码', 'password')] },
    ],
    [
      'a gift card',
      { title: '购物卡余额查询', text: ['可在指定商户POS机上刷卡消费。'], fields: [field('卡号'), field('查询密码', 'password')] },
    ],
    ['a pier', { title: '商家码头游船预订', button: ['立即预约'], fields: person }],
    ['a canteen', { title: '员工餐厅刷脸支付登记', button: ['提交'], fields: person }],
    ['another trade of taps', { title: '门店碰一碰发视频系统代理', button: ['申请代理'], fields: [field('手机号', 'tel')] }],
    ['a grocer', { title: '社区超市', text: ['新店开业，免费拿鸡蛋，店内支持POS机刷卡。'], fields: [field('手机号', 'tel')] }],
  ])('none: %s', (_, page) => {
    expect(verdictOn(aPage(page)).level).toBe('none');
  });

  test('a tie to a regulator is no claim to be one', () => {
    const agent = { title: 'POS机办理', button: ['立即申请'], fields: documents };
    for (const footer of [
      '合作支付机构由中国人民银行授权',
      '中国支付清算协会会员单位 客服 400-000-0000',
      '本行政区域内使用中国工商银行POS机的商户可申请',
    ])
      expect(verdictOn(aPage({ ...agent, footer: [footer] })).level, footer).toBe('caution');
  });

  test('what a seller declines beside his offer takes nothing from it', () => {
    const text = ['不办理信用卡，只免费办POS机，刷卡机免费领取，个人可办。'];
    expect(verdictOn(aPage({ title: 'POS机', text, fields: [field('手机号', 'tel')] })).level).toBe('caution');
  });

  test('page numbers and a hotline are no keys to type on', () => {
    const text = ['银行卡号填错怎么办', '身份证过期了', '1 2 3 4 5 6 7 8 9 10 下一页', '热线 400-123456789'];
    expect(verdictOn(aPage({ title: 'POS机办理中心 常见问题', heading: ['POS机办理'], text })).level).not.toBe('danger');
  });

  test('a code that the phone receives is no card secret in other words either', () => {
    const fields = [field('手机号', 'tel'), field('请填短信里的数字'), field('登录口令', 'password')];
    expect(verdictOn(aPage({ title: 'POS机免费办理', button: ['立即申请'], fields })).level).toBe('caution');
  });

  test('what a form offers to choose is not what the page is about', () => {
    const choices = ['保险', '房产', '学生'].map((label) => field(label, 'choice'));
    const offer = { title: '城市合伙人 | POS机代理招募', text: ['面向全国招募POS机代理，高分润，零囤货。'] };
    expect(verdictOn(aPage({ ...offer, fields: [field('手机号', 'tel'), ...choices] })).level).toBe('caution');
  });

  test('a contact that lures belongs to the page’s wares, one that does not is a reader’s', () => {
    const text = [
      '一年多了，手续费没动过。',
      '我不卖机器，我就是个卖螺丝的。',
      '五金店的日常，每周三更新，往期文章在菜单里，阅读、点赞、在看。',
    ];
    const follow = (near: string) =>
      aPage({ title: '我把三台刷卡机都扔了', text: [...text, near], images: [{ kind: 'qr', text: near, near }] });
    expect(verdictOn(follow('长按识别，加小叶（备注介绍，免押金）')).level).toBe('caution');
    expect(verdictOn(follow('长按识别，关注我们')).level).toBe('none');
  });

  test.each(['请打出机主姓名和身份证号', '也可以一次性发：身份证号 + 银行卡号', '请再发一下收钱的银行卡号'])(
    'a chat asks in its own way: %s',
    (message) => {
      const chat = aPage({
        title: '在线客服 · 拉卡拉POS机押金退还',
        heading: ['拉卡拉押金退还专席'],
        text: ['我是拉卡拉总部的退费专员，您的POS机押金可以退。', message],
        button: ['图发送'],
        fields: [field('在这里回复', 'editable')],
      });
      expect(verdictOn(chat).level).toBe('danger');
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

  test('none: a paragraph over a field is not the field’s name', () => {
    const text =
      '高血压的老街坊备案一次管三年，窗口新装了刷卡机，社保卡、银行卡、手机都行，忘带卡也能看病，不会打字的请儿女代填，或到一楼找小汪护士帮忙填好，周六上午也有人值班，化验单和出院小结一起带来，审好了发短信。';
    const first = { ...field('病人姓名'), labels: [{ route: 'sibling' as const, text }] };
    const fields = [first, field('身份证号'), field('社会保障卡背面的银行卡号（报销款打到这里）')];
    expect(verdictOn(aPage({ title: '门诊备案', text: [text], fields })).level).toBe('none');
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

describe('words that other trades share', () => {
  const contact = [field('姓名'), field('手机号', 'tel')];
  const loan = [field('借款人身份证号'), field('银行卡号')];

  test.each([
    ['食堂刷卡机_消费机厂家', '食堂刷卡机', '获取方案', contact],
    ['车贷进件系统', '客户进件', '提交进件', loan],
    ['农机具购置补贴申请', '机具核验', '提交申请', documents],
    ['57x40热敏纸 POS机打印纸 厂家批发', 'POS机打印纸', '立即询价', contact],
    ['POS机皮套 通用保护套', 'POS机保护套', '立即购买', []],
    ['银行卡收单业务从业人员培训报名', '收单业务培训班', '报名', documents],
    ['餐厅POS系统推荐', 'POS系统 扫码点餐', '免费试用', contact],
  ])('none: %s', (title, heading, button, fields) => {
    expect(verdictOn(aPage({ title, heading: [heading], button: [button], fields })).level).toBe('none');
  });

  test('none: a comment box that tells people not to fill in card numbers', () => {
    const text = ['被告人先后申领三台POS机套现，法院判决其犯非法经营罪。', '来源：法院', '公安机关提示'];
    const fields = [field('联系电话', 'tel'), field('请简要描述，勿填写身份证号、银行卡号', 'textarea')];
    expect(verdictOn(aPage({ title: 'POS机套现案例 - 律师解读', text, fields })).level).toBe('none');
  });
});

describe('ways of inviting', () => {
  test.each([
    ['a shop that sells card readers', aPage({ title: 'MPOS蓝牙刷卡器 0.38费率', button: ['立即购买', '加入购物车'] })],
    [
      'an advertisement in a page about something else',
      aPage({ title: '旅游攻略', text: ['三亚很美。'.repeat(30), 'POS机办理请加微信pos5188，个人可办，免费包邮到家'] }),
    ],
    ['nothing but the wares and a contact', aPage({ title: '郑州POS机', text: ['当天拿机', '电话微信同号：15838001234'] })],
    [
      'terminals in the plural',
      aPage({ title: 'Order POS terminals without a business license', button: ['Get my terminal'], text: ['WhatsApp +86 138 0013 8000'] }),
    ],
    ['a boast of being the real one', aPage({ title: '拉卡拉POS机官网办理-谨防假冒', text: ['添加官方微信 lkl99881 办理POS机'] })],
  ])('caution: %s', (_, page) => {
    expect(verdictOn(page).level).toBe('caution');
  });

  test('danger: the institution’s name alone over a form for documents, and nobody else named', () => {
    expect(verdictOn(aPage({ title: '合利宝商户自助开通', fields: documents })).level).toBe('danger');
  });

  test('caution: the same name over the form of an agent who says who he is', () => {
    expect(verdictOn(aPage({ title: '合利宝POS机办理 - 云杉收银', button: ['申请POS机'], fields: documents })).level).toBe('caution');
  });

  test('danger: 有效期 and 后三位 right after a card number are the card’s', () => {
    const fields = [field('信用卡卡号'), field('有效期'), field('后三位')];
    const verdict = verdictOn(aPage({ title: 'POS机激活', heading: ['新机激活'], button: ['激活POS机'], fields }));
    expect(verdict).toMatchObject({ level: 'danger', asks: ['bankCard', 'cardCvv', 'cardExpiry'] });
  });

  test('有效期 beside an identity card is not a card’s', () => {
    const fields = [field('身份证号'), field('有效期')];
    const verdict = verdictOn(aPage({ title: 'POS机办理', button: ['申请POS机'], fields }));
    expect(verdict).toMatchObject({ level: 'caution', asks: ['idNumber'] });
  });
});

describe('what a document said before', () => {
  const site = siteOf(unlisted);
  if (!site) throw new Error('the test’s own host has no site');
  const facts = (page: PageSnapshot) => readFacts(page, { site, url: unlisted }, knowledge).facts;
  const first = facts(aPage(signup));
  const second = facts(aPage({ title: '填写资料', fields: documents }));

  test('danger: the institution is named in the first step, the documents are asked for in the second', () => {
    expect(judge({ site, page: second }, knowledge).level).toBe('none');
    expect(judge({ site, page: addToEarlier(first, second) }, knowledge).level).toBe('danger');
  });

  test('reading the same page again adds nothing', () => {
    expect(addToEarlier(first, first).context).toEqual(first.context);
  });
});

describe('how a page is worded', () => {
  const contact = [field('您的电话', 'tel')];
  const offer = [
    '老板们看过来，这台小铁盒刷信用卡万六起，扫一下千三，当天到账不拖，押金一分不要，邮费我们付，坏了换新。',
    '没有执照也能开，本人拿证件就行，半小时开好，终身不涨。想要的留个电话，我们的人上门教您用。',
    '储蓄卡、信用卡、手机碰一下都收，流量费全免，小票打自己店名，月底不封顶。',
    '名额不多，先到先得，激活后返现，介绍朋友来的另送一台。',
  ];

  test('makes an offer whose wares have no name a caution where it takes a contact', () => {
    expect(verdictOn(aPage({ title: '街坊都在用的小铁盒', text: offer, fields: contact })).level).toBe('caution');
  });

  test('makes a form for documents a caution where the page is too short to say much', () => {
    const text = [
      '一条街三十家店，二十家没有那台机器。',
      '你推门进去放一台，往后十年店家每收一万，你分三块。',
      '刷卡的、扫码的、碰一碰的都有。',
    ];
    const fields = [field('身份证号'), field('分润打哪张卡（卡号）')];
    expect(verdictOn(aPage({ title: '带徒弟，一起扫街', text, fields })).level).toBe('caution');
    const club = ['一条街三十家店，二十家挂了灯笼。', '你推门进去猜一个谜，猜中的每人三块糖。', '圆的、方的、八角的都有。'];
    expect(
      verdictOn(aPage({ title: '元宵灯会，一起逛街', text: club, fields: [field('身份证号'), field('奖金打哪张卡（卡号）')] })).level,
    ).toBe('none');
  });

  test('is given with the words that gave it away', () => {
    const { evidence } = verdictOn(aPage({ title: '街坊都在用的小铁盒', text: offer, fields: contact })) as {
      evidence: { signal: string; found: unknown[] }[];
    };
    const offers = evidence.find(({ signal }) => signal === 'offersTerminal');
    expect(JSON.stringify(offers?.found)).toMatch(/铁盒|执照|信用卡/);
  });

  test('does not outweigh a trade of its own, nor a page that asks for nothing', () => {
    expect(
      verdictOn(
        aPage({ title: '小铁盒保温饭盒 官方旗舰店', text: ['双层加厚，冷热两用。', '下单三天内发货，坏了换新。'], fields: contact }),
      ).level,
    ).toBe('none');
    expect(verdictOn(aPage({ title: '街坊都在用的小铁盒', text: ['这台小铁盒刷信用卡万六起。'] })).level).toBe('none');
  });

  test('a recruiter of sellers is one in a job advertisement too, an employer is not', () => {
    const duties = [
      '岗位：支付地推团长，招聘 30 人。',
      '台返 160 元，结算底价万 52，管道收益终身，带盘转投都欢迎，电签和收款码铺给商户。',
      '货我们压，样机免费领，刷满五千激活，分润日结，城市合伙人招募中，想做的留电话微信同号。',
    ];
    expect(verdictOn(aPage({ title: '高薪急招地推团长 招聘网', text: duties, fields: contact })).level).toBe('caution');
    const desk = ['岗位：收单产品经理，招聘 2 人。', '负责收款码与 POS 机产品规划，五险一金，双休，学历要求本科，简历投递。'];
    expect(verdictOn(aPage({ title: '产品经理 招聘 职位详情', text: desk, fields: contact })).level).toBe('none');
  });
});

describe('what is asked for as everybody asks for it', () => {
  test('an invoice needs number and bank of a company, a signup for terminals is no invoice', () => {
    const invoice = [field('统一社会信用代码 / 税号'), field('开户行及账号（专票）')];
    const signupForm = [field('统一社会信用代码'), field('开户行')];
    const kinds = (fields: FieldSnapshot[]) => {
      const site = siteOf(unlisted);
      if (!site) throw new Error('no site');
      return readFacts(aPage({ fields }), { site, url: unlisted }, knowledge).facts.asks.map(({ kind }) => kind);
    };
    expect(kinds(invoice)).toEqual([]);
    expect(kinds(signupForm)).toEqual(['licenceNumber', 'settlementAccount']);
  });

  test('the changing code of an office’s login is no secret of a card', () => {
    const login = [field('手机号/工号'), field('登录密码', 'password'), field('动态口令')];
    expect(verdictOn(aPage({ title: '登录 - 合伙人管理系统', text: ['终端库存 · 商户交易 · 分润结算'], fields: login })).level).not.toBe(
      'danger',
    );
  });
});

describe('numbers and accounts that only people can read', () => {
  const invites = { title: 'POS机办理', heading: ['刷卡机免费领'] };
  test.each([
    '要的打 1 5 9 - 0 0 7 2 - 3 8 1 6 办理',
    '电话：壹柒叁-0749-5520',
    '打我电话：一九八 二八〇〇 六一三三',
    '加我薇:biao 5 2 zhifu（去掉空格）',
    'laolu_tiehezi 点一下就复制',
  ])('%s', (text) => {
    const site = siteOf(unlisted);
    if (!site) throw new Error('no site');
    expect(readFacts(aPage({ ...invites, text: [text] }), { site, url: unlisted }, knowledge).facts.leads).not.toEqual([]);
  });
});

describe('documents asked for by other means than labelled fields', () => {
  const factsOf = (snapshot: PageSnapshot) => {
    const site = siteOf(unlisted);
    if (!site) throw new Error('no site');
    return readFacts(snapshot, { site, url: unlisted }, knowledge).facts;
  };
  const kindsOf = (snapshot: PageSnapshot) => [...new Set(factsOf(snapshot).asks.map(({ kind }) => kind))];

  test('buttons that name three documents are tiles to hand them over, a menu that names one is not', () => {
    expect(kindsOf(aPage({ button: ['身份证 有头像那面', '收款的银行卡', '营业执照', '拍好了'] }))).toEqual(
      expect.arrayContaining(['idPhotoFront', 'bankCard', 'licenceNumber']),
    );
    expect(kindsOf(aPage({ button: ['身份证办理指南', '护照', '户口'] }))).toEqual([]);
  });

  test('short lines are tiles where pictures are called for, and a list elsewhere', () => {
    const lines = [
      '您好，欢迎。',
      '两分钟办好。',
      '随时可停。',
      '资料只用一次。',
      '填完就好。',
      '身份证人像面',
      '收款的银行卡',
      '营业执照',
    ];
    expect(kindsOf(aPage({ text: [...lines, '请拍三张照片，点击上传。'] }))).toEqual(expect.arrayContaining(['idPhotoFront', 'bankCard']));
    expect(kindsOf(aPage({ text: [...lines, '来柜台办理，请带上这些。'] }))).toEqual([]);
  });

  test('a chat that says how to photograph asks, advice not to does not', () => {
    const saying = (text: string) => aPage({ text: [text], button: ['发送'], fields: [field('发消息', 'textarea')] });
    expect(kindsOf(saying('把您的身份证正面、反面各拍一张发过来，不要打码。'))).toContain('idPhotoFront');
    expect(kindsOf(saying('把收款的银行卡号直接打在对话框里，请勿离开本窗口。'))).toContain('bankCard');
    expect(kindsOf(saying('不要把身份证正面、反面拍照发过来。'))).toEqual([]);
  });

  test('a name and its office in two headlines are one, a name over a paragraph is not', () => {
    const page = (below: Partial<PageSnapshot> & { heading?: string[]; text?: string[] }) =>
      aPage({ title: 'POS机设备激活', fields: documents, footer: ['© 2026 云杉商贸有限公司 版权所有'], ...below });
    expect(verdictOn(page({ heading: ['中国邮政储蓄银行', '商户服务部'] })).level).toBe('danger');
    expect(verdictOn(page({ heading: ['中国邮政储蓄银行'], text: ['商户服务部在二楼，请敲门。'] })).level).toBe('caution');
  });

  test('a camera without a label wants what the words around it say', () => {
    const camera: FieldSnapshot = { control: 'camera', labels: [{ route: 'sibling', text: '点下面按钮打开摄像头' }], visible: true };
    const text = ['请拍身份证有照片的一面，放进框里。'];
    expect(kindsOf(aPage({ text, fields: [camera] }))).toContain('idPhotoFront');
    expect(kindsOf(aPage({ text }))).toEqual([]);
  });

  test('a code that the bank sends is the bank’s beside a card number, the site’s own code is not', () => {
    const card = field('收款卡号');
    expect(kindsOf(aPage({ fields: [card, field('发卡银行向您的手机下发了一条动态密码（显示为支付属正常），请填数字')] }))).toContain(
      'bankSmsCode',
    );
    expect(kindsOf(aPage({ fields: [card, field('短信验证码')] }))).not.toContain('bankSmsCode');
  });

  test('three digits beside the signature are the card’s, however they are called', () => {
    expect(kindsOf(aPage({ fields: [field('卡面长号'), field('签名条右侧的三个数字')] }))).toContain('cardCvv');
  });

  test('a card’s secrets in everybody’s words are told by the number before them', () => {
    const words = ['正面十六个凸字', '凸字底下、写着“月／年”的四个小字', '翻到背面，白条子末尾那仨数', '开卡行刚发来的短信里那六个数'];
    const kinds = kindsOf(aPage({ fields: words.map((text) => field(text)) }));
    expect(kinds).toEqual(expect.arrayContaining(['bankCard', 'cardExpiry', 'cardCvv', 'bankSmsCode']));
    expect(kindsOf(aPage({ fields: words.slice(1).map((text) => field(text)) }))).not.toContain('cardCvv');
    expect(kindsOf(aPage({ fields: ['卡面那一長串', '你去櫃員機撳嗰六粒'].map((text) => field(text)) }))).toEqual(
      expect.arrayContaining(['bankCard', 'cardPin']),
    );
  });

  test('a box to type in makes a chat without a button that sends', () => {
    const said = '身份证有照片那面拍给我，一张张发来就行。';
    const box = (label: string) => field(label, 'editable');
    expect(kindsOf(aPage({ text: [said], fields: [box('在这里打字')] }))).toContain('idPhotoFront');
    for (const label of ['标题', '说点什么', '输入回复']) expect(kindsOf(aPage({ text: [said], fields: [box(label)] })), label).toEqual([]);
  });

  test('an account that is copied by hand is a way to get in touch', () => {
    const leadsIn = (button: string) => factsOf(aPage({ button: [button] })).leads.map(({ kind }) => kind);
    expect(leadsIn('抄下小段的号')).toEqual(['copy']);
    expect(leadsIn('抄下这道菜谱')).toEqual([]);
  });

  test('keys drawn on the page may be pointed at before they are asked for', () => {
    expect(kindsOf(aPage({ text: ['请用下方键盘输入这张卡的六位取款密码'] }))).toContain('cardPin');
  });

  test('who says 我行 under a bank’s picture speaks as that bank; the picture alone says nothing', () => {
    const images = [{ kind: 'other' as const, text: '中国建设银行', near: '' }];
    const page = (text: string) => ({
      ...aPage({ title: 'POS机自助激活', text: [text], fields: documents, images }),
      blocks: [
        { role: 'image' as const, text: '中国建设银行' },
        { role: 'text' as const, text },
      ],
    });
    expect(verdictOn(page('我行寄给您的POS机已签收，请在这里完成激活。')).level).toBe('danger');
    expect(verdictOn(page('寄给您的POS机已签收，请在这里完成激活。')).level).toBe('caution');
  });

  test('who signs as an office of the association or of the central bank speaks as it', () => {
    const by = (signed: string) =>
      aPage({ title: '受理终端信息核对', heading: [signed], text: ['请商户填报POS机信息。'], fields: documents });
    expect(verdictOn(by('中国支付清算协会终端注册办公室')).level).toBe('danger');
    expect(verdictOn(by('中国人民银行支付结算处 指导主办')).level).toBe('danger');
    expect(verdictOn(by('本店终端登记')).level).toBe('caution');
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
