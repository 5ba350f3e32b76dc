import type { DataKind } from './data-kind.ts';
import type { FieldAsk } from './field-kinds.ts';
import type { Place, ReadText } from './hits.ts';
import type { PageSnapshot } from './snapshot.ts';

/** A way by which the page gets hold of a merchant without a form that asks for documents. */
export interface Lead {
  kind: Extract<DataKind, 'phone' | 'smsCode' | 'wechat' | 'qrLead'> | 'call' | 'copy';
  text: string;
  where: Place;
}

/** 1 5 9 - 0 0 7 2 - 3 8 1 6, 壹柒叁-0749-5520: written so that only people read it. */
const DIGIT = '[\\d一二三四五六七八九〇零壹贰叁肆伍陆柒捌玖]';
const PHONE_NUMBER = new RegExp(
  `(?<!${DIGIT})(?:[1一壹][- ]{0,3}[3-9三四五六七八九叁肆伍陆柒捌玖](?:[- ]{0,3}${DIGIT}){9}|[48]00[- ]?\\d{3,4}[- ]?\\d{3,4})(?!${DIGIT})`,
);
const WECHAT_ID =
  /(?:微信|vx|wx|薇信|威信|v信|\+v|加v|加我?[薇威微])(?:号|客服|咨询|同号|搜索?|一样)?[::]{0,1} ?(?:[a-z][\w-]{5,19}|[a-z]{2,12}(?: [\d]){1,8} ?[a-z]{0,12}|[a-z]{3,12}[^\w\s]{1,2}\d{3,12}|1[3-9]\d{9})/;
const OTHER_CHAT =
  /(?:whatsapp|telegram|(?<![a-z])line(?![a-z]))[^a-z0-9]{0,12}(?:id[: ]{0,2})?(?:@|\+?\d[\d ()-]{6,}|[a-z][\w-]{4,})|加 ?line/;
const CALL_WORDS = /apply|contact|call us|order|办理|申请|咨询|热线|客服|微信|手机|电话|领取|代理|加盟|订购|同号|经理|专员/;

/** Contact fields, copy widgets, QR codes, numbers and accounts that invite the visitor to get in touch. */
export function findLeads(snapshot: PageSnapshot, texts: readonly ReadText[], contactFields: readonly FieldAsk[]): Lead[] {
  const leads: Lead[] = contactFields.map(({ kind, text }) => ({ kind: kind as Lead['kind'], text, where: 'field' }));
  for (const { kind, near } of snapshot.leads) leads.push({ kind: LEAD_OF[kind], text: near, where: 'button' });
  for (const { kind, text, near } of snapshot.images) if (kind === 'qr') leads.push({ kind: 'qrLead', text: near || text, where: 'image' });
  for (const text of texts) leads.push(...leadsOfText(text));
  return bestOfEach(leads);
}

const LEAD_OF: Record<PageSnapshot['leads'][number]['kind'], Lead['kind']> = {
  copy: 'copy',
  tel: 'call',
  sms: 'call',
  weixin: 'wechat',
  qq: 'wechat',
  chat: 'wechat',
};

/** The ways to get in touch that one text names. */
export function leadsOfText({ place, text }: ReadText): Lead[] {
  if (/复制成功|点(?:一下|击)就?(?:能|可)?复制|轻触复制/.test(text) && text.length <= 80)
    return [{ kind: 'copy', text: text.slice(0, 40), where: place }];
  // 抄下小段的号, then 去微信添加.
  if (/^抄[下走录][^。,]{0,8}号$|[去到]微信里?(?:添加|粘贴?|一粘)/.test(text) && text.length <= 80)
    return [{ kind: 'copy', text: text.slice(0, 40), where: place }];
  const account = WECHAT_ID.exec(text);
  if (account) return [{ kind: 'wechat', text: account[0], where: place }];
  const number = PHONE_NUMBER.exec(text);
  if (number && CALL_WORDS.test(text)) return [{ kind: 'call', text: number[0], where: place }];
  if (/(?:评论区|留言).{0,4}(?:留|扣)|私信(?:我|领)|(?<!预)留(?:电话|手机|号码|联系方式)/.test(text))
    return [{ kind: 'call', text: text.slice(0, 40), where: place }];
  if (text.includes('微信同号') && text.length <= 160) return [{ kind: 'wechat', text: text.slice(0, 40), where: place }];
  if (OTHER_CHAT.test(text)) return [{ kind: 'wechat', text: text.slice(0, 40), where: place }];
  if (
    /(?:扫码|扫一扫|长按|识别二维码|扫描|二维码).{0,12}(?:添加|咨询|办理|申请|领取|客服|微信|备注|[进入加]群)|[进入加]群.{0,4}(?:办|领|升级|咨询)|拉[你您][进入].{0,4}群/.test(
      text,
    )
  )
    return [{ kind: 'qrLead', text: text.slice(0, 40), where: place }];
  return [];
}

function bestOfEach(leads: readonly Lead[]): Lead[] {
  const counts = new Map<Lead['kind'], number>();
  return leads.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= 2;
  });
}
