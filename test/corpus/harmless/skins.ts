import type { Dice } from './dice.ts';
import { headlines } from './filler.ts';

interface Page {
  title: string;
  site: string;
  icp: string;
  date: string;
  main: string;
  charset: string;
  dice: Dice;
}

interface Skin {
  form: string;
  page(page: Page): string;
}

const links = (names: string, tag = 'li') =>
  names
    .split(' ')
    .map((name, i) => `<${tag}><a href="${i === 0 ? '/' : `/list/${i}.html`}">${name}</a></${tag}>`)
    .join('');
const side = (p: Page, count: number) =>
  p.dice
    .some(headlines, count)
    .map((line) => `<li><a href="/c/${p.dice.int(1000, 99999)}.shtml" title="${line}">${line}</a></li>`)
    .join('\n');
const icp = (p: Page) =>
  p.icp ||
  `${p.dice.pick(['京', '沪', '粤', '浙', '苏', '鲁', '川', '鄂', '湘', '闽'])}ICP备${p.dice.int(10, 24)}0${p.dice.int(10000, 99999)}号-${p.dice.int(1, 3)}`;
const when = (p: Page) =>
  p.date || `${p.dice.int(2017, 2026)}-0${p.dice.int(1, 9)}-${p.dice.int(10, 28)} ${p.dice.int(10, 22)}:${p.dice.int(10, 59)}`;
const tally = (p: Page) =>
  `<script>var _hmt=_hmt||[];(function(){var q=[];window.track=function(a){q.push([a,+new Date])};document.addEventListener('click',function(e){var t=e.target;while(t&&t.nodeName!=='A')t=t.parentNode;if(t)track(t.getAttribute('href'))},true);var id='${p.dice.int(1e8, 9e8).toString(16)}';document.cookie='vid='+id+';path=/'})();</script>`;
const style = (p: Page, extra: string) =>
  `<style>*{box-sizing:border-box}body{margin:0;font:${p.dice.int(13, 16)}px/1.${p.dice.int(5, 9)} "Microsoft YaHei","PingFang SC",Arial,sans-serif;color:#${p.dice.pick(['333', '222', '444', '2c3e50'])};background:#${p.dice.pick(['fff', 'f5f5f5', 'f7f8fa', 'fafafa'])}}a{color:#${p.dice.pick(['1a5fb4', '06c', '409eff', 'c00', '2b6cb0'])};text-decoration:none}ul{padding:0;margin:0;list-style:none}img{max-width:100%}.nav li,.menu li,#nv li,.navbar-nav li,.navitems li,.main-navigation li,#navMenu li,.ant-menu li,.layui-nav li{display:inline-block;padding:0 10px}.el-upload__input,.van-uploader__input{opacity:0}table{border-collapse:collapse}.clearfix:after{content:"";display:block;clear:both}${extra}</style>`;
const top = (p: Page, more = '') =>
  `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="${p.charset}">\n<title>${p.title}</title>\n${more}`;
const phone = '<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">\n';
const heading = (p: Page) => p.title.split(/[_|｜-]/)[0]?.trim() ?? p.title;

const newspaper: Skin = {
  form: 'plain',
  page: (
    p,
  ) => `${top(p, `<meta name="keywords" content="${p.site},新闻,本地"><meta name="author" content="${p.site}">\n${style(p, '.wrap{width:1000px;margin:0 auto}.l{float:left;width:680px}.r{float:right;width:290px}.path{color:#999;font-size:12px}.art p{text-indent:2em;margin:0 0 18px}.share a{display:inline-block;width:30px}')}`)}
</head><body><div class="topbar"><div class="wrap clearfix"><span>${p.site}网 传媒集团主办</span><div class="fr"><a href="/login">登录</a> <a href="/paper">数字报</a> <a href="/app">客户端</a> <a href="javascript:;" onclick="track('fav')">收藏</a></div></div></div>
<div class="wrap"><div class="logo"><b>${p.site}</b></div><ul class="nav clearfix">${links('首页 要闻 社会 财经 教育 健康 文化 体育 房产 汽车 评论 视频 专题')}</ul>
<div class="path">您的位置：<a href="/">首页</a> &gt; <a href="/shehui/">社会</a> &gt; 正文</div>
<div class="clearfix"><div class="l"><h1>${heading(p)}</h1><div class="meta">${when(p)} 来源：${p.site} 作者：记者 ${p.dice.pick(['周沅', '何一舟', '林小禾', '沈北', '许未'])} <a href="#cmt">评论(${p.dice.int(0, 80)})</a> 字号：<a>大</a> <a>中</a> <a>小</a></div>
<div class="art" id="content">${p.main}</div><div class="ed">责任编辑：${p.dice.pick(['方禾', '季南', '潘晓'])}</div>
<div class="share">分享到：<a title="微信" href="javascript:;">微信</a><a title="微博" href="javascript:;">微博</a><a title="QQ空间" href="javascript:;">QQ空间</a><div class="qr" style="display:none">打开微信“扫一扫”，把网页分享到朋友圈<i style="width:120px;height:120px;background:#eee;display:block"></i></div></div>
<form class="search" action="/search" onsubmit="return false"><input name="q" type="text" placeholder="搜索新闻"><input type="submit" value="搜索"></form></div>
<div class="r"><h3>24小时热点</h3><ol>${side(p, 10)}</ol><h3>图片新闻</h3><ul>${side(p, 6)}</ul></div></div>
<div class="foot">关于我们 | 广告服务 | 联系我们 | 版权声明 | 新闻热线 0000-0000000<br>${p.site}版权所有 未经授权不得转载 ${icp(p)} 互联网新闻信息服务许可证 00000000000</div></div>${tally(p)}</body></html>`,
};

