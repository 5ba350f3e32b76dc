import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseWording } from '../../../src/core/knowledge/knowledge.ts';
import type { Place, ReadText } from '../../../src/core/page/hits.ts';
import { addLeanings, isWordedSo, loadWording, oddsOf, readLeaning, runsOf } from '../../../src/core/page/wording.ts';
import { knowledge } from '../knowledge/loaded.ts';

const wording = loadWording({
  note: '',
  weights: { anywhere: { '40': '费率 到账', '-20': '记者' }, headline: { '60': '费率' }, control: { '10': '领取 pos' } },
});
const said = (text: string, place: Place = 'text'): ReadText => ({ place, text, hits: [] });

describe('runs of characters', () => {
  test('are two and three Chinese characters in a row, and Latin words', () => {
    expect([...runsOf('刷卡费, pos机x')]).toEqual(['刷卡', '刷卡费', '卡费', 'pos']);
    expect([...runsOf('机')]).toEqual([]);
    expect([...runsOf('a-very-long abcdefghijklmnopq')]).toEqual(['very', 'long']);
  });
});

describe('how a page is worded', () => {
  test('each run counts once, however often it stands there', () => {
    expect(readLeaning([said('费率，费率，费率'), said('费率')], wording)).toMatchObject({ sum: 2, count: 1 });
  });

  test('over the door and on buttons it counts once more by itself', () => {
    expect(readLeaning([said('费率', 'title')], wording)).toMatchObject({ sum: 5, count: 2 });
    expect(readLeaning([said('领取', 'button')], wording)).toMatchObject({ sum: 0.5, count: 1 });
    expect(readLeaning([said('领取')], wording)).toMatchObject({ sum: 0, count: 0 });
  });

  test('what nobody sees says nothing', () => {
    expect(readLeaning([said('费率到账', 'hidden')], wording)).toEqual({ sum: 0, count: 0 });
  });

  test('the text that speaks most like an invitation is quoted', () => {
    expect(readLeaning([said('记者'), said('费率到账'), said('到账')], wording).telling).toEqual({ text: '费率到账', where: 'text' });
    expect(readLeaning([said('记者')], wording).telling).toBeUndefined();
  });

  test('a few words weigh little, many of the same kind much', () => {
    expect(oddsOf({ sum: 3, count: 2 })).toBeLessThan(0.6);
    expect(oddsOf({ sum: 60, count: 40 })).toBeGreaterThan(7);
  });

  test('frames are worded together', () => {
    const one = { sum: 2, count: 3, telling: { text: '甲', where: 'text' as const } };
    const other = { sum: -1, count: 2, telling: { text: '乙', where: 'text' as const } };
    expect(addLeanings(one, other)).toEqual({ sum: 1, count: 5, telling: one.telling });
    expect(addLeanings(other, one)).toEqual({ sum: 1, count: 5, telling: one.telling });
  });

  test('a page of any length costs no more than its beginning', () => {
    const long = said('到账与别的话'.repeat(20_000));
    expect(readLeaning([long, said('费率')], wording).count).toBe(1);
  });
});

describe('what was learnt', () => {
  const odds = (...texts: string[]) =>
    oddsOf(
      readLeaning(
        texts.map((text) => said(knowledge.lexicon.fold(text))),
        knowledge.wording,
      ),
    );

  test('tells a seller from a newspaper, in words of neither’s page', () => {
    const seller =
      '老板们看过来，我们这台小机器刷信用卡万六起，扫码千三，当天到账不拖，不收押金，邮费我们付，坏了换新。没有执照也能开，本人拿证件就行，加我微信发资料，半小时开好。';
    const paper =
      '记者从市公安局获悉，近日一名店主接到自称客服的来电，被要求点击链接并填写资料，损失两万余元。警方提醒，陌生来电不要轻信，发现被骗请立即报警，并保存好聊天记录等证据。';
    expect(odds(seller)).toBeGreaterThan(1.5);
    expect(odds(paper)).toBeLessThan(-1);
  });

  test('is parsed like everything from a file', () => {
    const data = JSON.parse(readFileSync('assets/wording.json', 'utf8'));
    expect(() => parseWording(data)).not.toThrow();
    expect(() => parseWording({ ...data, weights: { ...data.weights, anywhere: { much: '费率' } } })).toThrow();
    expect(() => parseWording({ ...data, weights: { anywhere: {} } })).toThrow();
  });

  test('stays small enough to be read at every start', () => {
    expect(readFileSync('assets/wording.json').length).toBeLessThan(150_000);
    expect(knowledge.wording.anywhere.size).toBeGreaterThan(1_000);
  });

  test('a few words of a form are no wording of the trade', () => {
    const form = ['补贴登记', '姓名', '身份证号', '银行卡号', '提交'].map((text) => said(text, 'label'));
    expect(isWordedSo(readLeaning(form, knowledge.wording))).toBe(false);
  });
});
