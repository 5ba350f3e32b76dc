import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledge } from '../src/core/knowledge/knowledge.ts';
import { compileKnowledge } from './compile-knowledge.ts';
import { projectRoot } from './lab/built-extension.ts';
import { readLessons } from './learn/read-lessons.ts';
import { learn, misjudged, writeWording } from './learn/train.ts';

// Learns from the pages of the corpora how invitations are worded and writes assets/wording.json.
// Prints what to expect of unseen pages: each group of pages that were written together is judged by what the others teach.
const NOTE =
  'Learnt from the pages of test/corpus by `npm run learn`, not to be edited. Runs of characters by what they weigh (in twentieths, above nought: as pages that invite to a terminal are worded).';

const corpora = readdirSync(path.join(projectRoot, 'test/corpus'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const { lexicon } = loadKnowledge(compileKnowledge(path.join(projectRoot, 'assets')));
const lessons = await readLessons(corpora, lexicon);

const sum = { pages: 0, missed: 0, wrong: 0 };
for (const group of new Set(lessons.map((lesson) => lesson.group))) {
  const own = lessons.filter((lesson) => lesson.group === group);
  const { missed, wrong } = misjudged(learn(lessons.filter((lesson) => lesson.group !== group)), own);
  console.log(`${group}: ${own.length} pages, ${missed} missed, ${wrong} taken for an invitation`);
  sum.pages += own.length;
  sum.missed += missed;
  sum.wrong += wrong;
}
console.log(`by wording alone, each group by what the others teach: ${sum.pages} pages, ${sum.missed} missed, ${sum.wrong} wrong`);
writeFileSync(path.join(projectRoot, 'assets/wording.json'), `${JSON.stringify(writeWording(learn(lessons), NOTE), null, 2)}\n`);
