import { type Policy, type PolicyKeyName, policyKeys } from './keys.ts';
import type { Parsed, PolicyKey, Rejection } from './policy-key.ts';

const MOST_REJECTIONS = 200; // More than a person reads; a hostile or broken file must not fill the page.

/** A policy as far as it can be understood: a bad item is left out alone and named. Takes anything, never throws. */
export function parsePolicy(raw: unknown): { policy: Policy; rejected: Rejection[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { policy: {}, rejected: raw === undefined || raw === null ? [] : [{ at: '', why: 'notObject' }] };
  const policy: Record<string, unknown> = {};
  const rejected: Rejection[] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (!Object.hasOwn(policyKeys, name)) rejected.push({ at: name.slice(0, 80), why: 'unknownKey' });
    else {
      const read: Parsed<unknown> = policyKeys[name as PolicyKeyName].read(value, name);
      if (read.value !== undefined) policy[name] = read.value;
      rejected.push(...read.rejected);
    }
  }
  return { policy: policy as Policy, rejected: rejected.slice(0, MOST_REJECTIONS) };
}

const HIDDEN = '••••';

/** A raw policy as it may be shown and copied: secrets hidden, also those that addresses carry in their query. */
export function withoutSecrets(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, hideSecret(name, value)]));
}

function hideSecret(name: string, value: unknown): unknown {
  const key: PolicyKey<unknown> | undefined = Object.hasOwn(policyKeys, name) ? policyKeys[name as PolicyKeyName] : undefined;
  // A key that we don't know may be a misspelt secret.
  if (!key || key.secret) return value === '' ? '' : HIDDEN;
  if (!name.endsWith('Url')) return value;
  return typeof value === 'string' ? hideInAddress(value) : HIDDEN;
}

/** Addresses carry secrets as users, in queries, and as long unguessable parts of a path. */
const hideInAddress = (address: string) =>
  address
    .replace(/^([^:]*:\/*)[^/@]*@/, `$1${HIDDEN}@`)
    .replace(/[?#].*$/s, `?${HIDDEN}`)
    .replace(/(?<=[^/]\/)(?=[^/]*\d)[^/?]{20,}/g, HIDDEN);
