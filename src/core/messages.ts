/** The texts of one language, as `_locales` has them. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The text of a key with `$1`…`$9` filled in; a place without an argument stays empty, `$$` is a dollar sign. */
export function formatMessage<C extends Catalogue>(catalogue: C, key: keyof C & string, args: readonly string[] = []): string {
  const message = catalogue[key]?.message;
  if (message === undefined) throw new Error(`The message "${key}" has no text.`);
  return message.replace(/\$([1-9$])/g, (_, place: string) => (place === '$' ? '$' : (args[Number(place) - 1] ?? '')));
}

/** Several things as one phrase, joined the way the language joins them. */
export function joinList(catalogue: Catalogue, items: readonly string[]): string {
  return items.join(formatMessage(catalogue, 'list_separator'));
}