const portal: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, `${phone}${style(p, '.bar{height:44px;background:#d43c33;color:#fff;line-height:44px;padding:0 15px}.b{padding:15px}.b p{margin:0 0 1em}.open{position:fixed;bottom:0;width:100%;background:#fff;text-align:center}')}`)}</head><body><header class="bar">${p.site} <a style="float:right;color:#fff">打开APP</a></header><nav class="tabs">${links('推荐 本地 视频 直播 问政 财经', 'span')}</nav><article class="b"><h1>${heading(p)}</h1><div class="src"><i class="ava"></i>${p.site} · ${when(p)} <button class="follow">+关注</button></div>${p.main}<div class="zan">点赞 ${p.dice.int(3, 900)} · 分享 · 收藏</div></article><section class="feed"><h3>为你推荐</h3><ul>${side(p, 12)}</ul></section><section class="cmt"><h3>热评</h3><input class="write" placeholder="说点什么…" readonly></section><div class="open"><a href="javascript:;">App 内阅读更流畅</a></div><footer>${icp(p)} 违法和不良信息举报：0000-0000000</footer>${tally(p)}<script>window.__INITIAL_STATE__={"docId":"${p.dice.int(1e7, 9e7)}","channel":"local","tags":["社会","提醒"],"ab":{"feed":${p.dice.int(1, 4)},"cmt":true}};</script></body></html>`,
};

const government: Skin = {
  form: 'table',
  page: (p) =>
    `${top(p, `<meta name="SiteName" content="${p.site}"><meta name="ArticleTitle" content="${heading(p)}"><meta name="PubDate" content="${when(p)}"><meta name="ContentSource" content="${p.site}">\n${style(p, '.main{width:1100px;margin:0 auto;background:#fff;padding:20px 40px}.head{background:#c8161d;color:#fff;height:130px}.TRS_Editor p{text-indent:2em;font-family:宋体;font-size:18px}.print{float:right}')}`)}</head><body><div class="head"><h2>${p.site}</h2></div><div class="menu"><ul>${links('首页 机构概况 新闻动态 政务公开 办事服务 互动交流 专题专栏')}</ul></div><div class="main"><div class="loc">当前位置：<a href="/">首页</a> &gt; <a href="../">政务公开</a> &gt; 正文</div><h1 style="text-align:center">${heading(p)}</h1><div class="info">发布日期：${when(p)} 来源：${p.site} 浏览次数：<span id="hits">${p.dice.int(20, 9000)}</span> <span class="print">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></span></div><div class="TRS_Editor">${p.main}</div><div class="links">友情链接 <select><option>国家部委</option></select><select><option>省直部门</option></select><select><option>县市区</option></select></div></div><div class="footer">主办：${p.site} 承办：信息中心 政府网站标识码：0000000000 ${icp(p)} 公网安备 00000000000000号<br>适老化无障碍服务 | 网站地图 | 联系我们</div><script>function setFont(n){document.querySelector('.TRS_Editor').style.fontSize=n+'px'}</script></body></html>`,
};

const wechat: Skin = {
  form: 'weui',
  page: (p) =>
    `${top(p, `${phone}${style(p, '.rich_media_area_primary{padding:20px 16px}.rich_media_title{font-size:22px}.qr_code_pc{display:none}section{margin:0}')}`)}</head><body id="activity-detail" class="zh_CN mm_appmsg"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div class="rich_media_area_primary"><h1 class="rich_media_title" id="activity-name">${heading(p)}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname"><a href="javascript:void(0);" id="js_name">${p.site}</a></span> <em id="publish_time">${when(p)}</em></div><div class="rich_media_content" id="js_content"><section data-tools="135editor" data-id="${p.dice.int(80000, 99999)}"><section style="text-align:center">点击上方蓝字关注我们</section></section>${p.main}<section style="border-top:1px dashed #ccc"><span style="font-size:13px">来源：${p.site} 编辑：宣传组 校对：阿岚</span></section></div><div class="rich_media_tool"><span>阅读 ${p.dice.int(100, 9999)}</span> <span>在看 ${p.dice.int(1, 99)}</span> <a>写留言</a></div></div></div><div id="js_pc_qr_code" class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></div><script nonce="1">var biz="Mz${p.dice.int(1e6, 9e6)}",mid="${p.dice.int(1e8, 9e8)}",idx="1",msg_title=document.title;window.appmsg_type="9";</script></body></html>`,
};

