import { isWithin } from '../policy/addresses.ts';
import type { Signal } from './signal.ts';

/** A domain that the organisation's administrator has blocked, whatever stands there: `blockedDomains: ["pos-agent.example"]`. */
export const blockedByPolicy = {
  id: 'blockedByPolicy',
  assess: ({ site, knowledge }) => (isWithin(site, knowledge.blockedDomains) ? { args: [{ text: site.unicodeHostname }] } : undefined),
} as const satisfies Signal;
