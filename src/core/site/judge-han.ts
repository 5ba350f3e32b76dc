import { type Finding, weightier } from './finding.ts';
import type { HostIndex } from './host-index.ts';
import type { HanEntry } from './host-index-data.ts';
import type { Reading } from './reading.ts';
import { takeApart } from './vocabulary.ts';

const han = /\p{Script=Han}/u;

/** Providers' Chinese names, also in traditional, variant and same-sounding characters: 拉卡拉官网, 銀聯商務, 拉卡啦. */
export function findHanNames(reading: Reading, index: HostIndex): Finding | undefined {
  const { text } = reading.skeleton;
  if (!han.test(text)) return undefined;
  let best: Finding | undefined;
  for (let at = 0; at < text.length; at++) {
    for (const entry of index.hanByFirst().get(text[at] as string) ?? []) {
      if (text.startsWith(entry.name, at)) best = weightier(best, judgeName(entry, at, reading, index));
    }
    for (const syllable of index.readings().get(text[at] as string) ?? []) {
      for (const entry of index.hanBySyllable().get(syllable) ?? []) {
        if (soundsLike(text, at, entry, index)) best = weightier(best, judgeSound(entry, at, reading, index));
      }
    }
  }
  return best;
}

function judgeName(entry: HanEntry, start: number, reading: Reading, index: HostIndex): Finding | undefined {
  const { kinds, label, extra } = surround(entry, start, reading, index);
  const provider = index.data.providers[entry.provider];
  const as = (level: 1 | 2 | 3): Finding => ({
    level,
    technique: 'hanName',
    provider: entry.provider,
    official: entry.name,
    start,
    end: start + entry.name.length,
    extra,
  });
  if (kinds?.has('pos') || (kinds?.has('trade') && !(entry.common && !provider?.acquirer && kinds.size === 1))) return as(3);
  if (entry.common) return kinds?.has('trade') ? as(2) : provider?.acquirer && label === entry.name ? as(1) : undefined;
  if (provider?.manyDomains || provider?.bystander) return label === entry.name || kinds ? as(1) : undefined;
  // Two characters turn up by chance inside longer names.
  if (entry.name.length === 2) return kinds ? as(label === entry.name ? 3 : 2) : undefined;
  return as(3);
}

function judgeSound(entry: HanEntry, start: number, reading: Reading, index: HostIndex): Finding | undefined {
  const { kinds, label, extra } = surround(entry, start, reading, index);
  if (!kinds) return undefined;
  const telling = kinds.has('pos') || kinds.has('trade');
  const long = entry.name.length > 2 && !entry.common;
  if (!telling && !(long && label.length === entry.name.length)) return undefined;
  const level = long ? 2 : 1;
  return { level, technique: 'hanHomophone', provider: entry.provider, official: entry.name, start, end: start + entry.name.length, extra };
}

// At least one character is the real one, unless there are three others that sound right.
function soundsLike(text: string, start: number, { name, syllables }: HanEntry, { readings }: HostIndex): boolean {
  if (!syllables || text.startsWith(name, start)) return false;
  let same = 0;
  for (const [at, syllable] of syllables.split(' ').entries()) {
    const character = text[start + at] ?? '';
    if (character === name[at]) same++;
    else if (!readings().get(character)?.has(syllable)) return false;
  }
  return same > 0 || name.length > 2;
}

function surround({ name }: HanEntry, start: number, { skeleton: { text } }: Reading, { vocabulary }: HostIndex) {
  const from = text.lastIndexOf('.', start - 1) + 1;
  const dot = text.indexOf('.', start + name.length);
  const to = dot < 0 ? text.length : dot;
  const [left, right] = [text.slice(from, start), text.slice(start + name.length, to)];
  const extra = [left, right].filter(Boolean).join('…');
  return { kinds: takeApart(`${left}-${right}`, vocabulary())?.kinds, label: text.slice(from, to), extra };
}
