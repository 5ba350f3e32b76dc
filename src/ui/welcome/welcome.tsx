import { useState } from 'preact/hooks';
import type { SettingChanges } from '../../core/settings.ts';
import { text } from '../../platform/i18n.ts';
import type { GuardReport } from '../../platform/messages.ts';
import { AccessCard } from '../access-card.tsx';
import { Notice } from '../notice.tsx';
import type { Mark } from '../own-mark.tsx';
import { AudienceChoice, LanguageChoice, MarkChoice } from '../settings/choices.tsx';
import { TickField } from '../settings/field.tsx';
import { faultOfPin, HelperFields, nobody, noPin, PinFields, plainHelper } from '../settings/helper-fields.tsx';
import { useDeeds } from '../use-deeds.ts';
import { Welcomed } from './welcomed.tsx';

interface Props {
  report: GuardReport;
  onChange: (changes: SettingChanges) => Promise<unknown>;
  onPin: (pin: string) => Promise<unknown>;
  onGrant: () => Promise<unknown>;
}

/** The first minute: whom the guard is for, and for a relative whom to call and what to lock. */
export function Welcome({ report: { settings, helperLock, forced, sees }, onChange, onPin, onGrant }: Props) {
  const [audience, setAudience] = useState(settings.audience);
  const [helper, setHelper] = useState(settings.helper ?? nobody);
  const [large, setLarge] = useState(settings.largeText);
  const [pin, setPin] = useState(noPin);
  const [mark, setMark] = useState<Mark | undefined>(settings.mark);
  const [done, setDone] = useState<{ helperLock: boolean }>();
  const { notice, attempt } = useDeeds();
  const forRelative = audience === 'relative';

  const save = async () => {
    const wantsPin = forRelative && !helperLock && pin.pin !== '';
    const fault = wantsPin ? faultOfPin(pin) : undefined;
    if (fault) throw new Error(fault);
    const named = forRelative ? plainHelper(helper) : undefined;
    if (forRelative && !named) throw new Error(text('helper_bad'));
    const isSomebody = named !== undefined && named.name + named.phone !== '';
    const changes: SettingChanges = {
      audience,
      largeText: large,
      ...(isSomebody && { helper: named }),
      ...(mark && { mark: { ...mark, phrase: mark.phrase.trim() } }),
    };
    await onChange(Object.fromEntries(Object.entries(changes).filter(([name]) => !(forced as string[]).includes(name))));
    if (wantsPin) await onPin(pin.pin);
    setPin(noPin);
    setDone({ helperLock: helperLock || wantsPin });
  };

  if (done) return <Welcomed {...done} />;
  return (
    <main class="page">
      <h1>{text('welcome_title')}</h1>
      <p class="lead">{text('welcome_lead')}</p>
      {!sees && <AccessCard onGrant={() => void attempt(onGrant, text('access_done'))} />}
      <LanguageChoice
        language={settings.language}
        disabled={forced.includes('language')}
        onLanguage={(language) => void attempt(() => onChange({ language }))}
      />
      <form
        class="page-part"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(save);
        }}
      >
        <section class="card">
          <AudienceChoice
            audience={audience}
            disabled={forced.includes('audience')}
            onAudience={(chosen) => {
              setAudience(chosen);
              if (chosen === 'relative') setLarge(true);
            }}
          />
          <TickField name={text('options_large')} checked={large} disabled={forced.includes('largeText')} onTick={setLarge} />
        </section>
        {forRelative && (
          <section class="card">
            <h2>{text('helper_title')}</h2>
            <p>{text('helper_lead')}</p>
            <HelperFields helper={helper} disabled={forced.includes('helper')} onHelper={setHelper} />
            <h3>{text('helper_lockWithPin')}</h3>
            {helperLock ? (
              <p>{text('helper_on')}</p>
            ) : (
              <>
                <p>
                  {text('helper_pinWhy')} {text('helper_pinSkip')}
                </p>
                <PinFields value={pin} onValue={setPin} />
              </>
            )}
            <p class="note">{text('helper_limits')}</p>
          </section>
        )}
        {audience === 'company' && (
          <section class="card">
            <h2>{text('welcome_company')}</h2>
            <p>{text('welcome_companyBody')}</p>
            <a href="/policy.html">{text('policy_title')}</a>
          </section>
        )}
        <details class="card">
          <summary>{text('mark_optional')}</summary>
          <p>{text('mark_why')}</p>
          <MarkChoice mark={mark} disabled={forced.includes('mark')} onMark={setMark} />
        </details>
        <Notice notice={notice} />
        <button type="submit" class="primary">
          {text('welcome_save')}
        </button>
      </form>
    </main>
  );
}
