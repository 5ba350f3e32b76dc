import type { HanEntry, HostIndexData, StringEntry } from './host-index-data.ts';

const shortestSpelling = 5;
const shortestInitials = 3;
const longestName = 5;

/** The strings of the data, and after them the spellings and initials of the Chinese names. */
export function withSpellings({ strings, han, off }: HostIndexData): StringEntry[] {
  const known = new Set(strings.map(({ text }) => text));
  const added: StringEntry[] = [];
  const add = (entry: StringEntry) => {
    if (known.has(entry.text)) return;
    known.add(entry.text);
    const switchedOff = off[entry.text];
    added.push(switchedOff ? { ...entry, off: switchedOff } : entry);
  };
  for (const entry of han) for (const spelling of spell(entry)) add(spelling);
  return [...strings, ...added];
}

function* spell({ syllables, provider }: HanEntry): Generator<StringEntry> {
  const parts = syllables?.split(' ') ?? [];
  if (parts.length > longestName) return;
  const text = parts.join('');
  if (text.length >= shortestSpelling) yield { text, provider, strength: 'weak', source: 'pinyin' };
  const initials = parts.map((part) => part[0]).join('');
  if (initials.length >= shortestInitials) yield { text: initials, provider, strength: 'short', source: 'initials' };
}
