import { leadKinds } from './data-kind.ts';
import type { FieldAsk } from './field-kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { secretsByShape } from './shape-words.ts';
import type { PageSnapshot } from './snapshot.ts';

const VALIDITY =
  /^(?:请输入|请填写)?(?:(?:卡片?)?有效(?:期限?|日期|年月)(?:\(.{1,8}\))?|.{0,8}月 ?\/ ?年)[:：*]?$|月 ?[/／] ?年[”」"]?的[两四]/;
const LAST_THREE =
  /^(?:请输入|请填写)?(?:卡片?|签名栏|信用卡)?(?:背面?|反面)?的?(?:签名[条栏])?[后末][三3]位(?:数字?|码)?[:：*]?$|(?:签名[条栏]|背面|反面|卡背|白条)[^。]{0,8}(?:[三3] ?(?:位|个数|码)|仨数)/;
const SENT_BY_BANK = /(?:银行|[发开]卡行)[^。，,]{0,12}(?:下发|发来|发了|发送|发给|刚发)[^。]{0,16}(?:码|数字|[六6] ?(?:位|个数))/;

/** 有效期, 后三位 and a code that the bank sends mean nothing alone, after a card number they are the card's. */
export function withCardDetails(asksByField: FieldAsk[][], { fields }: PageSnapshot, { fold }: Lexicon): FieldAsk[][] {
  const isCard = (at: number) =>
    asksByField[at]?.some(({ kind }) => kind === 'bankCard' || kind === 'cardCvv' || kind === 'cardExpiry') === true;
  // What is pressed on a bank's machine is a card's, whatever stands before it.
  const known =
    asksByField.some((_, at) => isCard(at)) ||
    fields.some(({ labels }) => describedSecrets(labels, fold).some(({ kind }) => kind === 'cardPin'));
  for (const [at, asks] of asksByField.entries()) {
    const sent = known && fields[at]?.labels.find(({ text }) => SENT_BY_BANK.test(text));
    if (sent && asks.every(({ kind }) => leadKinds.has(kind)))
      asks.splice(0, 1, { kind: 'bankSmsCode', text: sent.text.slice(0, 40), where: sent.route });
    if (known && asks.length === 0) asks.push(...describedSecrets(fields[at]?.labels ?? [], fold));
    if (asks.length > 0 || !(isCard(at - 1) || isCard(at - 2))) continue;
    for (const { text, route } of fields[at]?.labels.slice(0, 2) ?? []) {
      if (VALIDITY.test(text)) asks.push({ kind: 'cardExpiry', text, where: route });
      else if (LAST_THREE.test(text)) asks.push({ kind: 'cardCvv', text, where: route });
    }
  }
  return asksByField;
}

/** 你在柜员机上取钱按的那六下: what labels describe of a card's secrets. */
const describedSecrets = (labels: PageSnapshot['fields'][number]['labels'], fold: Lexicon['fold']): FieldAsk[] =>
  labels
    .filter(({ route, text }) => route !== 'step' && text.length <= LONGEST_LABEL)
    .slice(0, 2)
    .flatMap(({ text, route }) => secretsByShape(fold(text)).map((kind) => ({ kind, text: text.slice(0, 40), where: route })));
const LONGEST_LABEL = 60;

/** 开票资料: every company tells its number and its bank to whoever writes it an invoice. */
export const withoutInvoiceDetails = (asks: FieldAsk[], { labels }: PageSnapshot['fields'][number]): FieldAsk[] =>
  labels.some(({ text }) => /税号|稅號|专票|專票|[开開]票|发票抬头|發票抬頭/.test(text))
    ? asks.filter(({ kind }) => !ON_INVOICES.has(kind))
    : asks;
const ON_INVOICES: ReadonlySet<FieldAsk['kind']> = new Set<FieldAsk['kind']>(['licenceNumber', 'licencePhoto', 'settlementAccount']);
