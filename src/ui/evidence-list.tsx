import { Fragment } from 'preact';
import { explainEvidence, quotable } from '../core/explain.ts';
import type { Evidence } from '../core/verdict.ts';
import { catalogue, text } from '../platform/i18n.ts';
import { providerName } from './provider-names.ts';

/** Evidence in sentences, with the page's own words where there are any. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  return (
    <ul class="evidence">
      {evidence.map((item) => (
        <Piece key={item.signal} item={item} />
      ))}
    </ul>
  );
}

function Piece({ item }: { item: Evidence }) {
  const sentence = explainEvidence(item, catalogue(), providerName);
  return (
    <li>
      {sentence}
      <Quotes found={item.found} told={sentence} />
    </li>
  );
}

/** The page's own words, each once, without those that the sentence has already. */
function Quotes({ found, told }: { found: Evidence['found']; told: string }) {
  const quotes = [...new Set(found.map(({ text: words }) => quotable(words)))].filter((quote) => quote !== '' && !told.includes(quote));
  if (quotes.length === 0) return null;
  return (
    <p class="quotes">
      {text('evidence_found')}{' '}
      {quotes.map((quote) => (
        <Fragment key={quote}>
          <q>{quote}</q>{' '}
        </Fragment>
      ))}
    </p>
  );
}
