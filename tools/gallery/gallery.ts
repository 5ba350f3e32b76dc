import { readFileSync } from 'node:fs';
import type { Level } from '../../src/core/verdict.ts';
import type { Site } from '../lab/sites.ts';
import { type BlogLook, layOutArticle } from './blog.ts';

/** One page of the gallery: where it stands, what it is and what the guard is to say of it. */
export interface GalleryPage {
  name: string;
  url: string;
  what: string;
  expect: Level[];
  html: string;
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const page = (name: string): string => read(`pages/${name}.html`);

const look: BlogLook = {
  site: 'POS机办理网',
  nav: ['首页', 'pos机办理', '拉卡拉pos机', '银联pos机', '办理流程', '联系我们'],
  accent: '#1f6fb2',
  wechat: 'banji-demo-001',
  phone: '138-0000-0000',
  pictures: ['拉卡拉电签POS机', '银联大POS'],
  related: ['拉卡拉POS机如何办理', '银联个人pos机免费申请', '盛付通POS机办理'],
};

const applicationForm = `<form method="post" action="/apply"><h2>拉卡拉POS机在线申请</h2>
<label>姓名 <input name="xm"></label><label>手机号 <input name="sj" type="tel"></label>
<label>身份证号码 <input name="sfz" maxlength="18"></label><label>身份证正反面照片 <input name="sfzpic" type="file" accept="image/*" multiple></label>
<label>结算银行卡号 <input name="yhk"></label><p><button type="submit">提交申请</button></p></form>`;

const article = (seed: string, own: Partial<BlogLook> = {}): string => layOutArticle(read(`seeds/${seed}.txt`), { ...look, ...own });

/** The gallery: five agents' articles, fakes, one licensed site, harmless pages. Every host but lakala.com is invented. */
export const gallery: GalleryPage[] = [
  {
    name: 'article-lakala-risks',
    url: 'http://www.yiban-pos-demo.example/lakala/1024.html',
    what: 'An agent’s safety article about 拉卡拉, with offers and a WeChat number to copy',
    expect: ['caution', 'danger'],
    html: article('lakala-risks', { site: '易办POS机网' }),
  },
  {
    name: 'article-online-signup-warning',
    url: 'http://www.banji-one.example/news/77.html',
    what: 'A warning against fake sites that links to one',
    expect: ['caution', 'danger'],
    html: article('online-signup-warning', { accent: '#0b7a5c', site: '银联拉卡拉pos机申请' }),
  },
  {
    name: 'article-four-part-guide',
    url: 'https://www.banji-two.example/safe/12.html',
    what: 'A guide to signing up safely, on an agent’s site',
    expect: ['caution', 'danger'],
    html: article('four-part-guide', { accent: '#8a3ffc' }),
  },
  {
    name: 'article-is-it-safe',
    url: 'http://pos-daili-demo.example/a/2860.html',
    what: 'A wholesaler’s article on whether signing up is safe',
    expect: ['caution', 'danger'],
    html: article('is-it-safe', { accent: '#b5371f', site: 'pos机代理批发', welcome: '欢迎访问pos机代理批发' }),
  },
  {
    name: 'article-quick-pay',
    url: 'http://www.banji-three.example/2025/kuaishan.html',
    what: 'An article on tap-to-pay with a “personal POS 官网” in the middle',
    expect: ['caution', 'danger'],
    html: article('quick-pay', { site: 'POS机办理网' }),
  },
  {
    name: 'article-with-form',
    url: 'http://www.lakala-guanwang-demo.example/apply/77.html',
    what: 'The same warning article with an ID and bank-card form and a 拉卡拉官网 title',
    expect: ['danger'],
    html: article('online-signup-warning', { documentTitle: '拉卡拉官网 - POS机申请', site: '拉卡拉官网', after: applicationForm }),
  },
  {
    name: 'fake-signup',
    url: 'https://www.lakala-shenqing-demo.example/apply',
    what: 'A signup page that calls itself 拉卡拉官网',
    expect: ['danger'],
    html: page('signup'),
  },
  {
    name: 'fake-card-secrets',
    url: 'https://jihuo-demo.example/card',
    what: 'An “activation” that asks for CVV, PIN and SMS code',
    expect: ['danger'],
    html: page('card-secrets'),
  },
  {
    name: 'fake-frame',
    url: 'https://chinaums-ruwang-demo.example/',
    what: 'A signup whose form stands in a frame from another host',
    expect: ['danger'],
    html: page('frame-outer'),
  },
  {
    name: 'fake-late-wizard',
    url: 'https://shengpay-lingqu-demo.example/get',
    what: 'A form that a script builds later, with words that dodge filters',
    expect: ['danger'],
    html: page('late-wizard'),
  },
  {
    name: 'agent-leads',
    url: 'https://banjitong-demo.example/free',
    what: 'An agent who collects phone numbers for a call back',
    expect: ['caution'],
    html: page('leads'),
  },
  {
    name: 'licensed-signup',
    url: 'https://www.lakala.com/apply',
    what: 'The same signup form on lakala.com (served on this machine)',
    expect: ['licensed'],
    html: page('signup'),
  },
  {
    name: 'harmless-newspaper',
    url: 'https://news.jiangcheng-demo.example/2026/pos.html',
    what: 'A newspaper on POS fraud',
    expect: ['none'],
    html: page('newspaper'),
  },
  {
    name: 'harmless-shop',
    url: 'https://qinghe-tea-demo.example/checkout',
    what: 'A shop’s card checkout',
    expect: ['none'],
    html: page('shop-checkout'),
  },
  {
    name: 'harmless-hotel',
    url: 'https://linjiang-hotel-demo.example/checkin',
    what: 'A hotel’s ID form',
    expect: ['none'],
    html: page('hotel'),
  },
  {
    name: 'harmless-jobs',
    url: 'https://jiangcheng-jobs-demo.example/job/5',
    what: 'A job site with POS vacancies and an ID field',
    expect: ['none'],
    html: page('jobs'),
  },
  {
    name: 'harmless-tagging-course',
    url: 'https://language-lab-demo.example/pos-tagging',
    what: 'A course on part-of-speech (POS) tagging',
    expect: ['none'],
    html: page('tagging-course'),
  },
];

/** The page that lists all others. */
export const galleryIndex = 'http://gallery.pos-signup-guard.example/';

/** The gallery as sites for the laboratory's server. */
export function gallerySites(): Site[] {
  const thanks = {
    body: '<!doctype html><meta charset="utf-8"><title>…</title><p>This page belongs to the gallery and leads nowhere. / 示例页面到此为止。</p>',
  };
  return [
    { host: new URL(galleryIndex).host, pages: { '/': { body: indexPage() } } },
    { host: 'form.demo-collector.example', pages: { '/entry': { body: page('frame-inner') } } },
    ...gallery.map(({ url, html }) => ({ host: new URL(url).host, pages: { [new URL(url).pathname]: { body: html }, '*': thanks } })),
  ];
}

function indexPage(): string {
  const rows = gallery.map(
    ({ url, what, expect }) => `<tr><td>${expect.join(' / ')}</td><td><a href="${url}">${new URL(url).host}</a></td><td>${what}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Guard gallery</title>
<style>body{font:17px/1.6 system-ui,sans-serif;max-width:980px;margin:40px auto;padding:0 16px}td,th{text-align:left;padding:6px 14px 6px 0;border-bottom:1px solid #ddd}</style>
</head><body><h1>Gallery</h1><p>All pages are served on this machine under their own names. Open them and see what the guard says.</p>
<table><tr><th>expected</th><th>host</th><th>page</th></tr>${rows.join('')}</table></body></html>`;
}
