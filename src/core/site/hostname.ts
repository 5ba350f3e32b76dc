import { toUnicodeLabel } from './punycode.ts';

/** No resolvable name is longer; what is longer is judged by its last labels. */
const longestHostname = 253;

/** A hostname as the browser would have it: lower case, punycode, no trailing dot, no scheme, user or port. Takes any text, never throws. */
export function canonicalHostname(text: string): string {
  const trimmed = shorten(text.trim());
  const parsed = parseHostname(trimmed) ?? trimmed.normalize('NFKC').toLowerCase().replaceAll('。', '.');
  return parsed.replace(/\.+$/, '');
}

/** The hostname as people read it: every punycode label decoded. */
export const unicodeHostname = (hostname: string) =>
  hostname.includes('xn--') ? hostname.split('.').map(toUnicodeLabel).join('.') : hostname;

/** Whether this is an address or a local name, which has no owner that could be looked up. */
export const isAddress = (hostname: string) => /^\[|^[0-9.]+$|^localhost$|\.localhost$/.test(hostname) || !hostname.includes('.');

function parseHostname(text: string): string | undefined {
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`).hostname || undefined;
  } catch {
    return undefined;
  }
}

// Cuts at a label boundary, so that half a label is never taken for a whole one.
function shorten(text: string): string {
  if (text.length <= 2 * longestHostname) return text;
  const tail = text.slice(-longestHostname);
  return tail.slice(tail.indexOf('.') + 1);
}
