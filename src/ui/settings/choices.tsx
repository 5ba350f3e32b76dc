import { useId } from 'preact/hooks';
import { audiences, languages, markPictures, type Settings } from '../../core/settings.ts';
import { text } from '../../platform/i18n.ts';
import { Managed } from '../managed.tsx';
import { type Mark, MarkPicture } from '../own-mark.tsx';
import { Field, WordsField } from './field.tsx';

const languageNames = { zh_CN: '简体中文', zh_TW: '繁體中文', en: 'English' } as const;

interface LanguageProps {
  language: Settings['language'];
  onLanguage: (language: Settings['language']) => void;
  disabled?: boolean;
}

/** The language of everything we say. */
export function LanguageChoice({ language, onLanguage, disabled = false }: LanguageProps) {
  return (
    // Whoever can't read the page finds the word all the same.
    <Field name={[...new Set([text('options_language'), 'Language'])].join(' / ')} disabled={disabled}>
      {(id, note) => (
        <select
          id={id}
          aria-describedby={note}
          value={language ?? ''}
          disabled={disabled}
          onChange={(event) => onLanguage(languages.find((known) => known === event.currentTarget.value))}
        >
          <option value="">{text('options_languageBrowser')}</option>
          {languages.map((known) => (
            <option key={known} value={known} lang={known.replace('_', '-')}>
              {languageNames[known]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Audience = NonNullable<Settings['audience']>;

/** Whom the guard is for. */
export function AudienceChoice({
  audience,
  onAudience,
  disabled = false,
}: {
  audience: Audience;
  onAudience: (audience: Audience) => void;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{text('welcome_who')}</legend>
      {audiences.map((known) => (
        <label key={known} class="tick">
          <input type="radio" name={name} checked={known === audience} disabled={disabled} onChange={() => onAudience(known)} />
          <span>{text(`welcome_who_${known}`)}</span>
        </label>
      ))}
      {disabled && <Managed />}
    </fieldset>
  );
}

interface MarkProps {
  mark: Mark | undefined;
  onMark: (mark: Mark) => void;
  disabled?: boolean;
}

/** The visitor's mark: a picture and a phrase that no website knows. */
export function MarkChoice({ mark, onMark, disabled = false }: MarkProps) {
  const name = useId();
  return (
    <>
      <fieldset class="marks">
        <legend>{text('mark_choose')}</legend>
        {markPictures.map((picture) => (
          <label key={picture} class="mark-choice">
            <input
              type="radio"
              name={name}
              checked={mark?.picture === picture}
              disabled={disabled}
              onChange={() => onMark({ picture, phrase: mark?.phrase ?? '' })}
            />
            <MarkPicture picture={picture} />
            <span>{text(`mark_${picture}`)}</span>
          </label>
        ))}
      </fieldset>
      {mark && (
        <WordsField
          name={text('mark_phrase')}
          hint={text('mark_phraseHint')}
          value={mark.phrase}
          most={12}
          disabled={disabled}
          onValue={(phrase) => onMark({ ...mark, phrase })}
        />
      )}
    </>
  );
}
