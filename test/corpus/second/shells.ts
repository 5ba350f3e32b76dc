/** The page shells of the second corpus: head, navigation and foot in the manner of different makers of sites. */

type Fields = Record<string, string>;
type Shell = (fields: Fields, content: string) => string;

function linkNav(fields: Fields, tag: string): string {
  const names = (fields.nav ?? '').split('|').filter(Boolean);
  const open = tag === 'a' ? '' : `<${tag}>`;
  const close = tag === 'a' ? '' : `</${tag}>`;
  return names.map((name, at) => `${open}<a href="/c${at + 1}/">${name}</a>${close}`).join('\n');
}

function writeHead(fields: Fields, css: string, viewport: string): string {
  const lang = fields.lang ?? 'zh-CN';
  const charset = fields.charset === 'none' ? '' : `<meta charset="${fields.enc ?? 'utf-8'}">\n`;
  const meta = fields.desc ? `<meta name="description" content="${fields.desc}">\n` : '';
  const keys = fields.keys ? `<meta name="keywords" content="${fields.keys}">\n` : '';
  return `<!DOCTYPE html>\n<html lang="${lang}">\n<head>\n${charset}<title>${fields.title}</title>\n${viewport}${meta}${keys}<style>\n${css}\n</style>\n</head>\n`;
}

const mobile = '<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">\n';
const wide = '<meta name="viewport" content="width=device-width, initial-scale=1">\n';

const corpCss = `*{margin:0;padding:0;box-sizing:border-box}body{font:14px/1.8 "Microsoft YaHei",SimSun,Arial;color:#333;background:#f6f6f6}
.w1200{width:1120px;margin:0 auto}.topbar{background:#222;color:#bbb;font-size:12px;height:32px;line-height:32px}.topbar a{color:#ddd;margin-left:14px}
.hd{background:#fff;border-bottom:3px solid #c8102e}.hd .logo{font-size:26px;font-weight:700;padding:18px 0;color:#c8102e}.menu{background:#c8102e}.menu ul{list-style:none;display:flex}
.menu li a{color:#fff;display:block;padding:10px 22px;text-decoration:none}.pos-nav{font-size:12px;color:#888;padding:8px 0}.cols{display:flex;gap:20px;margin-top:14px}
.left{flex:1;background:#fff;padding:22px}.side{width:270px}.side .box{background:#fff;margin-bottom:14px;padding:14px}.side h3{border-left:4px solid #c8102e;padding-left:8px;font-size:15px}
.side li{list-style:none;border-bottom:1px dashed #ddd;padding:5px 0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}h1{font-size:22px;line-height:1.5;margin-bottom:10px}h2{font-size:18px;margin:16px 0 8px}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ddd;padding:7px 9px}input[type=text],input[type=tel],select,textarea{border:1px solid #ccc;height:34px;padding:0 8px;width:260px}.btn{background:#c8102e;color:#fff;border:0;padding:9px 30px;cursor:pointer}
.ft{background:#2a2a2a;color:#999;margin-top:26px;padding:24px 0;font-size:12px}.ft a{color:#bbb;margin-right:14px}`;

const corp: Shell = (f, content) => `${writeHead(f, corpCss, wide)}<body>
<div class="topbar"><div class="w1200">${f.slogan ?? '您好,欢迎光临!'} <span style="float:right"><a href="javascript:;">收藏本站</a><a href="/sitemap.xml">网站地图</a><a href="/tags/">标签云</a></span></div></div>
<div class="hd"><div class="w1200 logo">${f.site}</div></div>
<div class="menu"><div class="w1200"><ul>${linkNav(f, 'li')}</ul></div></div>
<div class="w1200"><div class="pos-nav">当前位置:<a href="/">首页</a> &gt; <a href="/list/">${(f.nav ?? '').split('|')[1] ?? '栏目'}</a> &gt; 正文</div>
<div class="cols"><div class="left">
${content}
</div><div class="side"><div class="box"><h3>最新发布</h3><ul>${(f.side ?? '')
  .split('|')
  .map((t) => `<li><a href="/a/${t.length}.html">${t}</a></li>`)
  .join('')}</ul></div></div></div></div>
<div class="ft"><div class="w1200"><p>${linkNav(f, 'a')}</p><p>${f.foot ?? ''}</p></div></div>
<script>(function(){var d=document.createElement('span');d.className='stat';d.style.display='none';document.body.appendChild(d);})();</script>
</body></html>
`;

