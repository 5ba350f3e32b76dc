/** Elements in which nothing is said to a visitor. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template iframe frame embed meta link param source track datalist head rt rp'.split(' '),
);
