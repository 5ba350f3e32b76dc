import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lab/built-extension.ts';
import { readCorpus } from '../lab/corpus.ts';

/** A page by its name and markup. */
export type BenchPage = readonly [name: string, html: string];

const repeat = (times: number, write: (index: number) => string) => Array.from({ length: times }, (_, index) => write(index)).join('');
const STYLE = '<style>.row{display:flex;margin:8px}.row label{width:120px}.must::before{content:"*";color:red}.left{float:left}</style>';
const SHELL = `<nav>${repeat(12, (index) => `<a href="/n${index}">导航${index}</a>`)}</nav><h1>商户入驻申请</h1>`;
const FORM_ROW = (index: number) =>
  `<div class="row"><label class="must" for="f${index}">字段名称${index}</label><div class="box"><input id="f${index}" name="n${index}" placeholder="请输入"><span class="tip">提示<b>文字</b></span></div></div>`;
const LINE = (index: number) =>
  `<div class="line l${index % 50}"><span class="lead">第${index}行文字</span> 说明 <a href="/x">链接</a><b>好</b></div>`;

/** Pages that are large or odd, each measured many times. */
export const largePages: readonly BenchPage[] = [
  ['form of 12', STYLE + SHELL + repeat(12, FORM_ROW)],
  ['form of 60', STYLE + SHELL + repeat(60, FORM_ROW)],
  ['1,000 decoys', repeat(1_000, (index) => `<div><span>备注${index}</span><input name="a${index}"></div>`)],
  ['1,000 bare controls', '<div><input></div>'.repeat(1_000)],
  ['10,000 nodes', STYLE + SHELL + repeat(1_100, LINE)],
  ['50,000 nodes', STYLE + SHELL + repeat(5_500, LINE)],
  ['5 MB of text', `${repeat(2_500, (index) => `<p>${`无关文字内容段落${index}`.repeat(70)}</p>`)}<h2>标题</h2><input>`],
];

/** Every page of the corpora but those that are large on purpose. */
export function corpusPages(): BenchPage[] {
  return ['signup', 'second', 'harmless'].flatMap((name) => {
    const folder = path.join(projectRoot, 'test/corpus', name);
    return readCorpus(folder).flatMap(({ id, html, encoding }): BenchPage[] => {
      const bytes = readFileSync(path.join(folder, html));
      return bytes.length > 300_000 ? [] : [[id, new TextDecoder(encoding ?? 'utf-8').decode(bytes)]];
    });
  });
}

const TRADES = {
  signup: ['姓名', '手机号码', '短信验证码', '登录密码', '确认密码', '邮箱', '公司名称', '所在地区', '详细地址', '推荐人'],
  checkout: ['收货人', '联系电话', '省份', '城市', '街道地址', '邮政编码', '发票抬头', '税号', '优惠码', '备注'],
  job: ['姓名', '出生年月', '最高学历', '毕业院校', '专业', '工作年限', '期望薪资', '求职意向', '自我评价', '家庭住址'],
  hotel: ['入住人', '证件类型', '证件号码', '到店时间', '房型', '间数', '联系方式', '特殊要求', '会员卡号', '同住人'],
  school: ['学生姓名', '性别', '身份证件', '户籍地址', '监护人', '监护人电话', '原就读学校', '班级', '住宿意向', '过敏史'],
} as const;
const CONTROLS = [
  (id: string, label: string) => `<input id="${id}" name="${id}" placeholder="请输入${label}">`,
  (id: string) => `<input id="${id}" type="tel" maxlength="18">`,
  (id: string) => `<select id="${id}"><option>请选择</option>${repeat(12, (index) => `<option>选项${index}</option>`)}</select>`,
  (id: string) => `<textarea id="${id}" rows="3"></textarea>`,
  (id: string) => repeat(3, (index) => `<label><input type="radio" name="${id}" value="${index}">第${index}项</label>`),
  (id: string) => `<input id="${id}" type="file" accept="image/*">`,
];
const ROWS = [
  (id: string, label: string, control: string) => `<div class="form-group"><label for="${id}">${label}</label>${control}</div>`,
  (_: string, label: string, control: string) =>
    `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><div class="el-input">${control}<span class="el-input__suffix"><i class="icon"></i></span></div><div class="el-form-item__error"></div></div></div>`,
  (_: string, label: string, control: string) => `<tr><td class="t">${label}：</td><td>${control}<em class="tip">必填</em></td></tr>`,
  (_: string, label: string, control: string) => `<p><span>${label}</span><br>${control}</p>`,
];

