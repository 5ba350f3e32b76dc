import type { DataKind } from '../core/page/data-kind.ts';
import { text } from '../platform/i18n.ts';

/** What a page asks for, one thing a chip. */
export function AskedList({ asks }: { asks: DataKind[] }) {
  return (
    <ul class="chips">
      {asks.map((kind) => (
        <li key={kind}>{text(`kind_${kind}`)}</li>
      ))}
    </ul>
  );
}
