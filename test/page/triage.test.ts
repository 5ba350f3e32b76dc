import { afterEach, describe, expect, it } from 'vitest';
import { triage } from '../../src/page/triage.ts';

const WORDS = /POS机|刷卡机/;
const isWorthALook = (html: string) => {
  document.body.innerHTML = html;
  return triage(document, WORDS, (element) => element.shadowRoot);
};

afterEach(() => {
  document.title = '';
});

describe('triage', () => {
  it.each([
    ['text and a control', '<p>办理POS机</p><input>'],
    ['a word split over elements and an editable region', '<p>刷<b>卡</b>机</p><div contenteditable></div>'],
    ['a placeholder', '<input placeholder="想办POS机?留下电话">'],
    ['the label of a button and a file input', '<input type="button" value="申请POS机"><input type="file">'],
    ['an image and a frame', '<img alt="POS机"><iframe></iframe>'],
    ['a copy widget', '<p>POS机 加微信</p><b data-clipboard-text="x">复制</b>'],
    ['a QR code', '<p>POS机</p><img src="/img/erweima.png">'],
    ['a link with words of the trade', '<p><a href="https://invented.example/">POS机官网</a></p>'],
    ['a telephone link', '<h1>POS机</h1><a href="tel:0">拨打</a>'],
  ])('finds %s', (_what, html) => {
    expect(isWorthALook(html)).toBe(true);
  });

  it.each([
    ['a form without a word of the trade', '<p>注册</p><input placeholder="身份证号">'],
    ['words without a way to take data', '<p>POS机的历史</p><a href="/">首页</a>'],
    ['words in a script alone', '<script type="x">POS机</script><input>'],
    [
      'buttons and hidden inputs',
      '<p>POS机</p><input type="hidden"><input type="submit" value="搜"><button>好</button><i class="copyright">©</i>',
    ],
  ])('passes over %s', (_what, html) => {
    expect(isWorthALook(html)).toBe(false);
  });

  it('takes the trade in the title for enough', () => {
    document.title = 'POS机申请';
    expect(isWorthALook('<p>一段文字</p>')).toBe(true);
  });

  it('looks into shadow roots', () => {
    expect(isWorthALook('<p>POS机申请</p><x-form></x-form>')).toBe(false);
    document.querySelector('x-form')?.attachShadow({ mode: 'open' }).append(document.createElement('input'));
    expect(triage(document, WORDS, (element) => element.shadowRoot)).toBe(true);
  });
});
