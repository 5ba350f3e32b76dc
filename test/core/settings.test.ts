import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imposedSettings } from '../../src/core/policy/imposed-settings.ts';
import { defaultSettings, effectiveSettings, parseSettings } from '../../src/core/settings.ts';

const good = {
  language: 'zh_TW',
  largeText: true,
  audience: 'relative',
  mark: { picture: 'boat', phrase: '外婆的小船' },
  helper: { name: '女儿小敏', phone: '138 0000 0000' },
  historyEnabled: false,
  historyDays: 30,
  historyRows: 1_000,
} as const;

describe('stored settings', () => {
  test('come back as they were kept', () => {
    expect(parseSettings(structuredClone(good))).toEqual(good);
  });

  test.each([
    ['language', 'fr'],
    ['largeText', 'yes'],
    ['audience', 'everybody'],
    ['mark', { picture: 'skull', phrase: '' }],
    ['mark', { picture: 'sun', phrase: '一二三四五六七八九十一二三' }],
    ['mark', { picture: 'sun', phrase: '已认证\u202e' }],
    ['helper', { name: '女儿\n小敏', phone: '138' }],
    ['helper', { name: '女儿', phone: 'javascript:alert(1)' }],
    ['historyDays', 0],
    ['historyDays', 1.5],
    ['historyRows', 5],
  ])('lose %s alone where it is %j', (key, value) => {
    const { [key as keyof typeof good]: _, ...rest } = good;
    expect(parseSettings({ ...good, [key]: value })).toEqual(rest);
  });

  test('keep nothing that is no setting, and never throw', () => {
    const hostile = JSON.parse('{"__proto__":{"largeText":true},"helper":{"name":"女儿","phone":"138","extra":1},"x":1}');
    expect(parseSettings(hostile)).toEqual({ helper: { name: '女儿', phone: '138' } });
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const settings = effectiveSettings({}, parseSettings(raw));
        expect(settings.historyDays).toBeGreaterThan(0);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('what holds', () => {
  test('is the default where nobody chose, and the organisation’s word over the visitor’s', () => {
    expect(effectiveSettings({}, {})).toEqual(defaultSettings);
    const imposed = imposedSettings({ largeText: false, historyDays: 7, mode: 'warn' });
    expect(effectiveSettings(imposed, good)).toEqual({ ...good, largeText: false, historyDays: 7 });
  });
});
