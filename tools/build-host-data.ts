import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Provider } from '../src/core/knowledge/provider.ts';
import { collectHomophones, collectVariants, syllablesOf } from './host-data/han.ts';
import { collectLetters } from './host-data/letters.ts';

// Generates what a dictionary knows better than we: run it after a provider or a word was added, and commit what changed.
const root = new URL('../assets/', import.meta.url);
const readAsset = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const writeAsset = (path: string, value: unknown) => writeFileSync(new URL(path, root), `${JSON.stringify(value, null, 1)}\n`);

const providers = readdirSync(new URL('providers/', root))
  .sort()
  .map((file) => readAsset(`providers/${file}`) as Provider);
const words = readAsset('hosts/words.json') as Record<string, { han: string[] }>;
const places = readAsset('hosts/places.json') as { han: string[] };
const isHanName = (name: string) => /^\p{Script=Han}{2,}$/u.test(name);

const names = providers.flatMap(({ id, brands }) => brands.filter(isHanName).map((name) => ({ id, name, syllables: syllablesOf(name) })));
const readings: Record<string, Record<string, string>> = {};
for (const { id, name, syllables } of names) readings[id] = { ...readings[id], [name]: syllables.join(' ') };

const allWords = [...providers.flatMap(({ brands }) => brands), ...Object.values(words).flatMap(({ han }) => han), ...places.han];
const characters = new Set(allWords.flatMap((word) => [...word]).filter((character) => /\p{Script=Han}/u.test(character)));

mkdirSync(new URL('confusables/', root), { recursive: true });
writeAsset('confusables/letters.json', collectLetters());
writeAsset('confusables/han.json', collectVariants(characters));
writeAsset('hosts/readings.json', readings);
writeAsset(
  'hosts/homophones.json',
  collectHomophones(new Set(names.filter(({ name }) => name.length > 2).flatMap(({ syllables }) => syllables))),
);