const wiki: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, style(p, '#content{margin-left:180px;padding:20px;border:1px solid #a7d7f9}.infobox{float:right;width:260px;border:1px solid #aaa}#toc{border:1px solid #aaa;display:inline-block;padding:7px}'))}</head><body class="mediawiki ltr"><div id="content"><h1 id="firstHeading">${heading(p)}</h1><div id="siteSub">出自${p.site}，人人可编辑的知识库</div><div id="toc"><b>目录</b> [<a href="#">隐藏</a>]<ol>${links('定义 历史 分类 工作原理 相关规定 参见 参考资料')}</ol></div>${p.main}<div id="catlinks">分类：<a>商业术语</a> | <a>电子设备</a> | <a>待补充来源的条目</a></div></div><div id="mw-panel"><ul>${links('首页 分类索引 随机条目 最近更改 帮助 捐助')}</ul><form action="/w/index.php" id="searchform"><input type="search" name="search" placeholder="搜索${p.site}"><input type="submit" value="前往"></form></div><div id="footer">本页面最后修订于 ${when(p)}。文字内容按知识共享署名方式提供。${icp(p)}</div><script>window.RLQ=window.RLQ||[];RLQ.push(function(){document.documentElement.className+=' client-js'});</script></body></html>`,
};

const answers: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, style(p, '.w{width:960px;margin:0 auto}.best{border:1px solid #7bbf47;padding:18px}.ask{background:#fff;padding:20px}'))}</head><body><div class="hd w"><b>${p.site}</b><form action="/search"><input name="word" placeholder="输入你的问题"><button>搜索答案</button><a href="/ask">我要提问</a></form></div><div class="w"><div class="crumb">${p.site} &gt; 生活 &gt; 理财</div><div class="ask"><h1>${heading(p)}</h1><span>浏览 ${p.dice.int(90, 90000)} 次 | ${p.dice.int(2, 9)} 个回答 | 提问时间 ${when(p)}</span></div>${p.main}<div class="more"><h3>其他类似问题</h3><ul>${side(p, 8)}</ul></div><div class="answer-box"><textarea placeholder="我来回答"></textarea><button>提交回答</button></div></div><div class="ft">${icp(p)} 问答内容由网友贡献，不代表本站立场</div>${tally(p)}</body></html>`,
};

const discuz: Skin = {
  form: 'table',
  page: (p) =>
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=${p.charset}" /><title>${p.title} - Powered by Discuz!</title><meta name="generator" content="Discuz! X3.4" />${style(p, '#wp{width:960px;margin:0 auto}.plhin{width:100%;border:1px solid #c2d5e3}.pls{width:160px;background:#e5edf2;vertical-align:top;padding:10px}.plc{padding:15px;vertical-align:top}')}</head><body id="nv_forum" class="pg_viewthread"><div id="toptb">设为首页 收藏本站</div><div id="hd"><h2>${p.site}</h2><form method="post" id="lsform" action="member.php?mod=logging"><table><tr><td>帐号</td><td><input type="text" name="username" id="ls_username" class="px vm" /></td><td>密码</td><td><input type="password" name="password" id="ls_password" class="px vm" /></td><td><button type="submit" class="pn vm"><em>登录</em></button> <a href="member.php?mod=register">立即注册</a></td></tr></table></form><div id="nv"><ul>${links('论坛 导读 家园 相册 分享 排行榜')}</ul></div></div><div id="wp" class="wp"><div id="pt" class="bm cl">${p.site} › 论坛 › 生意经 › ${heading(p)}</div><div id="postlist" class="pl bm"><table><tr><td class="pls ptn pbn">查看: ${p.dice.int(40, 9000)} | 回复: ${p.dice.int(3, 80)}</td><td class="plc ptm pbn vwthd"><h1 class="ts"><span id="thread_subject">${heading(p)}</span></h1></td></tr></table>${p.main}</div><div id="f_pst" class="pl bm bmw"><form method="post" id="fastpostform"><textarea name="message" id="fastpostmessage" cols="80" rows="6" class="pt" disabled>您需要登录后才可以回帖</textarea></form></div></div><div id="ft">Powered by <strong>Discuz!</strong> X3.4 © 2001-2017 ${icp(p)} GMT+8, ${when(p)}, Processed in 0.0${p.dice.int(10, 99)} second(s)</div><script type="text/javascript">var STYLEID='1',formhash='${p.dice.int(1e7, 9e7).toString(16)}',discuz_uid='0';function $(id){return document.getElementById(id)}</script></body></html>`,
};

