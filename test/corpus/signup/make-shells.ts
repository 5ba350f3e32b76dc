import type { Dice } from './make-filler.ts';
import { article, cityLinks, comments, day, pick, related } from './make-filler.ts';
import { baseCss, gridCss, statScript } from './make-styles.ts';

/** What a source says about the page around its body. */
export interface Sheet {
  title: string;
  site?: string;
  desc?: string;
  keywords?: string;
  nav?: string[];
  copy?: string;
  charset?: string;
  lang?: string;
  head?: string;
  fill?: number;
  talk?: number;
}

type Shell = (sheet: Sheet, body: string, dice: Dice) => string;

const metaCharset = (sheet: Sheet): string => (sheet.charset === 'none' ? '' : `<meta charset="${sheet.charset ?? 'utf-8'}">`);
const oldCharset = (sheet: Sheet): string =>
  sheet.charset === 'none' ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${sheet.charset ?? 'utf-8'}" />`;
const words = (sheet: Sheet): string =>
  `<meta name="keywords" content="${sheet.keywords ?? ''}"><meta name="description" content="${sheet.desc ?? ''}">`;
const viewport = '<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">';
const navOf = (sheet: Sheet): string[] => sheet.nav ?? ['首页', '产品', '动态', '常见问题', '联系'];
const copyOf = (sheet: Sheet, dice: Dice): string =>
  sheet.copy ??
  `Copyright &copy; 20${14 + Math.floor(dice() * 9)}-2026 ${sheet.site ?? ''} 版权所有 某ICP备${10000000 + Math.floor(dice() * 9e6)}号-${1 + Math.floor(dice() * 5)}`;

