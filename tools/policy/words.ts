import type { PolicyKeyName } from '../../src/core/policy/keys.ts';

/** What a key is called and what it does, for administrators. */
export interface KeyWords {
  title: string;
  does: string;
}

/** The words of every key in both languages of the templates: a key without words fails the compiler. */
export const words: Record<PolicyKeyName, Record<'en' | 'zh', KeyWords>> = {
  mode: {
    en: {
      title: 'Block or warn',
      does: 'block: a dangerous page is covered until the visitor decides. warn: every warning is a bar that blocks nothing.',
    },
    zh: { title: '拦截或提醒', does: 'block：危险网页会被盖住，等用户决定；warn：一律只显示提示条，不拦截。' },
  },
  allowBypass: {
    en: { title: 'Allow opening a stopped page', does: 'false: nobody can continue to a page that was stopped.' },
    zh: { title: '允许打开被拦下的网页', does: '设为 false：任何人都不能继续打开被拦下的网页。' },
  },
  bypassDelaySeconds: {
    en: {
      title: 'Seconds to wait before continuing',
      does: 'How long the stopped page must stand before it lets the visitor continue, 0 to 600.',
    },
    zh: { title: '继续前的等待秒数', does: '拦截页要停留多少秒才能继续，0 至 600。' },
  },
  bypassReasonRequired: {
    en: {
      title: 'Ask for a reason before continuing',
      does: 'true: the visitor must write why; the reason is part of the reported decision and is not kept in the browser.',
    },
    zh: { title: '继续前要求写明理由', does: '设为 true：用户必须写明理由，理由只随上报的决定发出，不存在浏览器里。' },
  },
  lockedSettings: {
    en: {
      title: 'Locked settings',
      does: 'Names of settings the visitor cannot change, "trust" for adding trusted hosts of their own, or "all". A key that this policy sets is locked anyway; pausing has a key of its own, allowPause.',
    },
    zh: {
      title: '锁定的设置',
      does: '用户不能改动的设置名称；“trust”指用户自己添加信任的网站，“all”指全部。策略里已设定的键本来就是锁定的；能否暂停由 allowPause 决定。',
    },
  },
  trustedDomains: {
    en: {
      title: 'Trusted domains',
      does: 'Domains or IP addresses, each domain with everything below it, on which nothing is said. No asterisks, ports or web addresses; whole suffixes such as com.cn are left out.',
    },
    zh: { title: '信任的域名', does: '这些域名（连同下级域名）或 IP 地址不作提醒。不要写星号、端口和网址；com.cn 这类整个后缀不采用。' },
  },
  trustedDomainsMode: {
    en: {
      title: 'Trusted domains: add or replace',
      does: 'add: the visitor’s own trusted hosts count too. replace: only the administrator’s count; the visitor’s come back when the key goes.',
    },
    zh: { title: '信任域名：追加或取代', does: 'add：用户自己信任的网站同样有效；replace：只认管理员的名单，去掉此键后用户的名单恢复。' },
  },
  blockedDomains: {
    en: { title: 'Blocked domains', does: 'Domains, each with everything below it, that are always stopped, whatever stands there.' },
    zh: { title: '禁止的域名', does: '这些域名及其下级域名一律拦下，不论网页内容。' },
  },
  extraProviders: {
    en: {
      title: 'Own institutions',
      does: 'Institutions that the built-in facts lack: name, domains, brands, phone. They are known and not to be imitated, but never shown as licensed.',
    },
    zh: { title: '自有机构', does: '内置名单之外的机构：名称、域名、品牌、电话。认得它们、防人冒充，但不会显示为持牌。' },
  },
  listUrl: {
    en: { title: 'Address of signed lists (reserved)', does: 'Reserved for signed updates: accepted, and without effect in this version.' },
    zh: { title: '签名名单的地址（预留）', does: '为签名更新预留：可以设置，本版本不起作用。' },
  },
  listPublicKeys: {
    en: {
      title: 'Public keys of signed lists (reserved)',
      does: 'Reserved for signed updates: accepted, and without effect in this version.',
    },
    zh: { title: '签名名单的公钥（预留）', does: '为签名更新预留：可以设置，本版本不起作用。' },
  },
  historyEnabled: {
    en: { title: 'Keep a history', does: 'Whether warnings are kept in this browser. They never leave it by this key.' },
    zh: { title: '保留记录', does: '是否在本浏览器里保留提醒记录。此键不会使记录离开浏览器。' },
  },
  historyDays: {
    en: { title: 'Days of history', does: 'How many days the history goes back, 1 to 3650.' },
    zh: { title: '记录保留天数', does: '记录保留多少天，1 至 3650。' },
  },
  allowExport: {
    en: { title: 'Allow exporting the history', does: 'false: no CSV or JSON of the history can be made.' },
    zh: { title: '允许导出记录', does: '设为 false：不能把记录导出为 CSV 或 JSON。' },
  },
  allowPause: {
    en: { title: 'Allow pausing', does: 'false: the guard cannot be paused, and a pause that is under way ends.' },
    zh: { title: '允许暂停', does: '设为 false：不能暂停，正在进行的暂停立即结束。' },
  },
  helperText: {
    en: { title: 'Whom to ask', does: 'A line on every warning that says whom to ask in the organisation, up to 80 characters.' },
    zh: { title: '找谁询问', does: '每次提醒都显示的一句话，说明在单位里找谁询问，最多 80 字。' },
  },
  helperUrl: {
    en: { title: 'Help page', does: 'An https address for help, shown as a link on the page that stands in place of a stopped one.' },
    zh: { title: '帮助网址', does: '帮助用的 https 网址，在拦截页上显示为链接。' },
  },
  language: {
    en: { title: 'Language', does: 'The language of everything the guard says.' },
    zh: { title: '语言', does: '所有文字使用的语言。' },
  },
  largeText: {
    en: { title: 'Large text', does: 'true: large text in warnings and pages.' },
    zh: { title: '大字', does: '设为 true：提醒和各页面用大字。' },
  },
  hideFirstRun: {
    en: { title: 'No first-run page', does: 'true: no welcome page opens after a forced installation.' },
    zh: { title: '不显示欢迎页', does: '设为 true：安装后不打开欢迎页。' },
  },
  reportUrl: {
    en: {
      title: 'Collector',
      does: 'The https address that receives events; plain http only to this machine. Without this key nothing is ever sent.',
    },
    zh: { title: '接收地址', does: '接收事件的 https 网址；http 只能指向本机。不设此键则什么都不发送。' },
  },
  reportAuthorization: {
    en: {
      title: 'Authorization header',
      does: 'The value of the Authorization header for the collector. Users of the computer can read policies: give a key that may only append.',
    },
    zh: { title: 'Authorization 头', does: '发给接收端的 Authorization 头。电脑用户可以读到策略，请使用只能写入的凭据。' },
  },
  reportKey: {
    en: {
      title: 'Signing key',
      does: 'Key of the HMAC-SHA-256 signature over "timestamp.body". Users of the computer can read policies: it keeps strangers out, not insiders.',
    },
    zh: { title: '签名密钥', does: '对“时间戳.正文”作 HMAC-SHA-256 签名的密钥。电脑用户可以读到策略：能防外人，不能防内部人。' },
  },
  reportEvents: {
    en: {
      title: 'Reported events',
      does: 'Which events are sent: verdict (a warning was given), decision (what the visitor did about it), change (the guard was paused or resumed, a host trusted, a helper’s PIN set or removed), status (once a day: on, versions, policy).',
    },
    zh: {
      title: '上报的事件',
      does: '发送哪些事件：verdict（作了提醒）、decision（用户怎么做）、change（暂停或恢复、信任网站、设置或取消家人 PIN）、status（每天一次：在用、版本、策略）。',
    },
  },
  reportDetail: {
    en: {
      title: 'Detail of addresses',
      does: 'domain: the registrable domain alone; host: the host too; path: the path too. Never a query or a fragment.',
    },
    zh: { title: '网址的详细程度', does: 'domain：只有可注册域名；host：加上主机名；path：再加路径。从不包含查询串和片段。' },
  },
};
