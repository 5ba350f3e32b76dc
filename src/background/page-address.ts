/** A page's address as we keep it: scheme, host and path, never the query or the fragment. */
export function pageAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, 2_000);
}
