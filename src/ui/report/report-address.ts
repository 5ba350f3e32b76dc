const most = 100; // More do not fit on paper that anybody reads.

/** Where the report about some assessments is. */
export const reportAddress = (ids: readonly string[]) => `/report.html#${ids.slice(0, most).map(encodeURIComponent).join(',')}`;

/** The assessments that an address asks a report about. */
export function idsIn(hash: string): string[] {
  return hash
    .replace(/^#/, '')
    .split(',')
    .map((id) => {
      try {
        return decodeURIComponent(id);
      } catch {
        return '';
      }
    })
    .filter(Boolean)
    .slice(0, most);
}
