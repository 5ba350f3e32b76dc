import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { type KnowledgeData, parseLexicons, parseProviders, parseRegister, parseWording } from '../src/core/knowledge/knowledge.ts';
import type { LexiconSource } from '../src/core/page/lexicon.ts';
import { compileHostIndex, type HostSources } from '../src/core/site/index.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const readFolder = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson(join(path, name)));

/** Makes the detector's knowledge from the files in `assets/`; throws with the first fault. */
export function compileKnowledge(assets: string): KnowledgeData {
  const providers = parseProviders(readFolder(join(assets, 'providers')));
  const lexicons = parseLexicons(readFolder(join(assets, 'lexicons')));
  const confusables = (name: string) => readJson(join(assets, 'confusables', `${name}.json`)) as Record<string, string>;
  return {
    providers,
    register: parseRegister(readJson(join(assets, 'licence-register.json'))),
    lexicons,
    wording: parseWording(readJson(join(assets, 'wording.json'))),
    plain: plainCharacters(confusables('han'), confusables('text'), guardedCharacters(lexicons)),
    syllables: syllablesOf(JSON.stringify(lexicons)),
    hosts: compileHostIndex(providers, readHostSources(assets)),
  };
}

/** The word lists and tables of the host engine as they stand in `assets/`. */
export function readHostSources(assets: string): HostSources {
  const hosts = (name: string) => readJson(join(assets, 'hosts', `${name}.json`));
  const confusables = (name: string) => readJson(join(assets, 'confusables', `${name}.json`));
  return {
    words: hosts('words'),
    places: hosts('places'),
    strings: hosts('strings'),
    readings: hosts('readings'),
    calibration: hosts('calibration'),
    platforms: hosts('platforms'),
    homophones: hosts('homophones'),
    letters: confusables('letters'),
    variants: confusables('han'),
  } as HostSources;
}

/** Traditional and variant characters with their simplified form, and foreign letters drawn like Latin ones. */
function plainCharacters(variants: Record<string, string>, extra: Record<string, string>, guarded: ReadonlySet<string>): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const plain = simplify(character);
    if (plain !== character && [...plain].length === 1) pairs += character + plain;
  }
  // Only characters that nobody needs for another word: 附 is no way to write 付 in a text.
  const common = new Set(commonCharacters());
  for (const [plain, written] of Object.entries(variants))
    for (const character of written) if (!common.has(character)) pairs += character + plain;
  // A character that nobody writes (裑) stands for the guarded one that sounds like it (身).
  const bySound = new Map([...guarded].toReversed().map((character) => [pinyin(character, { toneType: 'none' }), character]));
  const taken = new Set([...pairs].filter((_, at) => at % 2 === 0));
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const plain = common.has(character) || taken.has(character) ? undefined : bySound.get(pinyin(character, { toneType: 'none' }));
    if (plain !== undefined) pairs += character + plain;
  }
  return pairs + Object.entries(extra).flat().join('');
}

/** The characters of the words that hide most, the most wanted word first. */
const guardedCharacters = (lexicons: readonly LexiconSource[]) =>
  new Set(lexicons.flatMap(({ guarded }) => [...(guarded ?? []).join('')]).filter((character) => character >= '\u4e00'));

/** The common characters by how they are usually read, those of the lexicon by every reading, without tones. */
function syllablesOf(lexicon: string): Record<string, string> {
  const bySyllable: Record<string, string> = {};
  const own = new Set(lexicon.replace(/[^\u4e00-\u9fff]/g, ''));
  for (const character of new Set([...commonCharacters(), ...own])) {
    for (const reading of pinyin(character, { toneType: 'none', type: 'array', multiple: own.has(character) })) {
      const syllable = reading.toLowerCase().replace(/ü/g, 'v');
      if (/^[a-z]{1,6}$/.test(syllable) && !bySyllable[syllable]?.includes(character))
        bySyllable[syllable] = (bySyllable[syllable] ?? '') + character;
    }
  }
  return Object.fromEntries(Object.entries(bySyllable).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The 6,763 characters of GB 2312. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) if (!(row === 0xd7 && cell > 0xf9)) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(new Uint8Array(bytes));
}
