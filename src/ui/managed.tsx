import { text } from '../platform/i18n.ts';

/** Says that something here is the organisation's to decide, and what, where that is not plain from its place. */
export function Managed({ what, id }: { what?: string; id?: string | undefined }) {
  return (
    <p class="note managed" id={id}>
      {what === undefined ? text('policy_managed') : `${what} · ${text('policy_managed')}`}
    </p>
  );
}
