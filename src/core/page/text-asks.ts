import { type DataKind, dataKinds, secretKinds, sensitiveKinds } from './data-kind.ts';
import type { FieldAsk } from './field-kinds.ts';
import { type Hit, isStructure, type ReadText } from './hits.ts';

/** 发身份证照片给客服, 资料拍照回传: documents asked for in words. */
const SEND =
  /(?:[^打]拍|准备|发送|发给|发我|发到|发来|发至|回传|拍照|拍下|传给|传到|传至|提交给|回复|提供给|上传|填写|要填|须填|填入|输入|报给|告知|私信|打[出在到]|附[一上]|[再先请]发|发[:：]|[发报说念写]一下)/;
const REACH = 14;

/** Data that the page's words tell the visitor to send, outside of any form. */
export function findTextAsks(texts: readonly ReadText[]): FieldAsk[] {
  return texts.flatMap((text) => asksOfText(text));
}

/** 不要把身份证照片发给陌生人 tells people not to; 不要打码, 请勿离开 tell them how. */
const ADVICE =
  /(?:不要|勿|不得|禁止|不能)(?![^。,;]{0,4}(?:打码|马赛克|遮|挡|反光|美颜|修图|裁剪|模糊|离开|关闭|退出|刷新|缺角))|不会|从不|绝不/;

function asksOfText({ place, text, hits }: ReadText): FieldAsk[] {
  const isAdvice = hits.some((hit) => hit.tags.has('denial') || (hit.tags.has('genre:warningAdvice') && !/[勿要]$/.test(hit.text)));
  if (isAdvice || ADVICE.test(text)) return [];
  return hits.flatMap((hit) =>
    kindsOf(hit).flatMap((kind) =>
      isAskedFor(hit, text) ? [{ kind, text: around(text, hit), where: isStructure(place) ? place : 'text' }] : [],
    ),
  );
}

/** 请输入该卡取款密码: a request that needs no field, a page may draw its own keys. */
const REQUEST = /^(?:请|并|再|先)?(?:[用在].{2,8})?(?:输入|填写)/;
const REQUEST_LENGTH = 40;

/** Card secrets that a line of the page asks for outright. */
export function findRequests(texts: readonly ReadText[]): FieldAsk[] {
  return texts
    .filter(({ text, place }) => place !== 'hidden' && text.length <= REQUEST_LENGTH && REQUEST.test(text))
    .flatMap(asksOfText)
    .filter(({ kind }) => secretKinds.has(kind));
}

/** ① 本人姓名；② 身份证号；③ 收款的储蓄卡: what fields that bear only numbers are for. */
export const findNumbered = (texts: readonly ReadText[]): FieldAsk[] =>
  texts.filter(({ place, text }) => place !== 'hidden' && NUMBERED.test(text) && text.length <= NUMBERED_LENGTH).flatMap(labelsIn);
const NUMBERED = /(?<!\d)1\D{2,14}2\D{2,14}3\D{2}/;
const NUMBERED_LENGTH = 200;

/** Tiles that are pressed to hand over a picture: 身份证 有头像那面, 收款的银行卡, 营业执照. Three kinds of documents are no menu; lines of text are tiles where pictures are called for. */
export function findTiles(texts: readonly ReadText[]): FieldAsk[] {
  const pictured = texts.some(({ place, text }) => place !== 'hidden' && PICTURES_WANTED.test(text));
  const tiles = findLabels(
    texts.filter(({ place, text }) => place === 'button' || (pictured && place === 'text' && text.length <= TILE_LENGTH)),
  );
  return new Set(tiles.map(({ kind }) => kind)).size >= 3 ? tiles : [];
}
const PICTURES_WANTED = /拍(?:[一二两三四五六七八\d]张|好|照上传)|(?:点击|点这里|点下面)(?:上传|拍)/;
const TILE_LENGTH = 10;

/** What short lines name, where a page has no fields and lines stand for them. */
export const findLabels = (texts: readonly ReadText[]): FieldAsk[] =>
  texts
    .filter(
      ({ place, text, hits }) =>
        place !== 'hidden' &&
        text.length <= LABEL_LENGTH &&
        !/[?？吗]|怎么|如何/.test(text) &&
        !hits.some(({ tags }) => tags.has('denial')),
    )
    .flatMap(labelsIn);
const LABEL_LENGTH = 24;

function labelsIn({ text, hits }: ReadText): FieldAsk[] {
  return hits.flatMap((hit) => kindsOf(hit).map((kind) => ({ kind, text: around(text, hit), where: 'text' })));
}

const kindsOf = ({ tags }: Hit): DataKind[] =>
  dataKinds.filter((kind) => tags.has(`kind:${kind}`) && (sensitiveKinds.has(kind) || secretKinds.has(kind)));
const isAskedFor = ({ start, end }: Hit, text: string) =>
  SEND.test(text.slice(Math.max(0, start - REACH), start)) || SEND.test(text.slice(end, end + REACH));
const around = (text: string, { start, end }: Hit) => text.slice(Math.max(0, start - 12), end + 12);
