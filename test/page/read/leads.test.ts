import { describe, expect, it } from 'vitest';
import { readBody } from './page-of.ts';

const read = (html: string) => readBody(html).snapshot;

describe('what leads a visitor elsewhere', () => {
  it('is a link to another host, with its words and the words around it, without query', () => {
    const { links } = read(
      '<p>拉卡拉官网申请入口:<a href="https://pay.example.com/apply?agent=7#top">点击进入</a></p><input><a href="/inside"></a>',
    );
    expect(links).toEqual([{ text: '点击进入', href: 'https://pay.example.com/apply', near: '拉卡拉官网申请入口:点击进入' }]);
  });

  it('is found however its address is written', () => {
    const html = [
      '//a.example/x',
      'https:/b.example',
      '/\t/c.example',
      ' ht\ntps://d.example',
      '\\\\\\\\e.example',
      '/inside',
      'page.html',
      '#top',
    ];
    const { links } = read(html.map((href) => `<a href="${href}">外</a>`).join(' '));
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(['a.example', 'b.example', 'c.example', 'd.example', 'e.example']);
  });

  it('is an address in a script on a button', () => {
    expect(read(`<div onclick="location.href='https://invented.example/a?b'">办理</div>`).links[0]?.href).toBe(
      'https://invented.example/a',
    );
  });

  it('is a telephone, message or messenger link', () => {
    const { leads } = read(
      '<p>咨询电话 <a href="tel:000">拨打</a></p><a href="sms:000">短信</a><a href="weixin://dl">微信</a><a href="mqqwpa://im">QQ</a>',
    );
    expect(leads.map(({ kind }) => kind)).toEqual(['tel', 'sms', 'weixin', 'qq']);
  });

  it('is a widget that copies a WeChat number', () => {
    expect(read('<p>微信号</p><span data-clipboard-text="wx">点我</span>').leads[0]).toMatchObject({ kind: 'copy' });
    expect(read('<p>加微信 <button>复制</button></p>').leads.map(({ kind }) => kind)).toEqual(['copy']);
    expect(read('<div style="display:none">微信复制成功</div>').leads).toEqual([{ kind: 'copy', near: '微信复制成功' }]);
    expect(read('<pre>npm i</pre><button>复制</button><div class="copyright">©</div>').leads).toEqual([]);
  });

  it('is a QR code, which is not a banner', () => {
    const { images } = read(
      '<p>扫码添加经理</p><img src="/img/weixin.jpg" width="200" height="200"><img class="wx-banner" src="/b.jpg" width="900" height="100"><div class="qrcode"><canvas></canvas></div>',
    );
    expect(images.map(({ kind, text }) => [kind, text])).toEqual([
      ['qr', 'weixin'],
      ['other', 'b'],
      ['qr', ''],
    ]);
    expect(images[0]?.near).toContain('扫码添加经理');
  });

  it('is where a form sends, without query', () => {
    expect(
      read('<form action="https://collect.example/in.php?x=1" method="post"></form><form action="javascript:go()"></form>').forms,
    ).toEqual([{ action: 'https://collect.example/in.php' }, { action: '' }]);
  });
});