const h5Css = `html{font-size:50px}body{margin:0;font:.28rem/1.6 -apple-system,PingFang SC,Helvetica,sans-serif;color:#323233;background:#f7f8fa;max-width:7.5rem;margin:0 auto}
.van-nav-bar{position:sticky;top:0;background:#fff;height:.92rem;line-height:.92rem;text-align:center;font-weight:600;z-index:9;border-bottom:1px solid #ebedf0}.hero{background:linear-gradient(160deg,#0a5cff,#35b6ff);color:#fff;padding:.6rem .4rem;text-align:center}
.hero h1{font-size:.52rem;margin:0}.card{background:#fff;border-radius:.2rem;margin:.24rem;padding:.3rem}.van-cell{display:flex;padding:.22rem 0;border-bottom:1px solid #f2f3f5;align-items:center}.van-field__label{width:1.8rem;color:#646566;flex:none}
.van-field__control{flex:1;border:0;font-size:.28rem;outline:none;background:transparent;min-width:0}.van-button{display:block;width:100%;height:.9rem;border:0;border-radius:.45rem;background:#0a5cff;color:#fff;font-size:.32rem;margin-top:.3rem}.up{width:2.9rem;height:1.8rem;border:1px dashed #bbb;border-radius:.1rem;display:inline-flex;align-items:center;justify-content:center;color:#969799;position:relative;margin:.06rem}.up input{position:absolute;inset:0;opacity:0}
.tip{color:#969799;font-size:.22rem}.tabbar{position:sticky;bottom:0;display:flex;background:#fff;border-top:1px solid #ebedf0}.tabbar a{flex:1;text-align:center;padding:.16rem 0;color:#646566;text-decoration:none;font-size:.22rem}h2{font-size:.34rem}`;

const h5: Shell = (f, content) => `${writeHead(f, h5Css, mobile)}<body ontouchstart="">
<div id="app" data-v-7ba5bd90><div class="van-nav-bar van-hairline--bottom">${f.site}</div>
${content}
<div class="tip" style="text-align:center;padding:.4rem">${f.foot ?? ''}</div><div class="tabbar">${linkNav(f, 'a')}</div></div>
<script>!function(d,w){function r(){d.documentElement.style.fontSize=Math.min(w.innerWidth,750)/7.5+'px'}r();w.addEventListener('resize',r)}(document,window);</script>
</body></html>
`;

const wechatCss = `body{margin:0;background:#fff;font:17px/1.6 -apple-system-font,BlinkMacSystemFont,"PingFang SC","Hiragino Sans GB",sans-serif;color:rgba(0,0,0,.9)}.rich_media_inner{max-width:677px;margin:0 auto;padding:20px 16px 12px}.rich_media_title{font-size:22px;line-height:1.4;margin:0 0 14px}
.rich_media_meta_list{font-size:15px;color:rgba(0,0,0,.3);margin-bottom:22px}.rich_media_meta_nickname{color:#576b95}.rich_media_content{overflow:hidden;text-align:justify}.rich_media_content section{margin:16px 0}.rich_media_content p{margin:0 0 1em}.reward{background:#f7f7f7;padding:14px;border-radius:8px;text-align:center}.ct_mpda{font-size:14px;color:#888}
.like_comment{border-top:1px solid #eee;padding:14px 0}.discuss_item{padding:10px 0;font-size:15px}.discuss_item b{color:#888;font-weight:400;display:block}input{font-size:15px;padding:8px;border:1px solid #ddd;border-radius:4px;margin:4px 0;width:90%}button{font-size:15px;padding:8px 24px}iframe{width:100%;border:0;min-height:460px}`;

const wechat: Shell = (
  f,
  content,
) => `${writeHead(f, wechatCss, mobile)}<body id="activity-detail" class="zh_CN wx_wap_page mm_appmsg discuss_tab">
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><h1 class="rich_media_title" id="activity-name">${f.title}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname"><a href="javascript:void(0);" id="js_name">${f.site}</a></span> <em id="publish_time">${f.date ?? '2026-03-11 18:20'}</em> <em>${f.nav ?? ''}</em></div>
<div class="rich_media_content" id="js_content" style="visibility: visible;">
${content}
</div><div class="ct_mpda"><span>阅读 1.2万</span> <span>赞 86</span> <span>在看 41</span></div><p class="tip">${f.foot ?? ''}</p></div></div></div>
<script>window.logs={pagetime:{}};var biz="MzI"||"";var nickname=document.getElementById('js_name').textContent;</script>
</body></html>
`;

