import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/page/read/read-page.ts';
import { attachRoot, readBody, shadowRootOf } from './page-of.ts';

const textsOf = (html: string) => readBody(html).snapshot.blocks.map(({ text }) => text);
const rolesOf = (html: string) => readBody(html).snapshot.blocks.map(({ role, text }) => `${role}: ${text}`);

describe('the text of a page', () => {
  it('joins a word that is split over inline elements', () => {
    expect(textsOf('<div>请上传身<b>份</b><span><i>证</i>正面</span></div><p>第二段</p>')).toEqual(['请上传身份证正面', '第二段']);
  });

  it('leaves out what is not shown and keeps a little of it as hidden', () => {
    expect(rolesOf('<p>身<i style="display:none">x</i>份<i style="font-size:0">y</i>证<i style="opacity:0">z</i></p>')).toContain(
      'text: 身份证',
    );
    expect(rolesOf('<div style="display:none">微信复制成功</div>')).toEqual(['hidden: 微信复制成功']);
  });

  it('keeps at most a little hidden text', () => {
    const hidden = readBody(`<div>${'<p hidden style="display:none">暗藏文字暗藏文字</p>'.repeat(1_500)}</div>`).snapshot.blocks;
    expect(hidden.map(({ text }) => text).join('').length).toBeLessThan(9_000);
  });

  it('tells headings, navigation, buttons, links, labels and the footer from plain text', () => {
    const html = `<nav><a href="/">首页</a></nav><h2>办理<a href="/x">POS机</a></h2><div class="page-title">大标题</div><p>正文</p><label>姓名</label>
      <p><a href="/y">了解更多</a></p><button>提交</button><input type="submit" value="立即申请"><div class="copyright">© 某公司</div><footer><a href="/z">备案</a></footer>`;
    expect(rolesOf(html)).toEqual([
      'nav: 首页',
      'heading: 办理POS机',
      'heading: 大标题',
      'text: 正文',
      'label: 姓名',
      'link: 了解更多',
      'button: 提交',
      'button: 立即申请',
      'footer: © 某公司',
      'footer: 备案',
    ]);
  });

  it('reads a name that is drawn in two pieces as one', () => {
    expect(rolesOf('<div><svg><circle></circle><text>通联</text><text>支付</text></svg></div><p>好</p>')).toEqual([
      'image: 通联支付',
      'text: 好',
    ]);
  });

  it('reads the description of images and the fallback of a canvas', () => {
    expect(rolesOf('<img alt="拉卡拉标志" src="a.png"><canvas>银行卡号</canvas>')).toEqual(['image: 拉卡拉标志', 'image: 银行卡号']);
  });

  it('drops the small print over ruby text', () => {
    expect(textsOf('<p><ruby>身<rp>(</rp><rt>shen</rt><rp>)</rp>份<rt>fen</rt></ruby>证</p>')).toEqual(['身份证']);
  });

  it('turns text round that is written from right to left', () => {
    expect(textsOf('<p><span style="unicode-bidi:bidi-override;direction:rtl">证份身</span>号码</p>')).toEqual(['身份证号码']);
    expect(textsOf('<p>\u202e证份身\u202c号码</p>')).toEqual(['身份证号码']);
  });

  it('puts the items of a flexible box in the order they are shown in', () => {
    const html =
      '<div style="display:flex"><span style="order:2">份</span><span style="order:3">证</span><span style="order:1">身</span></div>';
    expect(textsOf(html)).toEqual(['身份证']);
    expect(textsOf(html.replaceAll('span', 'div'))).toEqual(['身份证']);
  });

  it('joins boxes of one character that stand in a line', () => {
    expect(
      textsOf('<section><div style="float:left">营</div><div style="float:left">业</div><div style="float:left">执照</div></section>'),
    ).toEqual(['营业执照']);
    expect(textsOf('<ul><li>甲</li><li>乙</li></ul>')).toEqual(['甲', '乙']);
  });

  it('does not glue neighbouring links together', () => {
    expect(textsOf('<div><a href="/a">免费</a><a href="/b">办理</a></div>')).toEqual(['免费', '办理']);
  });

  it('looks into open and closed shadow roots and shows slotted text where the slot is', () => {
    const { snapshot, roots } = readBody('<x-a><b>槽内</b></x-a><div id="closed"></div>', () => {
      attachRoot(document.querySelector('x-a') as Element, 'open', '<p>之前</p><p><slot></slot></p><p>之后</p>');
      attachRoot(document.querySelector('#closed') as Element, 'closed', '<p>封闭</p>');
    });
    expect(snapshot.blocks.map(({ text }) => text)).toEqual(['之前', '槽内', '之后', '封闭']);
    expect(roots).toHaveLength(2);
  });

  it('keeps headings and text beside controls when a page is too long', () => {
    const filler = `<p>${'无关文字'.repeat(100)}</p>`.repeat(700);
    document.body.innerHTML = `${filler}<h2>标题在后</h2>${filler}<p>身份证号码</p><input>${filler}`;
    const { snapshot } = readPage(document, { shadowRootOf });
    const text = snapshot.blocks.map((block) => block.text).join('\n');
    expect(text.length).toBeLessThan(250_000);
    for (const kept of ['标题在后', '身份证号码']) expect(text).toContain(kept);
  });
});
