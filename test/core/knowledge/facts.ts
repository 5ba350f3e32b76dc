import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceRegisterSchema } from '../../../src/core/knowledge/licence-register.ts';
import { type OfficialDomain, type Provider, providerSchema } from '../../../src/core/knowledge/provider.ts';

const assets = join(import.meta.dirname, '../../../assets');
const read = (path: string): unknown => JSON.parse(readFileSync(join(assets, path), 'utf8'));

export const providerFiles = readdirSync(join(assets, 'providers')).sort();
export const providers = providerFiles.map((file) => providerSchema.parse(read(`providers/${file}`)));
export const register = licenceRegisterSchema.parse(read('licence-register.json'));

/** An invented institution in good standing, with what a test changes about it. */
export function aProvider(change: Partial<Provider> = {}): Provider {
  return {
    id: 'invented-pay',
    kind: 'acquirer',
    legalName: '虚构支付有限公司',
    formerNames: [],
    brands: ['虚构付'],
    latinBrands: ['inventedpay'],
    licence: null,
    business: null,
    status: 'valid',
    statusNote: null,
    officialDomains: [anOfficialDomain()],
    hotline: null,
    sources: ['invented for a test'],
    ...change,
  };
}

/** An invented official domain, allowed and proven unless a test says otherwise. */
export function anOfficialDomain(change: Partial<OfficialDomain> = {}): OfficialDomain {
  return { domain: 'invented-pay.example', use: 'allow', confidence: 'high', evidence: 'invented', checked: '2026-11-22', ...change };
}
