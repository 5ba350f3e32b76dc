import type { Dice } from './dice.ts';
import { fill } from './filler.ts';

const clauses = [
  '本协议由您与本平台运营方共同订立，自您勾选同意之日起生效。',
  '您应当保证所提交的资料真实、完整、有效，因资料不实造成的后果由您自行承担。',
  '我们会按照合法、正当、必要的原则处理您的个人信息，并采取加密存储、分级授权等措施。',
  '为完成实名核验，我们可能把您的姓名和证件号码提交给有资质的核验机构，仅返回一致或者不一致的结果。',
  '涉及资金收付的，账户信息仅用于本次业务，不会用于营销。',
  '您可以随时查询、更正或者删除本人信息，也可以撤回授权，撤回不影响此前处理的效力。',
  '未满十四周岁的，应由监护人代为填写并同意。',
  '因不可抗力、通信线路故障、系统维护等原因导致服务中断的，我们将尽快恢复。',
  '任何一方违反约定给对方造成损失的，应当承担相应的赔偿责任。',
  '本协议的订立、履行和解释适用中华人民共和国法律，争议由被告住所地法院管辖。',
  '我们可能适时修订本协议，修订后将在首页公示七日。',
  '请勿把账号、密码、验证码告诉他人，工作人员不会向您索要。',
  '使用第三方登录时，我们只获取昵称和头像。',
  '日志信息保存不少于六个月，届满后删除或匿名化。',
  '如您对隐私保护有疑问，可通过页面底部的联系方式与我们的个人信息保护负责人取得联系。',
  '通知以站内信、短信或者电子邮件方式送达，发出即视为送达。',
];
const questions = [
  ['填错了怎么办？', '审核前可以在“我的申请”里撤回修改，审核后需联系工作人员退回。'],
  ['照片传不上去？', '请检查大小和格式，换个网络再试，或用电脑上传。'],
  ['多久有结果？', '一般三到五个工作日，节假日顺延。'],
  ['可以代办吗？', '可以，代办人需提供双方证件和委托书。'],
  ['收不到短信？', '查看是否被拦截，六十秒后可重新获取，每天最多五次。'],
  ['手机号换了怎么改？', '在“设置”里验证原号码后更换，原号码停用的须线下办理。'],
  ['需要带原件吗？', '线上办理不需要，领取时请带原件核对。'],
  ['信息会不会泄露？', '证件照片会加水印并加密保存，办结后定期清理。'],
  ['可以开发票吗？', '可以，付款后三十天内在订单页申请电子发票。'],
  ['周末有人上班吗？', '服务大厅周六上午开放，周日休息。'],
] as const;
const goods = [
  '龙须面 1千克',
  '无线鼠标',
  '竹纤维抽纸 24包',
  '不锈钢保温杯',
  '折叠晾衣架',
  '小号收纳箱',
  '护眼台灯',
  '纯棉毛巾',
  '电热水壶',
  '山核桃仁',
  '陶瓷饭碗 六只',
  '指纹门锁',
  '帆布双肩包',
  '儿童雨衣',
  '空气炸锅',
  '筷子十双',
  '车载支架',
  '荞麦枕',
  '蓝牙音箱',
  '登山杖',
  '洗衣液 3千克',
  '硅胶锅铲',
];
const areas = '城东 城西 老街 开发区 大学城 火车站 高铁新区 滨江 南湖 北苑'.split(' ');

function drawAgreement(dice: Dice): string {
  const text = dice.some(clauses, dice.int(9, clauses.length)).map((clause, i) => `<p>${i + 1}. ${clause}</p>`);
  return `<div class="agreement" style="max-height:220px;overflow:auto"><h4>${dice.pick(['用户服务协议', '隐私政策', '个人信息授权书', '服务须知'])}</h4>${text.join('')}</div>`;
}

function drawQuestions(dice: Dice): string {
  const items = dice.some(questions, dice.int(4, 8)).map(([ask, reply]) => `<dt>问：${ask}</dt><dd>答：${reply}</dd>`);
  return `<div class="faq"><h3>常见问题</h3><dl>${items.join('')}</dl></div>`;
}

function drawGoods(dice: Dice): string {
  const items = dice
    .some(goods, dice.int(10, 20))
    .map(
      (name) =>
        `<li><a href="/item/${dice.int(1e5, 9e5)}.html">${name}</a> <em>¥${dice.int(5, 499)}.${dice.int(0, 9)}0</em> <span>月销${dice.int(3, 900)}</span></li>`,
    );
  return `<div class="reco"><h3>${dice.pick(['猜你喜欢', '看了又看', '本店热卖'])}</h3><ul>${items.join('')}</ul></div>`;
}

const drawAreas = (dice: Dice) =>
  `<div class="areas"><h4>服务网点</h4>${dice
    .some(areas, dice.int(4, 9))
    .map(
      (area) =>
        `<p>${area}服务点　地址：${area}路${dice.int(1, 300)}号　电话：0000-0000${dice.int(100, 999)}　时间：8:30-17:${dice.pick(['00', '30'])}</p>`,
    )
    .join('')}</div>`;

/** What follows the main part on each kind of site, so that pages are as long as real ones. */
export function padMain(skin: string, dice: Dice): string {
  if (/^(mobile|weixin|uniapp|service|admin|backoffice)$/.test(skin))
    return dice
      .some([drawAgreement, drawQuestions, drawAreas], dice.int(1, 3))
      .map((draw) => draw(dice))
      .join('\n');
  if (/^(newspaper|portal)$/.test(skin)) return fill(`news ${dice.int(4, 9)}`, dice) + fill(`related ${dice.int(5, 12)}`, dice);
  if (/^(wechat|government)$/.test(skin)) return fill(`life ${dice.int(1, 3)}`, dice);
  if (/^(dede|wordpress)$/.test(skin))
    return fill(`${dice.pick(['life', 'news'])} ${dice.int(2, 5)}`, dice) + fill(`comments ${dice.int(2, 9)}`, dice);
  if (/^(answers|discuz)$/.test(skin)) return fill(`comments ${dice.int(5, 16)}`, dice);
  if (skin === 'shop') return drawGoods(dice) + fill(`comments ${dice.int(3, 10)}`, dice);
  if (skin === 'software') return fill(`retail ${dice.int(3, 6)}`, dice) + drawQuestions(dice);
  if (/^(oldtable|bank)$/.test(skin)) return drawAreas(dice) + (dice.next() < 0.5 ? drawQuestions(dice) : '');
  if (/^(english|readme)$/.test(skin)) return fill(`en ${dice.int(3, 7)}`, dice);
  if (skin === 'docs') return fill(`tech ${dice.int(3, 6)}`, dice);
  if (skin === 'hant') return fill(`hant ${dice.int(3, 6)}`, dice);
  return '';
}
