import { useId } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { explainEvidence } from '../../core/explain.ts';
import { catalogue, type MessageKey, text } from '../../platform/i18n.ts';
import { extensionVersion } from '../../platform/own-tab.ts';
import { CopyButton } from '../copy-button.tsx';
import { providerName } from '../provider-names.ts';

const longestMail = 1_500; // Mail programs cut longer addresses off.

/** What a text about a mistake is made of. */
type Judged = Pick<Assessment, 'hostname' | 'level' | 'asks' | 'evidence'> & { invokes?: string | undefined };

/** A text that tells whoever can correct it that a warning was wrong: facts about the site, nothing about the visitor. */
export function Mistake({ assessment }: { assessment: Judged }) {
  const id = useId();
  const words = mistakeText(assessment);
  const body = [...words].slice(0, longestMail).join('');
  const mail = `mailto:?subject=${encodeURIComponent(text('report_mistakeSubject', assessment.hostname))}&body=${encodeURIComponent(body)}`;
  return (
    <section class="mistake">
      <p>{text('report_mistakeLead')}</p>
      <label for={id}>{text('report_mistakeText')}</label>
      <textarea id={id} readOnly rows={10} value={words} />
      <div class="actions">
        <CopyButton words={words} />
        <a class="button" href={mail}>
          {text('report_mail')}
        </a>
      </div>
    </section>
  );
}

/** The facts of a warning for somebody who maintains the lists: no path, no times, no decisions. */
export function mistakeText({ hostname, level, invokes, asks, evidence }: Judged): string {
  return [
    text('report_mistakeSubject', hostname),
    '',
    fact('report_site', hostname),
    fact('history_level', text(`level_${level}`)),
    ...(invokes === undefined ? [] : [fact('history_institution', `${providerName(invokes)} (${invokes})`)]),
    ...(asks.length === 0 ? [] : [fact('history_asked', asks.map((kind) => text(`kind_${kind}`)).join(text('list_separator')))]),
    fact('history_why', '').trimEnd(),
    ...evidence.map((piece) => `- ${explainEvidence(piece, catalogue(), providerName)} [${piece.signal}]`),
    fact('report_version', extensionVersion()),
    '',
    text('report_mistakeReason'),
    '',
  ].join('\n');
}

const fact = (name: MessageKey, value: string) => text('report_fact', text(name), value);