/** The page around a body, one entry for each way such sites are built. */
export const shells: Record<string, Shell> = {
  raw: (_sheet, body) => body,

  dede: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>${oldCharset(sheet)}<title>${sheet.title}</title>${words(sheet)}
<style type="text/css">${baseCss('c-dede', dice)}.w960{width:960px;margin:0 auto}.pleft{width:690px;float:left}.pright{width:250px;float:right}.place{height:30px;line-height:30px}.viewbox .title h2{font-size:20px;text-align:center}.dtree dl{border:1px solid #dadada}</style>${sheet.head ?? ''}</head>
<body class="articleview"><div class="header_top w960"><a class="site">${sheet.site ?? ''}</a><span class="toplinks">设为首页 | 加入收藏</span></div>
<div id="navMenu" class="w960"><ul>${navOf(sheet)
    .map((item, at) => `<li><a href="/list_${at}.html"><span>${item}</span></a></li>`)
    .join('')}</ul></div>
<div class="w960 clear"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a href="/">主页</a> &gt; 列表 &gt; </div>
<div class="viewbox">${body}</div>
<div class="content">${article(dice, sheet.fill ?? 24)}</div><div class="handle">顶一下(${Math.floor(dice() * 90)}) 踩一下(${Math.floor(dice() * 9)})</div>
<div class="commentlist">${comments(dice, sheet.talk ?? 3)}</div></div>
<div class="pright"><dl class="tbox"><dt>推荐内容</dt><dd><ul>${related(dice, 10)}</ul></dd></dl><dl class="tbox"><dt>热点内容</dt><dd><ul>${related(dice, 10)}</ul></dd></dl></div></div>
<div class="footer w960"><p>${copyOf(sheet, dice)}</p><p>Powered by DedeCMS</p></div><script type="text/javascript">${statScript(dice)}</script></body></html>`,

  zblog: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html lang="${sheet.lang ?? 'zh-CN'}"><head>${metaCharset(sheet)}<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">${viewport}
<title>${sheet.title}</title>${words(sheet)}<meta name="generator" content="Z-BlogPHP"><style>${baseCss('z', dice)}#container{max-width:1100px;margin:auto}#divMain{width:70%;float:left}#divSidebar{width:28%;float:right}.post-tags a{color:#999}</style>${sheet.head ?? ''}</head>
<body class="single article"><div id="container"><header id="divTop"><h1 id="BlogTitle"><a href="/">${sheet.site ?? ''}</a></h1><h2 id="BlogSubTitle">记录与分享</h2></header>
<nav id="divNavBar"><ul>${navOf(sheet)
    .map((item) => `<li><a href="#">${item}</a></li>`)
    .join('')}</ul></nav>
<div id="divMain"><div class="post single">${body}<div class="post-body">${article(dice, sheet.fill ?? 29)}</div><h5 class="post-tags">Tags: <a>收银</a> <a>门店</a> <a>经营</a></h5>
<h6 class="post-footer">发布:admin | 分类:日常 | 评论:${sheet.talk ?? 2} | 浏览:${Math.floor(dice() * 9000)}</h6></div><ul class="msg">${comments(dice, sheet.talk ?? 2)}</ul></div>
<aside id="divSidebar"><dl class="function"><dt>最新留言</dt><dd>${comments(dice, 4)}</dd></dl><dl><dt>文章归档</dt><dd><ul>${related(dice, 12)}</ul></dd></dl></aside>
<footer id="divBottom"><h4 id="BlogPowerBy">Powered By Z-BlogPHP</h4><h3 id="BlogCopyRight">${copyOf(sheet, dice)}</h3></footer></div><script>${statScript(dice)}</script></body></html>`,

  wp: (
    sheet,
    body,
    dice,
  ) => `<!doctype html><html lang="${sheet.lang ?? 'zh-Hans'}"><head>${metaCharset(sheet)}${viewport}<title>${sheet.title}</title>${words(sheet)}<meta name="generator" content="WordPress 6.4.3">
<style id="global-styles-inline-css">:root{--wp--preset--color--black:#000;--wp--preset--color--white:#fff;--wp--preset--font-size--small:13px;--wp--preset--font-size--large:36px}${baseCss('wp-block', dice)}</style>${sheet.head ?? ''}</head>
<body class="post-template-default single single-post"><a class="skip-link screen-reader-text" href="#content">跳至内容</a><header id="masthead" class="site-header"><p class="site-title"><a href="/">${sheet.site ?? ''}</a></p>
<nav class="main-navigation"><ul id="primary-menu">${navOf(sheet)
    .map((item, at) => `<li id="menu-item-${at + 20}" class="menu-item"><a href="/?cat=${at}">${item}</a></li>`)
    .join('')}</ul></nav></header>
<main id="primary" class="site-main"><article class="hentry"><header class="entry-header"><h1 class="entry-title">${sheet.title}</h1><span class="posted-on">${day(dice)}</span></header><div class="entry-content">${body}
${article(dice, sheet.fill ?? 28)}</div></article><div id="comments"><h2 class="comments-title">${sheet.talk ?? 4} 条评论</h2>${comments(dice, sheet.talk ?? 4)}</div></main>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>近期文章</h2><ul>${related(dice, 8)}</ul></section></aside>
<footer id="colophon" class="site-footer"><div class="site-info">${copyOf(sheet, dice)} <span class="sep">|</span> 主题：朴素</div></footer><script>${statScript(dice)}</script></body></html>`,

  discuz: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head>${oldCharset(sheet)}<title>${sheet.title} - Powered by Discuz!</title>${words(sheet)}
<style>${baseCss('pl', dice)}.wp{margin:0 auto;width:960px}.pls{width:160px;background:#e5edf2}.plc{padding:0 20px}.t_f{font-size:14px}</style>${sheet.head ?? ''}</head><body id="nv_forum" class="pg_viewthread"><div id="toptb" class="cl"><div class="wp"><a>设为首页</a><a>收藏本站</a></div></div>
<div id="hd"><div class="wp"><h2>${sheet.site ?? ''}</h2><div id="nv"><ul>${navOf(sheet)
    .map((item, at) => `<li id="mn_${at}"><a href="forum.php?gid=${at}">${item}</a></li>`)
    .join('')}</ul></div></div></div>
<div id="wp" class="wp"><div id="pt" class="bm cl">论坛 › 综合 › ${sheet.title}</div><div id="postlist" class="pl bm"><table id="pid1" class="plhin"><tr><td class="pls"><div class="authi">${pick(dice, ['楼主一号', '江湖小店', '收银那些事'])}</div></td><td class="plc"><div class="t_fsz"><table><tr><td class="t_f">${body}${article(dice, sheet.fill ?? 9)}</td></tr></table></div></td></tr></table>
${Array.from({ length: sheet.talk ?? 6 }, (_none, at) => `<table id="pid${at + 2}" class="plhin"><tr><td class="pls">会员${1000 + Math.floor(dice() * 9000)}</td><td class="plc"><em>发表于 ${day(dice)}</em><div class="t_f">${comments(dice, 1)}</div></td></tr></table>`).join('\n')}</div></div>
<div id="ft" class="wp"><p>Powered by <strong>Discuz!</strong> X3.4</p><p class="xs0">${copyOf(sheet, dice)}</p></div><script>${statScript(dice)}</script></body></html>`,

  bootstrap: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html lang="${sheet.lang ?? 'zh-CN'}"><head>${metaCharset(sheet)}<meta http-equiv="X-UA-Compatible" content="IE=edge">${viewport}<title>${sheet.title}</title>${words(sheet)}<style>${gridCss('col')}${baseCss('btn', dice)}.navbar{min-height:50px}.jumbotron{padding:48px 0;background:#f4f6f8}.form-control{display:block;width:100%;height:34px;padding:6px 12px;border:1px solid #ccc;border-radius:4px}.panel{border:1px solid #ddd;margin-bottom:20px}</style>${sheet.head ?? ''}</head>
<body><nav class="navbar navbar-default navbar-fixed-top"><div class="container"><div class="navbar-header"><button type="button" class="navbar-toggle collapsed"><span class="icon-bar"></span></button><a class="navbar-brand" href="/">${sheet.site ?? ''}</a></div><ul class="nav navbar-nav">${navOf(
    sheet,
  )
    .map((item) => `<li><a href="#">${item}</a></li>`)
    .join('')}</ul></div></nav>
${body}
<div class="container"><div class="row"><div class="col-md-8">${article(dice, sheet.fill ?? 28)}</div><div class="col-md-4"><div class="panel panel-default"><div class="panel-heading">最新</div><ul class="list-group">${related(dice, 8)}</ul></div></div></div></div>
<footer class="footer"><div class="container"><p class="text-muted">${copyOf(sheet, dice)}</p></div></footer><script>${statScript(dice)}</script></body></html>`,

  layui: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html><head>${metaCharset(sheet)}<meta name="renderer" content="webkit">${viewport}<title>${sheet.title}</title>${words(sheet)}<style>${gridCss('layui-col')}${baseCss('layui-btn', dice)}.layui-form-item{margin-bottom:15px;clear:both}.layui-form-label{float:left;width:110px;padding:9px 15px;text-align:right}.layui-input-block{margin-left:140px}.layui-input{height:38px;border:1px solid #e6e6e6;padding-left:10px;width:100%}.layui-upload-drag{border:1px dashed #e2e2e2;padding:30px;text-align:center}</style>${sheet.head ?? ''}</head>
<body class="layui-layout-body"><div class="layui-header"><div class="layui-logo">${sheet.site ?? ''}</div><ul class="layui-nav">${navOf(
    sheet,
  )
    .map((item, at) => `<li class="layui-nav-item${at ? '' : ' layui-this'}"><a href="javascript:;">${item}</a></li>`)
    .join('')}</ul></div>
<div class="layui-container">${body}</div><div class="layui-container"><fieldset class="layui-elem-field"><legend>经营笔记</legend><div class="layui-field-box">${article(dice, sheet.fill ?? 26)}</div></fieldset></div>
<div class="layui-footer">${copyOf(sheet, dice)}</div><script>${statScript(dice)}</script></body></html>`,

  element: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html lang="zh-CN"><head>${metaCharset(sheet)}<meta name="viewport" content="width=device-width,initial-scale=1"><title>${sheet.title}</title>${words(sheet)}<style>${gridCss('el-col')}${baseCss('el', dice)}.el-form-item{margin-bottom:22px}.el-form-item__label{float:left;width:120px;text-align:right;padding-right:12px;line-height:40px}.el-form-item__content{margin-left:120px;position:relative}.el-input__inner{height:40px;line-height:40px;border:1px solid #dcdfe6;border-radius:4px;padding:0 15px;width:100%}.el-upload input{display:none}.el-upload--picture-card{width:148px;height:148px;border:1px dashed #c0ccda}</style>${sheet.head ?? ''}</head>
<body><noscript>请开启脚本后访问</noscript><div id="app" data-v-7ba5bd90=""><section class="el-container is-vertical"><header class="el-header" style="height:60px"><span class="logo">${sheet.site ?? ''}</span><ul role="menubar" class="el-menu--horizontal el-menu">${navOf(
    sheet,
  )
    .map((item) => `<li role="menuitem" tabindex="0" class="el-menu-item">${item}</li>`)
    .join('')}</ul></header>
<main class="el-main">${body}<div class="el-card"><div class="el-card__body">${article(dice, sheet.fill ?? 14)}</div></div></main><footer class="el-footer">${copyOf(sheet, dice)}</footer></section></div><script>${statScript(dice)}</script></body></html>`,

  antd: (
    sheet,
    body,
    dice,
  ) => `<!doctype html><html lang="zh"><head>${metaCharset(sheet)}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${sheet.title}</title>${words(sheet)}<style data-rc-order="prepend">${gridCss('ant-col')}${baseCss('ant', dice)}.ant-form-item{display:flex;margin-bottom:24px}.ant-form-item-label{flex:0 0 140px;text-align:right}.ant-input{width:100%;padding:4px 11px;border:1px solid #d9d9d9;border-radius:6px}.ant-upload-drag{border:1px dashed #d9d9d9;background:#fafafa;padding:16px}</style>${sheet.head ?? ''}</head>
<body><div id="root"><div class="ant-layout css-dev-only-do-not-override-1km3mtt"><div class="ant-layout-header"><div class="ant-logo">${sheet.site ?? ''}</div><ul class="ant-menu-overflow ant-menu ant-menu-horizontal" role="menu">${navOf(
    sheet,
  )
    .map((item) => `<li class="ant-menu-item" role="menuitem"><span class="ant-menu-title-content">${item}</span></li>`)
    .join('')}</ul></div>
<main class="ant-layout-content">${body}<div class="ant-collapse">${article(dice, sheet.fill ?? 14)}</div></main><div class="ant-layout-footer">${copyOf(sheet, dice)}</div></div></div><script>${statScript(dice)}</script></body></html>`,

  vant: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html lang="zh-CN" style="font-size:37.5px"><head>${metaCharset(sheet)}${viewport}<meta name="format-detection" content="telephone=no"><title>${sheet.title}</title>${words(sheet)}<style>${baseCss('van', dice)}.van-cell{display:flex;padding:10px 16px;line-height:24px;background:#fff}.van-field__label{width:6.2em;margin-right:12px}.van-field__control{width:100%;border:0}.van-uploader__input{position:absolute;opacity:0;width:100%;height:100%;left:0;top:0}.van-uploader__upload{position:relative;width:80px;height:80px;background:#f7f8fa}.van-button--primary{background:#1989fa;color:#fff}</style>${sheet.head ?? ''}</head>
<body><div id="app"><div class="van-nav-bar"><div class="van-nav-bar__content"><div class="van-nav-bar__title van-ellipsis">${sheet.site ?? sheet.title}</div></div></div>${body}
<div class="van-list">${article(dice, sheet.fill ?? 9)}</div><div class="van-tabbar">${navOf(sheet)
    .slice(0, 4)
    .map((item) => `<div role="tab" class="van-tabbar-item"><div class="van-tabbar-item__text">${item}</div></div>`)
    .join('')}</div><p class="foot">${copyOf(sheet, dice)}</p></div><script>${statScript(dice)}</script></body></html>`,

  uni: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html lang="zh-CN"><head>${metaCharset(sheet)}<script>var coverSupport='CSS' in window&&typeof CSS.supports==='function';</script>${viewport}<title>${sheet.title}</title><style>uni-page,uni-page-wrapper,uni-page-body,uni-view,uni-form{display:block}uni-input{display:block;height:1.4rem;min-height:1.4rem}.uni-input-input{width:100%;border:none;height:100%}.uni-input-placeholder{color:#808080;position:absolute;pointer-events:none}.uni-input-wrapper{position:relative;height:100%}uni-button{display:block;background:#007aff;color:#fff;text-align:center;line-height:2.5}${baseCss('uni', dice)}</style>${sheet.head ?? ''}</head>
<body class="uni-body"><div id="app"><uni-app><uni-page data-page="pages/apply/index"><uni-page-head uni-page-head-type="default"><div class="uni-page-head"><div class="uni-page-head__title">${sheet.site ?? ''}</div></div></uni-page-head><uni-page-wrapper><uni-page-body>${body}<uni-view class="tips">${article(dice, sheet.fill ?? 9)}</uni-view><uni-view class="copy">${copyOf(sheet, dice)}</uni-view></uni-page-body></uni-page-wrapper></uni-page></uni-app></div><script>${statScript(dice)}</script></body></html>`,

  jq: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html><head>${metaCharset(sheet)}${viewport}<title>${sheet.title}</title>${words(sheet)}<style>${baseCss('m', dice)}.wrap{max-width:640px;margin:0 auto;background:#fff}.banner img{width:100%}.fixbtn{position:fixed;bottom:0;left:0;right:0;background:#e60012;color:#fff;text-align:center;line-height:48px}.marq{height:24px;overflow:hidden;color:#f60}</style>${sheet.head ?? ''}</head><body><div class="wrap"><div class="top">${sheet.site ?? ''}</div>${body}
<div class="say"><h4>大家在说</h4>${comments(dice, sheet.talk ?? 5)}</div><div class="more">${article(dice, sheet.fill ?? 9)}</div><div class="bot">${copyOf(sheet, dice)}</div></div><script>${statScript(dice)}
(function(){var m=document.querySelector('.marq');if(!m)return;var i=0;setInterval(function(){i=(i+1)%m.children.length;m.scrollTop=i*24},1800)})();</script></body></html>`,

  asp: (sheet, body, dice) => `<html><head>${oldCharset(sheet)}<title>${sheet.title}</title>${words(sheet)}<style type="text/css"><!--
body,td,th{font-family:宋体,Arial;font-size:12px;line-height:22px;margin:0}a:link{color:#333;text-decoration:none}.bk{border:1px solid #c8c8c8}.STYLE1{color:#FF0000;font-weight:bold}${baseCss('t', dice)}
--></style>${sheet.head ?? ''}</head><body bgcolor="#f2f2f2" topmargin="0"><table width="980" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF"><tr><td height="90" colspan="2">${sheet.site ?? ''}</td></tr>
<tr><td height="36" colspan="2" bgcolor="#0066b3"><table width="100%"><tr>${navOf(sheet)
    .map((item) => `<td align="center"><a href="list.asp?id=${Math.floor(dice() * 90)}"><font color="#ffffff">${item}</font></a></td>`)
    .join('')}</tr></table></td></tr>
<tr><td width="220" valign="top"><table width="210" class="bk"><tr><td bgcolor="#e4effa"><b>新闻动态</b></td></tr><tr><td><ul>${related(dice, 12)}</ul></td></tr></table></td><td valign="top">${body}<br>${article(dice, sheet.fill ?? 27)}</td></tr>
<tr><td colspan="2" align="center" height="80" bgcolor="#eeeeee">${copyOf(sheet, dice)}<br>建议使用1024*768分辨率浏览</td></tr></table><script language="javascript">${statScript(dice)}</script></body></html>`,

  corp: (sheet, body, dice) => `<!DOCTYPE html>
<!--[if lt IE 9]><html class="ie8"><![endif]--><html lang="${sheet.lang ?? 'zh-CN'}"><head>${metaCharset(sheet)}${viewport}<title>${sheet.title}</title>${words(sheet)}<style>${gridCss('grid')}${baseCss('cp', dice)}.hd{height:80px;border-bottom:2px solid #d7000f}.bn{height:420px;background:linear-gradient(90deg,#b0000c,#e8443a);color:#fff}.ft{background:#222;color:#999;padding:40px 0}.fl dl{float:left;width:20%}</style>${sheet.head ?? ''}</head>
<body><div class="hd"><div class="in"><div class="logo">${sheet.site ?? ''}</div><ul class="nav">${navOf(sheet)
    .map((item) => `<li><a href="#">${item}</a></li>`)
    .join('')}</ul></div></div>
${body}
<div class="news"><div class="in"><h3>行业资讯</h3><ul>${related(dice, 10)}</ul>${article(dice, sheet.fill ?? 26)}</div></div>
<div class="ft"><div class="in fl">${['关于', '帮助', '合作', '关注'].map((title) => `<dl><dt>${title}</dt>${related(dice, 3).replaceAll('li>', 'dd>').replaceAll('<li', '<dd')}</dl>`).join('')}<div class="city">${cityLinks(dice, 20)}</div><p>${copyOf(sheet, dice)}</p></div></div><script>${statScript(dice)}</script></body></html>`,

  weixin: (
    sheet,
    body,
    dice,
  ) => `<!DOCTYPE html><html><head>${metaCharset(sheet)}<meta name="wechat-enable-text-zoom-em" content="true">${viewport}<title>${sheet.title}</title><meta property="og:title" content="${sheet.title}"><meta property="og:type" content="article"><style>${baseCss('rich_media', dice)}.rich_media_area_primary{padding:20px 16px}.rich_media_title{font-size:22px;line-height:1.4}</style>${sheet.head ?? ''}</head><body id="activity-detail" class="zh_CN mm_appmsg"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div class="rich_media_area_primary"><h1 class="rich_media_title">${sheet.title}</h1><div class="rich_media_meta_list"><span class="rich_media_meta_nickname">${sheet.site ?? ''}</span> <em>${day(dice)}</em></div>
<div class="rich_media_content" id="js_content">${body}${article(dice, sheet.fill ?? 9)}</div><div class="rich_media_tool">阅读 ${Math.floor(dice() * 9999)} 赞 ${Math.floor(dice() * 99)}</div></div></div></div><script>${statScript(dice)}</script></body></html>`,
};
