import { plainPin, whyNotPin } from '../../core/helper-lock.ts';
import { parseSettings, type Settings } from '../../core/settings.ts';
import { text } from '../../platform/i18n.ts';
import { WordsField } from './field.tsx';

export type Helper = NonNullable<Settings['helper']>;
export const nobody: Helper = { name: '', phone: '' };

/** Name and number of the one to call first. */
export function HelperFields({
  helper,
  onHelper,
  disabled = false,
}: {
  helper: Helper;
  onHelper: (helper: Helper) => void;
  disabled?: boolean;
}) {
  return (
    <>
      <WordsField
        name={text('helper_name')}
        hint={text('helper_nameHint')}
        value={helper.name}
        most={20}
        disabled={disabled}
        onValue={(name) => onHelper({ ...helper, name })}
      />
      <WordsField
        name={text('helper_phone')}
        type="tel"
        value={helper.phone}
        most={20}
        disabled={disabled}
        onValue={(phone) => onHelper({ ...helper, phone })}
      />
    </>
  );
}

/** The helper as typed, made plain; undefined where it can't be kept so. */
export function plainHelper({ name, phone }: Helper): Helper | undefined {
  const plain = { name: name.trim(), phone: phone.normalize('NFKC').replaceAll('－', '-').trim() };
  return parseSettings({ helper: plain }).helper;
}

/** A new PIN, typed twice. */
export interface NewPin {
  pin: string;
  again: string;
}
export const noPin: NewPin = { pin: '', again: '' };

export function PinFields({ value, onValue }: { value: NewPin; onValue: (value: NewPin) => void }) {
  return (
    <>
      <WordsField
        name={text('helper_newPin')}
        hint={text('helper_newPinHint')}
        type="password"
        most={16}
        value={value.pin}
        onValue={(pin) => onValue({ ...value, pin })}
      />
      <WordsField
        name={text('helper_newPinAgain')}
        type="password"
        most={16}
        value={value.again}
        onValue={(again) => onValue({ ...value, again })}
      />
    </>
  );
}

/** What is wrong with a new PIN, in a sentence; undefined where it can be taken. */
export function faultOfPin({ pin, again }: NewPin): string | undefined {
  const plain = plainPin(pin);
  const why = whyNotPin(plain);
  if (why) return text(`helper_pin_${why}`);
  return plain === plainPin(again) ? undefined : text('helper_pin_differs');
}
