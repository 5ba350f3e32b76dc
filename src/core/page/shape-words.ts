import type { DataKind } from './data-kind.ts';

type Shape = readonly [kind: DataKind, words: RegExp];

const EIGHTEEN = '(?:十八|18) ?[位个格码]';

/** Numbers and papers told by their look, their length or their place instead of their name, as people speak who are not to say the name. */
const SHAPES: readonly Shape[] = [
  // 那张卡背后没有, 十八位, 末尾是叉的写叉; 户籍号码, 一十八位; 证上那十八个号
  ['idNumber', new RegExp(`${EIGHTEEN}[^。]{0,16}(?:[写打填]叉|有叉|户口|户籍|公民)`)],
  ['idNumber', new RegExp(`(?:[份件家]证|证[上件]|户口|户籍|公民|派出所|相片|照片)[^。]{0,16}${EIGHTEEN}`)],
  ['idNumber', /(?:公民|户籍)[^。,]{0,4}(?:编号|号码|之号)/],
  // 折子或卡面上的号头, 十六到十九位; 卡正面那一长溜; 所发卡片或存折封面所印之长码
  [
    'bankCard',
    /(?:(?<![员交保校饭])卡|折子?)[^。]{0,14}(?:(?:十六|16).{0,3}(?:十九|19) ?[位粒个]|[一长整大][溜串排]|号头|长码|浮字|全部数字)/,
  ],
  ['bankCard', /(?:进账|进钱|到账|收钱|收款|收货款|打款)(?:用)?的?那张[^。]{0,4}卡|凸起[^。]{0,4}(?:十六|16)/],
  ['bankCard', /(?<!\d)6\d{3} ?\*{4}/],
  // 红章执照上统一的那一串; 红印的纸右上角那排, 也是十八个
  ['licenceNumber', /(?:执照|红本本?)[^。]{0,8}(?:那一?[串排溜]|号码)/],
  ['licenceNumber', new RegExp(`(?:红印|红章|金边)[^。]{0,24}${EIGHTEEN}`)],
  ['licencePhoto', /(?:挂墙|墙上)[^。]{0,6}金边|金边[^。]{0,6}(?:挂墙|墙上)/],
  // 归款户头(某行某支行、号码); 货款往哪家打
  ['settlementAccount', /(?:归款|进账|打款|回款|入账|收款|货款)的?(?:户头|往哪|回到哪|打到哪)/],
  // 有脸的这面, 有红徽的这面
  ['idPhotoFront', /有(?:脸|人头|头像|相片|照片)的?[这那一]面/],
  ['idPhotoBack', /[有带]?(?:红徽|国徽)的?[这那一]面/],
];

/** A card's secrets in the same manner; alone they may be anything's. */
const SECRETS: readonly Shape[] = [
  // 签名条子末尾那三个斜着的数
  ['cardCvv', /(?:签名|背面|翻过来|翻个面|反面)[^。]{0,14}(?:三个|仨|3个)[^。]{0,4}(?:数|码|字)/],
  // 你在柜员机上取钱按的那六下
  ['cardPin', /(?:柜员机|取款机|提款机|取钱|取现)[^。]{0,8}[按输摁敲撳揿][^。]{0,4}[六6]/],
  // 95599 会来条信息, 把里头的六个数抄到这格; 一会儿银行给你手机蹦个条子, 里头六个数儿
  ['bankSmsCode', /(?:95\d{3}|银行|[发开]卡行)[^。]{0,14}(?:信息|消息|短信|短讯|条子|传字)[^。]{0,14}[六6] ?[个位](?!月)/],
  // 您登录银行网页所用的那个名字
  ['bankLogin', /登[录陆][^。,]{0,4}(?:银行网页|网页银行)/],
];

const kindsIn = (text: string, shapes: readonly Shape[]): DataKind[] => [
  ...new Set(shapes.filter(([, words]) => words.test(text)).map(([kind]) => kind)),
];

/** What words describe without naming it; `text` is folded. */
export const kindsByShape = (text: string): DataKind[] => kindsIn(text, SHAPES);

/** The card's secrets that words describe, for where a card is asked for too; `text` is folded. */
export const secretsByShape = (text: string): DataKind[] => kindsIn(text, SECRETS);
