import { describe, expect, it } from 'vitest';
import { kindsByShape, secretsByShape } from '../../../src/core/page/shape-words.ts';

describe('numbers and papers told by their look', () => {
  it.each([
    ['正面最底下一长串,十八位,末尾是叉的写叉', ['idNumber']],
    ['户籍号码,一十八位', ['idNumber']],
    ['当家人证上那十八个号', ['idNumber']],
    ['公民编号(尾数若为字母请大写)', ['idNumber']],
    ['折子或卡面上的号头,十六到十九位', ['bankCard']],
    ['卡正面那一长溜', ['bankCard']],
    ['收货款的那张储蓄卡的号', ['bankCard']],
    ['6225 **** **** ****这样的,放平拍', ['bankCard']],
    ['红章执照上统一的那一串', ['licenceNumber']],
    ['挂墙上的,金边那张', ['licencePhoto']],
    ['归款户头(某行某支行、号码)', ['settlementAccount']],
    ['有脸的这面', ['idPhotoFront']],
    ['有红徽的这面', ['idPhotoBack']],
  ])('knows %s', (text, kinds) => {
    expect(kindsByShape(text)).toEqual(kinds);
  });

  it.each([
    ['翻过来,签名条子末尾那三个斜着的数', ['cardCvv']],
    ['你在柜员机上取钱按的那六下', ['cardPin']],
    ['等一会儿95599会来条信息,把里头的六个数抄到这格', ['bankSmsCode']],
    ['您登录银行网页所用的那个名字', ['bankLogin']],
  ])('knows %s for a secret', (text, kinds) => {
    expect(secretsByShape(text)).toEqual(kinds);
    expect(kindsByShape(text)).toEqual([]);
  });

  it.each([
    '统一社会信用代码18位',
    '会员卡上的十位号码',
    '请输入6位短信验证码',
    '手机号码11位',
    '银行六个月流水',
    '车架号十七位',
    '卡通头像这面朝上',
    '邮政编码六位',
    '十五天内可换货',
    '会员卡背面那一长串',
    '公交卡面上一大串数',
  ])('passes over %s', (text) => {
    expect([...kindsByShape(text), ...secretsByShape(text)]).toEqual([]);
  });
});
