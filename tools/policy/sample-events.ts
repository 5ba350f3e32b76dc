import { composeEvent, type Occurrence, type Reporter, toLines } from '../../src/core/report/event.ts';

const reporter: Reporter = {
  installation: '8c0f3a52-4d5e-4f0b-9a57-0c6a1a2b3c4d',
  version: '0.1.0',
  browser: { name: 'Chrome', version: '156.0.0.0' },
  facts: '2026-11-26',
};
const page = {
  assessmentId: '5b1d7c1e-9e0f-4a37-8d2c-6f1e2d3c4b5a',
  hostname: 'www.banji.example',
  registrableDomain: 'banji.example',
  url: 'https://www.banji.example/apply',
  level: 'danger' as const,
  asks: ['idNumber' as const, 'bankCard' as const],
  signals: ['claimsInstitution', 'asksDocuments'],
  invokes: 'lakala',
};
const site = { hostname: page.hostname, registrableDomain: page.registrableDomain };

/** A guide with the events in it as they are sent today. */
export const withSampleEvents = (guide: string): string =>
  guide.replace(/^```json\n(?:\{"@timestamp".*\n)+```$/m, () => `\`\`\`json\n${sampleEvents()}\`\`\``);

const occurrences: Occurrence[] = [
  { kind: 'verdict', page },
  { kind: 'decision', page, decision: 'left' },
  { kind: 'decision', page, decision: 'proceeded', reason: '已电话核实' },
  { kind: 'change', change: 'paused', until: '2026-11-26T09:30:00.000Z' },
  { kind: 'change', change: 'trustAdded', site },
  { kind: 'status', sees: true, policyKeys: ['mode', 'reportUrl'], rejected: 0, queued: 0, lost: 0 },
];

/** One event of every kind, as a browser sends them. */
export const sampleEvents = (): string =>
  toLines(
    occurrences.map((occurrence, at) =>
      composeEvent(occurrence, {
        id: `00000000-0000-4000-8000-00000000000${at + 1}`,
        at: `2026-11-26T09:1${at}:00.000Z`,
        reporter,
        detail: 'host',
      }),
    ),
  );
