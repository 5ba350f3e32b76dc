import type { Reply, Site } from '../../../tools/lab/sites.ts';

const html = (title: string, body: string): Reply => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}`,
});

const form = `<form method="post" action="/submit"><h2>POS机在线申请</h2>
<label>姓名 <input name="xm"></label><label>身份证号码 <input id="id-number" name="sfz"></label>
<label>结算银行卡号 <input id="card" name="yhk"></label><button>提交申请</button></form>`;

/** A page that calls itself an institution's office and takes an ID number and a bank card number. */
export const fakeSignup = html('拉卡拉官网 - POS机办理中心', `<h1>拉卡拉POS机办理中心</h1><p>官方直签，免费领取。</p>${form}`);

/** The small invented web of the journeys. */
export const journeySites: Site[] = [
  {
    host: 'shoukuan-bangong.example',
    pages: {
      '/': fakeSignup,
      '/submit': html('已提交', '<p>ok</p>'),
      '/plain': html('装修日记', '<h1>我家的阳台</h1><p>今天种了薄荷。</p>'),
      '/spa': html('装修日记', '<h1 id="t">我家的阳台</h1><main></main>'),
      '/late': html('拉卡拉官网 - POS机办理中心', '<h1>拉卡拉POS机办理中心</h1><p>免费办理POS机，提交申请后包邮。</p><main></main>'),
      '/frame': html(
        '拉卡拉官网 - POS机办理中心',
        '<h1>拉卡拉POS机办理中心</h1><iframe src="https://biaodan.example/f" width="600" height="300"></iframe>',
      ),
      '/lead': html(
        'POS机免费办理',
        '<h1>POS机免费办理</h1><p>个人POS机 无需营业执照，添加微信 pos-demo-001 免费领取</p><label>手机号 <input id="phone" name="sjh"></label><button>立即申请</button>',
      ),
    },
  },
  {
    host: 'biaodan.example',
    pages: {
      '/f': html(
        '表单',
        `<form><label>身份证号码 <input id="id-number"></label><label>银行卡号 <input></label><button>提交</button></form>`,
      ),
    },
  },
  { host: 'www.lakala.com', pages: { '*': fakeSignup } },
];
