import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Managed } from '../managed.tsx';

interface Props {
  name: string;
  hint?: string;
  /** Set by the organisation, and said to be. */
  disabled?: boolean;
  children: (id: string, describedBy: string | undefined) => ComponentChildren;
}

/** A control with its name above and its explanation below. */
export function Field({ name, hint, disabled = false, children }: Props) {
  const id = useId();
  const note = hint === undefined ? undefined : `${id}-hint`;
  const lock = disabled ? `${id}-lock` : undefined;
  return (
    <div class="labelled">
      <label for={id}>{name}</label>
      {children(id, [note, lock].filter(Boolean).join(' ') || undefined)}
      {note && (
        <p id={note} class="note">
          {hint}
        </p>
      )}
      {lock && <Managed id={lock} />}
    </div>
  );
}

interface WordsProps {
  name: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'tel' | 'password';
  most: number;
  disabled?: boolean;
}

const keyboards = { text: 'text', tel: 'tel', password: 'numeric' } as const;

/** A line of words. */
export function WordsField({ name, hint, value, onValue, type = 'text', most, disabled = false }: WordsProps) {
  return (
    <Field name={name} disabled={disabled} {...(hint !== undefined && { hint })}>
      {(id, note) => (
        <input
          id={id}
          // One of three kinds of line; the types want each by itself.
          {...({ type } as { type: 'text' })}
          value={value}
          maxLength={most}
          disabled={disabled}
          autocomplete="off"
          aria-describedby={note}
          inputMode={keyboards[type]}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A box to tick, large enough to hit. */
export function TickField({
  name,
  checked,
  onTick,
  disabled = false,
}: {
  name: string;
  checked: boolean;
  onTick: (on: boolean) => void;
  disabled?: boolean;
}) {
  const lock = useId();
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={disabled ? lock : undefined}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span>{name}</span>
      </label>
      {disabled && <Managed id={lock} />}
    </div>
  );
}
