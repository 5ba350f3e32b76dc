import { type ReportEvent, toLines } from '../core/report/event.ts';
import type { Delivery } from '../core/report/pace.ts';

/** Where events go, by the administrator's policy and by nothing else. */
export interface Collector {
  url: string;
  /** The value of the `Authorization` header; empty: none. */
  authorization: string;
  /** The key of the signature; empty: none. */
  key: string;
}

const PATIENCE = 20_000;

/**
 * Sends events to the organisation's collector: the only request this extension ever makes, and none without a policy that names the collector.
 * No cookies, no referrer, no redirects; what comes back is not read.
 */
export async function postEvents(
  events: readonly ReportEvent[],
  collector: Collector,
  now: number,
  patience = PATIENCE,
): Promise<Delivery> {
  const body = toLines(events);
  const at = String(Math.floor(now / 1000));
  try {
    const response = await fetch(collector.url, {
      method: 'POST',
      body,
      headers: {
        // Not x-ndjson: Fluent Bit and the Elastic Agent take only this, and the others don't look.
        'content-type': 'application/json',
        ...(collector.authorization !== '' && { authorization: collector.authorization }),
        ...(collector.key !== '' && {
          'x-guard-timestamp': at,
          'x-guard-signature': `sha256=${await sign(`${at}.${body}`, collector.key)}`,
        }),
      },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    if (response.ok) return { ok: true };
    const retryAfter = waitAsked(response.headers.get('retry-after') ?? '', now);
    return { ok: false, status: response.status, ...(retryAfter > 0 && { retryAfter }) };
  } catch {
    return { ok: false, status: 0 };
  }
}

/** How many milliseconds a collector wants to be left alone: it says so in seconds or as a moment. */
function waitAsked(header: string, now: number): number {
  const asked = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(asked) ? asked : 0;
}

/** HMAC-SHA-256 of a text, in hex. */
export async function sign(text: string, key: string): Promise<string> {
  const bytes = new TextEncoder();
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes.encode(text)));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
