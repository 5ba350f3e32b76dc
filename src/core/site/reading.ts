import { parse } from 'tldts';
import { unicodeHostname } from './hostname.ts';
import { type FoldTable, foldToSkeleton, type Skeleton } from './skeleton.ts';

/** A hostname prepared for judgement. */
export interface Reading {
  hostname: string;
  /** As people read it. */
  shown: string;
  registrableDomain: string | null;
  publicSuffix: string;
  /** What its owner chose freely: everything left of the public suffix (of the platform, for a tenant), folded. */
  skeleton: Skeleton;
  /** Where in the skeleton the label begins that was registered (or, for a tenant, chosen). */
  own: number;
  /** Whether a platform's customer chose that label. */
  isTenant: boolean;
}

/** Reads a canonical hostname. */
export function readHost(hostname: string, platforms: ReadonlySet<string>, fold: FoldTable): Reading {
  const { domain, publicSuffix, isPrivate } = parse(hostname, {
    extractHostname: false,
    allowPrivateDomains: true,
    validateHostname: false,
    detectIp: false,
  });
  const suffix = publicSuffix ?? '';
  const onPlatform = domain !== null && domain !== hostname && platforms.has(domain);
  const chosen = domain === null ? '' : hostname.slice(0, hostname.length - (onPlatform ? domain : suffix).length - 1);
  const shown = unicodeHostname(hostname);
  const skeleton = foldToSkeleton(unicodeHostname(chosen), fold);
  return {
    hostname,
    shown,
    registrableDomain: domain,
    publicSuffix: suffix,
    skeleton,
    own: skeleton.text.lastIndexOf('.') + 1,
    isTenant: isPrivate === true || onPlatform,
  };
}

/** Whether the text has a label or word boundary at this place. */
export function isBoundary(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || isJoint(text[at]) || isJoint(text[at - 1]);
}

const isJoint = (character: string | undefined) => character === '.' || character === '-';