const forumCss = `body,td{font:12px/1.5 Tahoma,"Microsoft Yahei",Simsun;color:#444}body{margin:0;background:#fff}#toptb{background:#f2f2f2;height:28px;line-height:28px;border-bottom:1px solid #cdcdcd;padding:0 20px}.wp{margin:0 auto;width:98%;max-width:1100px}#nv{background:#2b7acd;height:33px;line-height:33px}#nv a{color:#fff;padding:0 15px;font-size:14px;font-weight:700;text-decoration:none}
.plhin{border:1px solid #c2d5e3;border-collapse:collapse;width:100%;margin-bottom:4px}.pls{width:150px;background:#e5edf2;padding:10px;vertical-align:top}.plc{padding:12px 20px;vertical-align:top;font-size:14px;line-height:1.8}.authi{color:#999;border-bottom:1px dashed #cdcdcd;margin-bottom:10px}.quote{background:#f9f9f9;border:1px solid #eee;padding:8px;color:#666}.pnc{background:#06c;color:#fff;border:0;padding:5px 18px}#ft{border-top:1px solid #cdcdcd;padding:12px 0;color:#999}.z{float:left}.px{border:1px solid #848484;padding:3px}`;

const forum: Shell = (f, content) => `${writeHead(f, forumCss, wide)}<body id="nv_forum" class="pg_viewthread">
<div id="toptb"><a href="javascript:;">设为首页</a> <a href="javascript:;">收藏本站</a> <span style="float:right"><form style="display:inline" method="post" action="member.php"><input class="px" name="username" placeholder="用户名"> <input class="px" type="password" name="password" placeholder="密码"><button class="pn">登录</button> <a href="member.php?mod=register">立即注册</a></form></span></div>
<div class="wp"><h2 style="font-size:24px">${f.site}</h2></div><div id="nv">${linkNav(f, 'a')}</div><div class="wp"><div id="pt">» <a href="forum.php">论坛</a> › ${f.desc ?? ''}</div>
${content}
<div id="ft"><p>Powered by <strong>Discuz!</strong> X3.4 &nbsp; ${f.foot ?? ''}</p><p>GMT+8, 2026-4-9 11:02, Processed in 0.031 second(s), 9 queries.</p></div></div>
<script>var STYLEID='1',STATICURL='static/',cookiepre='kd9_',discuz_uid='0';</script></body></html>
`;

const govCss = `body{margin:0;font:16px/1.9 "Microsoft YaHei",sans-serif;color:#222;background:#eef3f9}.gov-top{background:#1c5fab;color:#fff;padding:26px 8%}.gov-top h2{margin:0;font-size:30px;letter-spacing:3px}.gov-nav{background:#174e8d;padding:0 8%;display:flex;flex-wrap:wrap}.gov-nav a{color:#fff;padding:10px 22px;text-decoration:none}.box{background:#fff;margin:20px 8%;padding:26px 40px;border-top:3px solid #1c5fab}h1{font-size:26px;text-align:center;color:#174e8d}.info{text-align:center;color:#888;font-size:13px;border-bottom:1px solid #ddd;padding-bottom:8px}table.form{width:100%;border-collapse:collapse}table.form td,table.form th{border:1px solid #b9cbe2;padding:9px}table.form th{background:#f1f6fc;width:190px;text-align:right;font-weight:400}input,select,textarea{padding:6px;border:1px solid #bbb;min-width:220px}input[type=radio],input[type=checkbox]{min-width:0}.submit{background:#1c5fab;color:#fff;border:0;padding:10px 40px;display:block;margin:20px auto}.gov-foot{background:#2e3b4e;color:#ccc;padding:22px 8%;font-size:13px}`;

const gov: Shell = (f, content) => `${writeHead(f, govCss, wide)}<body>
<div class="gov-top"><h2>${f.site}</h2><div>${f.slogan ?? ''}</div></div><div class="gov-nav">${linkNav(f, 'a')}</div>
<div class="box"><h1>${f.title}</h1><div class="info">发布时间:2026-02-18 &nbsp; 来源:本站 &nbsp; 字体:【大 中 小】 <a href="javascript:window.print()">打印</a></div>
${content}
</div><div class="gov-foot"><p>主办单位:${f.site} &nbsp; 网站标识码:9900000001 &nbsp; ${f.foot ?? ''}</p><p>网站声明 | 联系我们 | 无障碍浏览 | 适老化模式</p></div></body></html>
`;

const antCss = `body{margin:0;font:14px/1.5715 -apple-system,"Segoe UI",Roboto,"PingFang SC",sans-serif;color:rgba(0,0,0,.85);background:#f0f2f5}.ant-layout-header{background:#001529;color:#fff;height:64px;line-height:64px;padding:0 50px;display:flex;gap:26px}.ant-layout-header a{color:rgba(255,255,255,.65);text-decoration:none}.ant-layout-header strong{font-size:18px}.ant-layout-content{max-width:1020px;margin:24px auto;background:#fff;padding:28px 34px;border-radius:2px}.ant-form-item{display:flex;margin-bottom:22px}.ant-form-item-label{flex:0 0 170px;text-align:right;padding-right:10px}.ant-form-item-required:before{content:"*";color:#ff4d4f;margin-right:4px}.ant-input{border:1px solid #d9d9d9;padding:5px 11px;width:340px;border-radius:2px;font-size:14px}.ant-btn-primary{background:#1890ff;border:0;color:#fff;padding:7px 22px;border-radius:2px}.ant-upload{border:1px dashed #d9d9d9;background:#fafafa;width:160px;height:104px;display:inline-flex;flex-direction:column;align-items:center;justify-content:center;color:#888;margin-right:10px}.ant-steps{display:flex;margin-bottom:30px}.ant-steps-item{flex:1;color:#999}.ant-steps-item-active{color:#1890ff}.ant-layout-footer{text-align:center;color:#999;padding:24px}.ant-alert{background:#e6f7ff;border:1px solid #91d5ff;padding:8px 15px;margin-bottom:18px}.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}.tile{border:1px solid #eee;padding:18px}table{width:100%;border-collapse:collapse}td,th{border-bottom:1px solid #f0f0f0;padding:10px;text-align:left}pre{background:#f6f8fa;padding:14px;overflow:auto}`;

