import { text } from '../../platform/i18n.ts';
import { AudienceChoice, LanguageChoice } from './choices.tsx';
import { TickField } from './field.tsx';
import type { CardProps } from './options.tsx';

/** Language, size, and whom the guard is for. */
export function ReadingCard({ report: { settings, forced }, means, attempt }: CardProps) {
  const change = (changes: Parameters<typeof means.change>[0]) => void attempt(() => means.change(changes));
  return (
    <section class="card">
      <h2>{text('options_reading')}</h2>
      <LanguageChoice language={settings.language} disabled={forced.includes('language')} onLanguage={(language) => change({ language })} />
      <TickField
        name={text('options_large')}
        checked={settings.largeText}
        disabled={forced.includes('largeText')}
        onTick={(largeText) => change({ largeText })}
      />
      <AudienceChoice audience={settings.audience} disabled={forced.includes('audience')} onAudience={(audience) => change({ audience })} />
    </section>
  );
}
