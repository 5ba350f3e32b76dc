import { type DataKind, dataKinds } from './data-kind.ts';

/** The different kinds among some asks, in the order in which warnings name them. */
export function kindsInOrder(asks: readonly { kind: DataKind }[]): DataKind[] {
  const kinds = new Set(asks.map(({ kind }) => kind));
  return dataKinds.filter((kind) => kinds.has(kind));
}
