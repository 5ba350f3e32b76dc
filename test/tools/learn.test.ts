import { describe, expect, test } from 'vitest';
import { loadWording } from '../../src/core/page/wording.ts';
import { type Lesson, learn, misjudged, writeWording } from '../../tools/learn/train.ts';

const lesson = (id: number, group: string, invites: boolean, ...runs: string[]): Lesson => ({
  id: `${group}/${id}`,
  group,
  invites,
  runs: { anywhere: new Set(runs), headline: new Set(), control: new Set() },
});
/** Three groups of four pages: half of them invite, in the same words. */
const lessons = ['one', 'two', 'three'].flatMap((group) => [
  lesson(1, group, true, '费率', '押金', '今天'),
  lesson(2, group, true, '费率', '今天', `只有${group}`),
  lesson(3, group, false, '记者', '今天'),
  lesson(4, group, false, '记者', '警方', '今天', `只有${group}`),
]);

describe('learning how invitations are worded', () => {
  const model = learn(lessons);
  const { anywhere } = loadWording(writeWording(model, ''));

  test('what invitations share weighs for them, what the others share against', () => {
    expect(anywhere.get('费率')).toBeGreaterThan(0.5);
    expect(anywhere.get('记者')).toBeLessThan(-0.5);
  });

  test('what all pages say weighs next to nothing', () => {
    expect(Math.abs(anywhere.get('今天') ?? 0)).toBeLessThan(0.3);
  });

  test('what only one group of pages says is that group’s manner and not learnt', () => {
    expect([...anywhere.keys()].filter((run) => run.startsWith('只有'))).toEqual([]);
  });

  test('the same pages teach the same', () => {
    expect(writeWording(learn(lessons), '')).toEqual(writeWording(model, ''));
  });

  test('pages judged wrongly are counted by what went wrong', () => {
    expect(misjudged(model, lessons)).toEqual({ missed: 0, wrong: 0 });
    expect(misjudged(model, [lesson(9, 'new', true, '记者'), lesson(10, 'new', false, '费率'), lesson(11, 'new', false, '费率')])).toEqual({
      missed: 1,
      wrong: 2,
    });
  });
});
