import type { Assessment, HistoryPage, HistoryPlace, HistoryQuery } from '../core/assessment.ts';
import { displayName } from '../core/warning.ts';
import { browseAssessments } from '../platform/history/browse.ts';
import { text } from '../platform/i18n.ts';
import { knowledge } from '../platform/knowledge.ts';
import { readSettings } from '../platform/settings.ts';

const most = 500;

/** The next rows of what a reader looks for, in the words of the reader's language. */
export async function browseHistory({
  query,
  limit,
  after,
}: {
  query: HistoryQuery;
  limit: number;
  after?: HistoryPlace;
}): Promise<HistoryPage> {
  // Only words are looked for in a language, and everybody else would wait for it.
  if (query.words !== '') await readSettings();
  return browseAssessments({ query, after, limit: Math.min(limit, most), matches: matcherFor(query) });
}

/** What no index answers: every word somewhere in address, title, institution or what was asked for; and what the visitor did. */
function matcherFor({ words, decision }: HistoryQuery): ((row: Assessment) => boolean) | undefined {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && decision === '') return undefined;
  const names = new Map<string, string>();
  const foldedName = (id: string) => {
    const provider = knowledge().byId.get(id);
    const name = names.get(id) ?? fold([id, displayName(provider) ?? '', provider?.legalName ?? ''].join('\n'));
    names.set(id, name);
    return name;
  };
  const describe = ({ hostname, url, title, invokes, asks }: Assessment) =>
    [
      fold(`${hostname}\n${url}\n${title}`),
      invokes ? foldedName(invokes) : '',
      fold(asks.map((kind) => text(`kind_${kind}`)).join('\n')),
    ].join('\n');
  return (row) => {
    if (decision !== '' && !hasDecision(row, decision)) return false;
    if (wanted.length === 0) return true;
    const described = describe(row);
    return wanted.every((word) => described.includes(word));
  };
}

const hasDecision = ({ decisions }: Assessment, wanted: HistoryQuery['decision']) =>
  wanted === 'none' ? decisions.length === 0 : decisions.some(({ kind }) => kind === wanted);

const fold = (words: string) => words.normalize('NFKC').toLowerCase();