const wordpress: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, `${phone}<meta name="generator" content="WordPress 5.${p.dice.int(2, 9)}">${style(p, '.entry-content{max-width:720px;margin:0 auto}.site-title{font-size:28px}.widget-area{max-width:300px}.comment-form input{display:block}')}`)}</head><body class="post-template-default single single-post"><div id="page" class="site"><header id="masthead"><p class="site-title"><a href="/" rel="home">${p.site}</a></p><nav class="main-navigation"><ul id="primary-menu">${links('首页 关于 归档 标签 友链 留言')}</ul></nav></header><main id="main" class="site-main"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${heading(p)}</h1><div class="entry-meta">发布于 <time>${when(p)}</time></div></header><div class="entry-content">${p.main}</div><footer class="entry-footer">分类：<a rel="category tag">未分类</a></footer></article><div id="comments"><div id="respond" class="comment-respond"><h3>发表评论</h3><form class="comment-form"><p class="comment-notes">您的电子邮箱地址不会被公开。必填项已用 * 标注</p><textarea id="comment" name="comment" cols="45" rows="8"></textarea><label for="author">姓名 *</label><input id="author" name="author" type="text"><label for="email">邮箱 *</label><input id="email" name="email" type="email"><label for="url">网站</label><input id="url" name="url" type="url"><input name="submit" type="submit" value="提交评论"></form></div></div></main><aside class="widget-area"><h2>近期文章</h2><ul>${side(p, 6)}</ul><h2>归档</h2><ul><li>2024年8月</li><li>2024年7月</li><li>2023年12月</li></ul></aside><footer class="site-info">自豪地由 WordPress 驱动 ${icp(p)}</footer></div>${tally(p)}</body></html>`,
};

const dede: Skin = {
  form: 'plain',
  page: (p) =>
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=${p.charset}" /><title>${p.title}_${p.site}</title><meta name="keywords" content="${heading(p)}" />${style(p, '.w960{width:960px;margin:0 auto}.pleft{float:left;width:700px}.pright{float:right;width:250px}.viewbox{border:1px solid #dcebd7;padding:12px}')}</head><body class="articleview"><div class="header_top w960"><span>${p.site}</span><ul id="navMenu">${links('主页 行业动态 知识库 下载 图集 联系我们')}</ul></div><div class="w960 center clear mt1"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a href="/">主页</a> &gt; <a href="/plus/list.php?tid=3">知识库</a> &gt;</div><div class="viewbox"><div class="title"><h2>${heading(p)}</h2></div><div class="info"><small>时间:</small>${when(p)} <small>来源:</small>网络 <small>点击:</small>${p.dice.int(9, 999)}次</div><div class="content">${p.main}</div><div class="dede_pages"><ul class="pagelist"><li>共1页</li></ul></div><div class="context"><ul><li>上一篇：<a href="#">${p.dice.pick(headlines)}</a></li><li>下一篇：没有了</li></ul></div></div></div><div class="pright"><dl class="tbox"><dt><strong>推荐内容</strong></dt><dd><ul class="d4">${side(p, 8)}</ul></dd></dl><dl class="tbox"><dt><strong>热点内容</strong></dt><dd><ul class="c1">${side(p, 10)}</ul></dd></dl></div></div><div class="footer w960">Copyright © 2002-2019 ${p.site} 版权所有 ${icp(p)}</div>${tally(p)}</body></html>`,
};

const software: Skin = {
  form: 'bs',
  page: (p) =>
    `${top(p, `${phone}<meta name="description" content="${p.site}">${style(p, '.container{max-width:1140px;margin:0 auto}.jumbotron{background:#0b5ed7;color:#fff;padding:60px 20px}.btn{padding:8px 20px;border-radius:4px}.btn-primary{background:#0d6efd;color:#fff}.col-md-4{width:33%;float:left}.form-control{width:100%;padding:6px 12px;border:1px solid #ccc}')}`)}</head><body><nav class="navbar navbar-default navbar-fixed-top"><div class="container"><a class="navbar-brand" href="/">${p.site}</a><ul class="nav navbar-nav">${links('首页 产品 解决方案 价格 案例 帮助中心 关于我们')}</ul><div class="navbar-right"><a class="btn" href="/login">登录</a></div></div></nav><div class="jumbotron"><div class="container"><h1>${heading(p)}</h1><p>${p.site}，让开店省心一点</p></div></div><div class="container">${p.main}</div><section class="container news"><h3>最新资讯</h3><ul>${side(p, 5)}</ul></section><footer class="footer"><div class="container"><div class="row"><div class="col-md-4"><h4>产品</h4><ul>${links('门店版 连锁版 移动版 开放平台')}</ul></div><div class="col-md-4"><h4>支持</h4><ul>${links('文档 视频教程 更新日志 服务状态')}</ul></div><div class="col-md-4"><h4>联系</h4><p>服务热线 400-000-${p.dice.int(1000, 9999)}<br>周一至周日 9:00-21:00</p></div></div><p class="text-muted">© ${p.site} ${icp(p)} 增值电信业务经营许可证</p></div></footer>${tally(p)}</body></html>`,
};

