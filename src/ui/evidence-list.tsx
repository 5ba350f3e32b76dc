import { explainEvidence, quotable } from '../core/explain.ts';
import type { Evidence } from '../core/verdict.ts';
import { catalogue, text } from '../platform/i18n.ts';
import { providerName } from './provider-names.ts';

/** Evidence in sentences, with the page's own words where there are any. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  return (
    <ul class="evidence">
      {evidence.map((item) => (
        <li key={item.signal}>
          {explainEvidence(item, catalogue(), providerName)}
          <Quotes found={item.found} />
        </li>
      ))}
    </ul>
  );
}

function Quotes({ found }: { found: Evidence['found'] }) {
  const quotes = [...new Set(found.map(({ text: words }) => quotable(words)))].filter(Boolean);
  if (quotes.length === 0) return null;
  return (
    <p class="quotes">
      {text('evidence_found')}
      {quotes.map((quote) => (
        <q key={quote}>{quote}</q>
      ))}
    </p>
  );
}
