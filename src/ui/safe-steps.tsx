import { officialUrl } from '../core/knowledge/official-url.ts';
import type { Provider } from '../core/knowledge/provider.ts';
import { type MessageKey, text } from '../platform/i18n.ts';
import { OutsideLink } from './outside-link.tsx';

const regulators = import.meta.glob<Provider>(
  ['/assets/providers/pbc.json', '/assets/providers/pcac.json', '/assets/providers/gsxt.json', '/assets/providers/antifraud.json'],
  { eager: true, import: 'default' },
);

const steps: { title: MessageKey; body: MessageKey; regulator: string }[] = [
  { title: 'steps_licence', body: 'steps_licenceBody', regulator: 'pbc' },
  { title: 'steps_process', body: 'steps_processBody', regulator: 'gsxt' },
  { title: 'steps_account', body: 'steps_accountBody', regulator: 'antifraud' },
  { title: 'steps_rules', body: 'steps_rulesBody', regulator: 'pcac' },
];

/** Getting a terminal safely, in four steps, each with the office that answers for it. */
export function SafeSteps() {
  return (
    <details class="card">
      <summary>{text('steps_title')}</summary>
      <ol class="steps">
        {steps.map(({ title, body, regulator }) => (
          <li key={regulator}>
            <strong>{text(title)}</strong>
            <p>{text(body)}</p>
            <RegulatorLink id={regulator} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function RegulatorLink({ id }: { id: string }) {
  const regulator = regulators[`/assets/providers/${id}.json`];
  const site = regulator && officialUrl(regulator);
  if (!regulator) return null;
  // Without a proven site there is no link; a guessed one would be worse than none.
  if (!site)
    return (
      <p>
        {regulator.legalName} <span class="number">{regulator.hotline}</span>
      </p>
    );
  return (
    <OutsideLink href={site.url}>
      {regulator.legalName} {site.host}
    </OutsideLink>
  );
}
