import { standingOf } from '../knowledge/allowlist.ts';
import { type Finding, weightier } from './finding.ts';
import { findHits } from './hits.ts';
import type { HostIndex } from './host-index.ts';
import type { Technique } from './host-index-data.ts';
import { canonicalHostname, isAddress } from './hostname.ts';
import { findAbbreviations } from './judge-abbreviation.ts';
import { findHanNames } from './judge-han.ts';
import { judgeHit } from './judge-hit.ts';
import { findSlips } from './judge-slips.ts';
import { type Reading, readHost } from './reading.ts';
import { deservesALook } from './scan.ts';

/** What an explanation needs: which part of the host resembles what. */
export interface HostMatch {
  /** The host as people read it; `start` and `end` mark the resembling part in it. */
  shown: string;
  start: number;
  end: number;
  /** The brand string or name that is resembled. */
  official: string;
  /** The institution's main site, null where none is proven. */
  officialDomain: string | null;
  /** What stands beside the name in the same label; '…' where the name stood between. */
  extra: string;
}

/** What the hostname alone says. `target` is a provider's id, the owner's for `licensed`. */
export type HostVerdict =
  | { verdict: 'licensed'; level: 0; target: string; technique: null }
  | { verdict: 'lookalike'; level: 1 | 2 | 3; target: string; technique: Technique; match: HostMatch }
  | { verdict: 'clean'; level: 0; target: null; technique: null };

const clean: HostVerdict = Object.freeze({ verdict: 'clean', level: 0, target: null, technique: null });

/** Judges a hostname by itself. Takes any text, never throws; a canonical name that resembles nothing costs one pass. */
export function judgeHost(hostname: string, index: HostIndex): HostVerdict {
  if (!deservesALook(hostname, index.automaton, index.filter)) return clean;
  const canonical = canonicalHostname(hostname);
  if (isAddress(canonical) || (canonical !== hostname && !deservesALook(canonical, index.automaton, index.filter))) return clean;
  return examine(canonical, index);
}

/** What the host resembles, with the switch that calibration would turn: for the tools that calibrate. */
export function inspectHost(hostname: string, index: HostIndex): Finding | undefined {
  const reading = readHost(canonicalHostname(hostname), index.platforms, index.fold());
  const { standing } = standingOf(reading.hostname, reading.registrableDomain, index.standings);
  return standing === 'none' && !isExempt(reading, index) ? weightiest(reading, index) : undefined;
}

function examine(hostname: string, index: HostIndex): HostVerdict {
  const reading = readHost(hostname, index.platforms, index.fold());
  const { standing, provider } = standingOf(hostname, reading.registrableDomain, index.standings);
  if (standing === 'licensed' && provider) return { verdict: 'licensed', level: 0, target: provider, technique: null };
  if (standing !== 'none' || isExempt(reading, index)) return clean;
  const finding = weightiest(reading, index);
  return finding ? asVerdict(finding, reading, index) : clean;
}

function weightiest(reading: Reading, index: HostIndex): Finding | undefined {
  // An institution does not imitate itself, not even on the hosts of its own that the facts leave out.
  const owner = index.standings.get(reading.registrableDomain ?? '')?.provider;
  let best: Finding | undefined;
  const consider = (finding: Finding | undefined) => {
    if (finding && (!owner || index.data.providers[finding.provider]?.id !== owner)) best = weightier(best, finding);
  };
  consider(findHanNames(reading, index));
  for (const hit of findHits(reading, index)) consider(judgeHit(hit, reading, index));
  consider(findAbbreviations(reading, index));
  if (!best) consider(findSlips(reading, index));
  return best;
}

const isExempt = ({ registrableDomain, publicSuffix }: Reading, { ordinary }: HostIndex) =>
  registrableDomain === null || isPublicBody(publicSuffix) || ordinary.has(registrableDomain);

// Only the state, schools and the army get these names.
const isPublicBody = (suffix: string) => /(?:^|\.)(?:gov|edu|mil)\.cn$/.test(suffix);

function asVerdict(
  { level, technique, provider, official, start, end, extra }: Finding,
  { shown, skeleton }: Reading,
  { data }: HostIndex,
): HostVerdict {
  const { id, domain } = data.providers[provider] ?? { id: '', domain: null };
  const from = skeleton.origin?.[start] ?? start;
  const to = skeleton.origin ? (skeleton.origin[end] ?? skeleton.length) : end;
  return {
    verdict: 'lookalike',
    level,
    target: id,
    technique,
    match: { shown, start: from, end: to, official, officialDomain: domain, extra },
  };
}