const ant: Shell = (f, content) => `${writeHead(f, antCss, wide)}<body>
<div id="root"><section class="ant-layout"><header class="ant-layout-header"><strong>${f.site}</strong>${linkNav(f, 'a')}</header><main class="ant-layout-content">
${content}
</main><footer class="ant-layout-footer">${f.foot ?? ''}</footer></section></div>
<script>window.__INITIAL_STATE__={"user":null,"locale":"${f.lang ?? 'zh-CN'}","features":{"darkMode":false}};</script></body></html>
`;

const oldCss = `body{font-size:12px;background:#d9e7f3;margin:0}td{font-size:12px;line-height:20px}.top{background:#0b3f86;color:#FFFF99;font-size:24px;font-family:隶书,SimSun}.menu td{background:#3b7dd8;color:#fff}.menu a{color:#fff}.red{color:#f00}.txt{border:1px solid #7f9db9;height:18px;width:200px}`;

const old: Shell = (f, content) => `${writeHead(f, oldCss, '')}<body topmargin="0" leftmargin="0">
<table width="960" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF"><tr><td class="top" height="80">&nbsp;&nbsp;${f.site}</td></tr>
<tr><td><table width="100%" class="menu" cellspacing="1"><tr align="center">${linkNav(f, 'td')}</tr></table></td></tr><tr><td><marquee scrollamount="3"><font color="#FF0000">${f.slogan ?? ''}</font></marquee></td></tr>
<tr><td style="padding:10px">
${content}
</td></tr><tr><td align="center" bgcolor="#3b7dd8"><font color="#FFFFFF">${f.foot ?? ''}<br>建议使用1024×768分辨率浏览本站</font></td></tr></table></body></html>
`;

const enCss = `:root{--ink:#1c2430;--brand:#0f766e}body{margin:0;font:16px/1.65 Inter,"Helvetica Neue",Arial,sans-serif;color:var(--ink)}header{display:flex;gap:28px;align-items:center;padding:18px 6vw;border-bottom:1px solid #e5e7eb}header b{font-size:20px;color:var(--brand)}header a,footer a{color:inherit;text-decoration:none;margin-right:16px}main{max-width:940px;margin:32px auto;padding:0 20px}h1{font-size:34px;line-height:1.2}label{display:block;font-weight:600;margin:14px 0 4px}input,select,textarea{font:inherit;padding:10px 12px;border:1px solid #cbd5e1;border-radius:8px;width:100%;max-width:440px;box-sizing:border-box}button{font:inherit;background:var(--brand);color:#fff;border:0;border-radius:8px;padding:12px 26px;margin-top:18px}aside{background:#f1f5f9;border-radius:12px;padding:18px 22px;margin:24px 0}footer{background:#0f172a;color:#cbd5e1;padding:34px 6vw;font-size:14px}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e5e7eb;padding:9px;text-align:left}`;

const en: Shell = (f, content) => `${writeHead(f, enCss, wide)}<body>
<a class="skip" href="#main" style="position:absolute;left:-999px">${(f.lang ?? 'en').startsWith('en') ? 'Skip to content' : '跳至主要內容'}</a><header role="banner"><b>${f.site}</b><nav>${linkNav(f, 'a')}</nav></header><main id="main">
${content}
</main><footer><p>${linkNav(f, 'a')}</p><p>${f.foot ?? ''}</p></footer>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","name":"${f.title}"}</script></body></html>
`;

const bare: Shell = (_f, content) => `${content}\n`;
const shells: Record<string, Shell> = { corp, h5, wechat, forum, gov, ant, old, en, bare };

/** The whole page: the shell the source asks for around its content. */
export function wrapPage(fields: Fields, content: string): string {
  const shell = shells[fields.shell ?? 'bare'];
  if (shell === undefined) throw new Error(`no shell named ${fields.shell}`);
  return shell(fields, content);
}