/** Sixty forms as shops, schools and employers have them, of 6 to 65 rows, with the header, sidebar, article and footer around them. */
export function madeForms(): BenchPage[] {
  return Array.from({ length: 60 }, (_, number): BenchPage => {
    const trades = Object.entries(TRADES);
    const [trade, labels] = trades[number % trades.length] as (typeof trades)[number];
    const row = ROWS[number % ROWS.length] as (typeof ROWS)[number];
    const rows = repeat(6 + number, (index) => {
      const id = `${trade}-${index}`;
      const label = `${labels[index % labels.length]}${index >= labels.length ? index : ''}`;
      return row(id, label, (CONTROLS[(index + number) % CONTROLS.length] as (typeof CONTROLS)[number])(id, label));
    });
    const body = number % ROWS.length === 2 ? `<table>${rows}</table>` : rows;
    return [
      `${trade} ${number}`,
      `${STYLE}<header><div class="logo"><img src="/logo.png" alt="网站名称"></div><nav><ul>${repeat(10, (index) => `<li class="item"><a href="/c${index}">栏目${index}</a></li>`)}</ul></nav></header>
      <aside>${repeat(20, (index) => `<div class="card"><a href="/p${index}"><img src="/p${index}.jpg"><h4>推荐标题${index}</h4><span class="price">¥${index}</span></a></div>`)}</aside>
      <main><h1>${trade}</h1><form action="/send" method="post">${body}<button>提交</button></form>
      <article>${repeat(12, (index) => `<p>说明文字第${index}段，${'请如实填写，我们会尽快与您联系。'.repeat(4)}</p>`)}</article></main>
      <footer>${repeat(16, (index) => `<a href="/f${index}">底部链接${index}</a> | `)}<p>版权所有 ICP备 00000000 号</p></footer>`,
    ];
  });
}

const FORMS = 563;
const MEDIAN = 51;
const LARGEST = 7_124;

/**
 * As many forms as the yardstick that the budgets were set by, 563 saved sign-in, checkout and account pages, and as large: half of them
 * have at most 51 elements, the largest 7,124, and the logarithms of their sizes spread evenly around the middle. What the elements are is
 * after 45 of those pages, drawn by name and counted: see `makeUp`.
 */
export function yardstickForms(): BenchPage[] {
  const spread = Math.log(LARGEST / MEDIAN) / quantile((FORMS - 0.5) / FORMS);
  return Array.from({ length: FORMS }, (_, number): BenchPage => {
    const size = Math.round(MEDIAN * Math.exp(spread * quantile((number + 0.5) / FORMS)));
    return [`${number} of ${size}`, formOf(number, size)];
  });
}

/** How many standard deviations of a normal distribution lie below a share of it, by halving. */
function quantile(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of a normal distribution below a number of standard deviations, by summing its curve. */
function below(deviations: number): number {
  let sum = 0;
  for (let at = -8; at < deviations; at += 0.01) sum += Math.exp((-at * at) / 2) * 0.01;
  return sum / Math.sqrt(2 * Math.PI);
}

/**
 * What a page of so many elements has, as counted: 4 controls where there are 51 elements, 13 of 300, 23 of 650, 60 of 2,300, by a power near enough; half as many
 * hidden ones; from 180 elements on three pages of five have options, 57 to 324 of them, and every fourth has drawings.
 */
function makeUp(number: number, size: number) {
  const controls = Math.max(1, Math.round(4 * (size / MEDIAN) ** 0.7));
  const options = size >= 180 && number % 5 < 3 ? Math.min(324, Math.round(size * 0.45)) : 0;
  return { controls, options, hidden: Math.round(controls / 2), drawn: number % 4 === 0 ? Math.round(size / 20) : 0 };
}

/** A form with a page around it, of about as many elements as asked. */
function formOf(number: number, size: number): string {
  const { controls, options, hidden, drawn } = makeUp(number, size);
  const labels = Object.values(TRADES)[number % 5] as readonly string[];
  const row = ROWS[number % ROWS.length] as (typeof ROWS)[number];
  const rows = repeat(controls, (index) => {
    const id = `n${number}-${index}`;
    const label = labels[index % labels.length] as string;
    if (options > 0 && index < 2)
      return row(id, label, `<select id="${id}">${repeat(options / 2, (at) => `<option>选项${at}</option>`)}</select>`);
    if (index % 7 === 6) return `<label><input type="checkbox" name="${id}">我同意第${index}项</label>`;
    return row(id, label, (CONTROLS[(index * 5 + number) % 2] as (typeof CONTROLS)[number])(id, label));
  });
  const form =
    repeat(hidden, (index) => `<input type="hidden" name="h${index}">`) + rows + `<svg>${repeat(drawn, () => '<path d="M0 0h8"/>')}</svg>`;
  const elements = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;
  const left = size - 8 - elements(form);
  let rest = '';
  for (let index = 0, made = 0; made < left; index++, made += 2)
    rest += index % 3 === 0 ? `<p>说明第${index}段，<b>请留意</b></p>` : `<div class="link"><a href="/l${index}">栏目${index}</a></div>`;
  return `${STYLE}<header><a href="/">首页</a></header><form action="/send">${form}<button>提交</button></form><footer>${rest}</footer>`;
}