const shop: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, style(p, '.w{width:1190px;margin:0 auto}.price{color:#e4393c;font-size:26px}.sku a{border:1px solid #ccc;padding:4px 10px}.buy{background:#e4393c;color:#fff;padding:10px 40px}'))}</head><body><div id="shortcut"><div class="w"><a>你好，请登录</a> <a>免费注册</a> <a>我的订单</a> <a>购物车(<em>0</em>)</a> <a>客户服务</a></div></div><div class="w"><a href="/" class="logo">${p.site}</a><form class="search"><input type="text" id="key" placeholder="搜索商品"><button type="button">搜索</button></form><ul class="navitems">${links('首页 全部分类 限时购 新品 企业采购 优惠券')}</ul></div><div class="w">${p.main}</div><div class="w service"><dl><dt>购物指南</dt><dd>购物流程 会员介绍 常见问题</dd></dl><dl><dt>配送方式</dt><dd>上门自提 配送服务查询</dd></dl><dl><dt>支付方式</dt><dd>货到付款 在线支付 分期付款 公司转账</dd></dl><dl><dt>售后服务</dt><dd>售后政策 退款说明 返修/退换货</dd></dl></div><div id="footer">© ${p.site} ${icp(p)} 营业执照 | 食品经营许可证</div>${tally(p)}<script>var pageConfig={product:{skuid:${p.dice.int(1e6, 9e6)},venderId:${p.dice.int(1e4, 9e4)}}};</script></body></html>`,
};

const admin: Skin = {
  form: 'el',
  page: (p) =>
    `${top(p, `${phone}${style(p, '.el-aside{width:200px;float:left;background:#304156;color:#bfcbd9;min-height:800px}.el-main{margin-left:200px;padding:20px}.el-form-item{margin-bottom:22px}.el-input__inner{height:36px;border:1px solid #dcdfe6;width:100%}')}`)}</head><body><div id="app" data-v-app=""><section class="el-container"><aside class="el-aside"><div class="logo">${p.site}</div><ul role="menubar" class="el-menu">${p.dice
      .some(['工作台', '信息登记', '我的申请', '进度查询', '消息中心', '帮助', '设置', '资料下载'], 6)
      .map((m) => `<li role="menuitem" class="el-menu-item"><i class="el-icon-menu"></i><span>${m}</span></li>`)
      .join(
        '',
      )}</ul></aside><section class="el-container is-vertical"><header class="el-header"><div class="el-breadcrumb"><span class="el-breadcrumb__item">首页</span>/<span class="el-breadcrumb__item">${heading(p)}</span></div></header><main class="el-main"><h2>${heading(p)}</h2>${p.main}</main><footer class="el-footer">© ${p.site} ${icp(p)}</footer></section></section></div><script>window.__NUXT__={layout:"default",state:{user:null,theme:"light",size:"medium"},serverRendered:true}</script></body></html>`,
};

const service: Skin = {
  form: 'antd',
  page: (p) =>
    `${top(p, `${phone}${style(p, '.ant-layout-header{background:#001529;color:#fff;height:64px}.ant-card{border:1px solid #f0f0f0;padding:24px;background:#fff;max-width:960px;margin:24px auto}.ant-input{width:100%;padding:4px 11px;border:1px solid #d9d9d9}')}`)}</head><body><div id="root"><section class="ant-layout"><header class="ant-layout-header"><b>${p.site}</b><ul class="ant-menu ant-menu-dark ant-menu-horizontal">${links('首页 办理 查询 公告 常见问题')}</ul></header><main class="ant-layout-content"><div class="ant-card"><div class="ant-card-head"><div class="ant-card-head-title">${heading(p)}</div></div><div class="ant-card-body">${p.main}</div></div><div class="ant-card"><h3>公告</h3><ul class="ant-list">${side(p, 5)}</ul></div></main><footer class="ant-layout-footer">${p.site} ©${p.dice.int(2020, 2026)} ${icp(p)}</footer></section></div><script>window.routerBase="/";window.publicPath="/";window.g_umi={version:"3.5.${p.dice.int(10, 40)}"};</script></body></html>`,
};

const mobile: Skin = {
  form: 'vant',
  page: (p) =>
    `${top(p, `${phone}<meta name="format-detection" content="telephone=no">${style(p, '.van-nav-bar{height:46px;text-align:center;background:#fff}.van-cell{display:flex;padding:10px 16px;background:#fff}.van-field__label{width:6.2em}.van-button--info{background:#1989fa;color:#fff;width:100%;height:44px;border:0}')}`)}</head><body><div id="app"><div class="van-nav-bar van-hairline--bottom"><div class="van-nav-bar__left"><i class="van-icon van-icon-arrow-left"></i></div><div class="van-nav-bar__title van-ellipsis">${heading(p)}</div></div><div class="page">${p.main}</div><div class="van-tabbar">${p.dice
      .some(['首页', '分类', '消息', '我的', '订单', '服务'], 4)
      .map((t) => `<div class="van-tabbar-item"><div class="van-tabbar-item__text">${t}</div></div>`)
      .join(
        '',
      )}</div><p class="cp">${p.site}<br>${icp(p)}</p></div><script>!function(d){var e=d.documentElement,s=function(){e.style.fontSize=Math.min(e.clientWidth/10,54)+'px'};s();window.addEventListener('resize',s)}(document);</script></body></html>`,
};

const uniapp: Skin = {
  form: 'uni',
  page: (p) =>
    `${top(p, `${phone}<script>var coverSupport='CSS' in window&&typeof CSS.supports==='function'&&(CSS.supports('top: env(a)')||CSS.supports('top: constant(a)'))</script>${style(p, 'uni-view{display:block}.cu-form-group{display:flex;background:#fff;padding:1px 15px;min-height:50px}.title{min-width:90px}.cu-btn{display:block;background:#39b54a;color:#fff;text-align:center;padding:12px}')}`)}</head><body class="uni-body pages-index-index"><uni-app class="uni-app--maxwidth"><uni-page data-page="pages/apply/index"><uni-page-head><div class="uni-page-head"><div class="uni-page-head-bd"><div class="uni-page-head__title">${heading(p)}</div></div></div></uni-page-head><uni-page-wrapper><uni-page-body>${p.main}<uni-view class="foot">${p.site} ${icp(p)}</uni-view></uni-page-body></uni-page-wrapper></uni-page></uni-app></body></html>`,
};

const oldtable: Skin = {
  form: 'table',
  page: (p) =>
    `<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=${p.charset}">\n<title>${p.title}</title>\n<style type="text/css">\n<!--\nbody,td{font-size:12px;line-height:20px;font-family:宋体}\na:link{color:#003366;text-decoration:none}\n.inp{border:1px solid #7f9db9;height:20px}\n-->\n</style>\n<script language="javascript">function check(f){for(var i=0;i<f.length;i++){if(f[i].value==""&&f[i].type=="text"){alert("请填写完整！");f[i].focus();return false}}return true}</script>\n</head>\n<body topmargin="0" leftmargin="0"><table width="778" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="80"><font size="5" color="#003366"><b>${p.site}</b></font></td></tr><tr><td height="28" bgcolor="#336699"><font color="#ffffff">${'网站首页 单位简介 通知公告 网上办理 资料下载 留言板'
      .split(' ')
      .map((n, i) => `<a href="index.asp?id=${i}"><font color="#ffffff">${n}</font></a>`)
      .join(
        ' | ',
      )}</font></td></tr></table><table width="778" border="0" align="center"><tr><td width="180" valign="top" bgcolor="#f3f3f3"><b>最新公告</b><marquee direction="up" height="120" scrollamount="2"><ul>${side(p, 6)}</ul></marquee><b>站内搜索</b><form action="search.asp"><input name="key" size="14"> <input type="submit" value="搜"></form></td><td valign="top"><center><h3>${heading(p)}</h3><font color="#999999">${when(p)} 阅读 ${p.dice.int(10, 4000)} 次</font></center><hr size="1">${p.main}</td></tr></table><table width="778" align="center"><tr><td align="center" bgcolor="#eeeeee">版权所有 ${p.site} ${icp(p)}<br>建议使用 1024×768 分辨率浏览</td></tr></table></body></html>`,
};

const backoffice: Skin = {
  form: 'layui',
  page: (p) =>
    `${top(p, `<meta name="renderer" content="webkit">${phone}${style(p, '.layui-form-item{margin-bottom:15px}.layui-form-label{float:left;width:110px}.layui-input-block{margin-left:130px}.layui-input{width:100%;height:38px;border:1px solid #eee}.layui-btn{background:#009688;color:#fff;height:38px;padding:0 18px;border:0}')}`)}</head><body class="layui-layout-body"><div class="layui-layout layui-layout-admin"><div class="layui-header"><div class="layui-logo">${p.site}</div><ul class="layui-nav layui-layout-left">${links('首页 业务办理 进度 下载')}</ul></div><div class="layui-body"><div class="layui-fluid"><div class="layui-card"><div class="layui-card-header">${heading(p)}</div><div class="layui-card-body">${p.main}</div></div></div></div><div class="layui-footer">© ${p.site} ${icp(p)}</div></div><script>window.layui=window.layui||{use:function(m,f){f&&setTimeout(f,0)},form:{on:function(){}}};layui.use(['form','upload','laydate'],function(){var els=document.querySelectorAll('.layui-upload-drag');for(var i=0;i<els.length;i++)els[i].onclick=function(){this.querySelector('input').click()}});</script></body></html>`,
};

const weixin: Skin = {
  form: 'weui',
  page: (p) =>
    `${top(p, `${phone}${style(p, '.weui-cells{background:#fff;margin-top:20px}.weui-cell{padding:10px 15px;display:flex}.weui-label{width:105px;display:block}.weui-input{border:0;width:100%;height:24px}.weui-btn{display:block;text-align:center;background:#1aad19;color:#fff;border-radius:5px;line-height:2.5}')}`)}</head><body ontouchstart><div class="page__hd"><h1 class="page__title">${heading(p)}</h1><p class="page__desc">${p.site}</p></div><div class="page__bd">${p.main}</div><div class="weui-footer"><p class="weui-footer__links">${links('首页 服务大厅 联系我们', 'span')}</p><p class="weui-footer__text">${p.site} ${icp(p)}</p></div><script>document.addEventListener('WeixinJSBridgeReady',function(){window.wxready=1},false)</script></body></html>`,
};

const english: Skin = {
  form: 'tw',
  page: (p) =>
    `<!doctype html>\n<html lang="en" class="h-full bg-white">\n<head><meta charset="utf-8"><title>${p.title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>body{font-family:Inter,system-ui,sans-serif;margin:0;color:#111827}.max-w-7xl{max-width:80rem;margin:0 auto;padding:0 1.5rem}.text-sm{font-size:.875rem}.rounded-md{border-radius:.375rem}.bg-indigo-600{background:#4f46e5;color:#fff}.grid{display:grid;gap:2rem}</style></head><body class="h-full"><header class="max-w-7xl"><nav class="flex items-center justify-between p-6"><a href="/" class="font-bold">${p.site}</a><div class="flex gap-x-12">${links('Home Product Pricing Docs Blog Support', 'span')}</div><a href="/login" class="text-sm">Log in →</a></nav></header><main class="max-w-7xl"><h1 class="text-4xl font-bold tracking-tight">${heading(p)}</h1>${p.main}</main><footer class="max-w-7xl text-sm text-gray-500"><div class="grid">${links('About Careers Press Privacy Terms Status Cookies', 'span')}</div><form class="newsletter"><label for="nl">Subscribe to our newsletter</label><input id="nl" type="email" name="email" placeholder="you@example.com"><button>Subscribe</button></form><p>© ${p.dice.int(2019, 2026)} ${p.site}. All rights reserved.</p></footer><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date);</script></body></html>`,
};

const docs: Skin = {
  form: 'plain',
  page: (p) =>
    `${top(p, `${phone}<meta name="generator" content="VuePress 1.9.${p.dice.int(1, 9)}">${style(p, '.sidebar{position:fixed;width:300px;top:58px;bottom:0;overflow:auto}.theme-default-content{margin-left:320px;max-width:740px;padding:30px}code{background:rgba(27,31,35,.05);padding:2px 6px}pre{background:#282c34;color:#ccc;padding:20px}td,th{border:1px solid #dfe2e5;padding:6px 12px}')}`)}</head><body><div id="app" data-server-rendered="true"><div class="theme-container"><header class="navbar"><a class="home-link"><span class="site-name">${p.site}</span></a><div class="search-box"><input aria-label="Search" autocomplete="off" spellcheck="false" value="" placeholder="搜索文档"></div><nav class="nav-links">${links('指南 API SDK 更新日志 GitHub', 'span')}</nav></header><aside class="sidebar"><ul class="sidebar-links">${links('快速开始 接入流程 签名规则 商户管理 交易 退款 对账 通知 错误码 附录')}</ul></aside><main class="page"><div class="theme-default-content content__default"><h1 id="t"><a href="#t" class="header-anchor">#</a> ${heading(p)}</h1>${p.main}</div><footer class="page-edit"><div class="last-updated">上次更新: ${when(p)}</div><a>在 GitHub 上编辑此页</a></footer></main></div></div></body></html>`,
};

const readme: Skin = {
  form: 'plain',
  page: (p) =>
    `<!DOCTYPE html>\n<html lang="en" data-color-mode="auto"><head><meta charset="utf-8"><title>${p.title}</title><style>body{font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif;margin:0}.markdown-body{max-width:900px;padding:32px;border:1px solid #d0d7de}.markdown-body pre{background:#f6f8fa;padding:16px}.markdown-body table td{border:1px solid #d0d7de;padding:6px 13px}</style></head><body class="logged-out env-production page-responsive"><header class="Header-old"><a href="/">${p.site}</a><input type="text" class="header-search-input" placeholder="Search or jump to…"><a href="/login">Sign in</a> <a href="/signup">Sign up</a></header><main id="repo-content-pjax-container"><nav class="UnderlineNav">${links('Code Issues Pull_requests Actions Wiki Security Insights', 'span')}</nav><div class="file-navigation"><span>master</span> <span>${p.dice.int(2, 30)} branches</span> <span>${p.dice.int(1, 60)} tags</span></div><article class="markdown-body entry-content container-lg" itemprop="text"><h1>${heading(p)}</h1>${p.main}</article><div class="BorderGrid"><h2>About</h2><p>${p.dice.int(10, 4000)} stars ${p.dice.int(2, 900)} forks Apache-2.0 license</p></div></main><footer>© ${p.site} Terms Privacy Docs Contact</footer><script type="application/json">{"props":{"repo":{"id":${p.dice.int(1e6, 9e7)},"defaultBranch":"master","private":false},"tree":{"items":[{"name":"docs","contentType":"directory"},{"name":"src","contentType":"directory"},{"name":"README.md","contentType":"file"}]}}}</script></body></html>`,
};

const bank: Skin = {
  form: 'table',
  page: (p) =>
    `${top(p, `${style(p, '.w{width:1200px;margin:0 auto}.top{border-top:3px solid #b81c22}.lnav{float:left;width:210px}.con{float:right;width:960px}.inp{height:28px;border:1px solid #bbb}')}`)}</head><body><div class="top"><div class="w"><b class="logo">${p.site}</b><div class="tr">个人网上银行登录 | 企业网上银行登录 | English | 繁體 | 无障碍</div></div></div><div class="nav"><ul class="w">${links('首页 个人金融 公司金融 普惠金融 信用卡 商户服务 投资者关系 关于我们')}</ul></div><div class="w clearfix"><div class="lnav"><h3>商户服务</h3><ul>${links('产品介绍 申请须知 在线申请 网点查询 资费标准 常见问题')}</ul></div><div class="con"><div class="pos-path">首页 &gt; 商户服务 &gt; ${heading(p)}</div><h1>${heading(p)}</h1>${p.main}</div></div><div class="w ft">网站声明 | 隐私政策 | 网站地图 | 消费者权益保护 | 招聘<br>© ${p.site} 版权所有 ${icp(p)}</div>${tally(p)}</body></html>`,
};

const hant: Skin = {
  form: 'bs',
  page: (p) =>
    `<!DOCTYPE html>\n<html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${p.title}</title>${phone}<style>body{font:16px/1.8 "Microsoft JhengHei",sans-serif;margin:0}.wrapper{max-width:1000px;margin:0 auto}.breaknews{background:#eee}.form-control{border:1px solid #aaa;padding:6px;width:100%}</style></head><body><header><div class="wrapper"><h2>${p.site}</h2><ul class="menu">${links('首頁 即時 社會 生活 財經 國際 專題 影音')}</ul></div></header><div class="wrapper"><section class="story"><h1>${heading(p)}</h1><time>${when(p)}</time><div class="share">分享 Facebook LINE 複製連結</div>${p.main}</section><aside><h3>熱門文章</h3><ul><li>連假國道車潮估增三成</li><li>夜市攤商輪休　店家改推宅配</li><li>颱風外圍環流影響　東半部留意短時強降雨</li><li>國中會考成績複查今起受理</li><li>老街整修完工　周末辦市集</li></ul></aside></div><footer>著作權所有 © ${p.site} 未經授權請勿轉載 客服信箱 service@example.test</footer></body></html>`,
};

const bare: Skin = {
  form: 'plain',
  page: (p) =>
    `<!DOCTYPE html>\n<html><head><meta charset="${p.charset}"><title>${p.title}</title><style>body{font:15px/1.7 sans-serif;margin:12px}</style></head><body>${p.main}</body></html>`,
};

/** The kinds of site the pages are dressed as, by the name used in the sources. */
export const skins: Record<string, Skin> = {
  newspaper,
  portal,
  government,
  wechat,
  wiki,
  answers,
  discuz,
  wordpress,
  dede,
  software,
  shop,
  admin,
  service,
  mobile,
  uniapp,
  oldtable,
  backoffice,
  weixin,
  english,
  docs,
  readme,
  bank,
  hant,
  bare,
};
