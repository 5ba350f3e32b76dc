import { officialUrl } from '../core/knowledge/official-url.ts';
import { displayName } from '../core/warning.ts';
import { findAssessment } from '../platform/history-store.ts';
import { knowledge } from '../platform/knowledge.ts';
import type { ReportMaterial, ReportRecipient } from '../platform/messages.ts';
import { extensionVersion } from '../platform/own-tab.ts';
import { findAnyAssessment } from '../platform/passing-assessments.ts';
import { readPolicy } from '../platform/policy-store.ts';

/** Who takes reports, besides the institution concerned. */
const authorities = [
  ['antifraud', 'antifraud'],
  ['mps-cyber', 'police'],
  ['12321', 'spam'],
  ['12377', 'internet'],
  ['pcac', 'association'],
] as const;

/** Collects what a report about some assessments needs; rows that are gone are left out. */
export async function prepareReport({ ids }: { ids: string[] }): Promise<ReportMaterial> {
  const found = await Promise.all(ids.map(findAnyAssessment));
  const assessments = found.filter((assessment) => assessment !== undefined);
  const kept = await Promise.all(assessments.map(({ id }) => findAssessment(id)));
  const invoked = new Set(assessments.flatMap(({ invokes }) => invokes ?? []));
  const recipients = [
    ...[...invoked].map((id) => describeRecipient(id, 'institution')),
    ...authorities.filter(([id]) => !invoked.has(id)).map(([id, role]) => describeRecipient(id, role)),
  ].filter((recipient) => recipient !== undefined);
  const { allowExport } = await readPolicy();
  return {
    assessments,
    recipients,
    mayExport: allowExport !== false,
    kept: kept.every((row) => row !== undefined),
    version: extensionVersion(),
  };
}

function describeRecipient(id: string, role: ReportRecipient['role']): ReportRecipient | undefined {
  const provider = knowledge().byId.get(id);
  const name = provider && (role === 'institution' ? displayName(provider) : provider.legalName);
  if (!provider || !name) return undefined;
  const official = officialUrl(provider);
  return { id, name, role, ...(provider.hotline && { phone: provider.hotline }), ...(official && { url: official.url }) };
}
