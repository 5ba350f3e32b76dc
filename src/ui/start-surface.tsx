import { type ComponentChildren, render } from 'preact';
import type { EffectiveSettings } from '../core/settings.ts';
import { languageTag, type MessageKey, text } from '../platform/i18n.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { hearSettings, readSettings } from '../platform/settings.ts';
import { PinPrompt } from './helper/pin-prompt.tsx';
import { BrandIcon } from './icons.tsx';
import { Loaded } from './loaded.tsx';
import { OwnMark } from './own-mark.tsx';

/** Draws what `load` brought; `again` loads once more. */
type Surface<T> = (value: T, again: () => void) => ComponentChildren;

/** Puts a surface into the page it was started in, in the reader's language, size and with their mark, once `load` has brought what it shows; anew when settings change. */
export async function startSurface<T>(title: MessageKey, load: () => Promise<T>, surface: Surface<T>): Promise<void> {
  const place = document.getElementById('surface');
  if (!place) throw new Error('The page has no place for its surface.');
  let shown = '';
  let version = 0;
  const take = begin(load);
  const draw = async () => {
    // Without its settings a surface speaks the browser's language; a policy locks more than settings.
    const [settings, policy] = await Promise.all([readSettings().catch(() => undefined), readPolicy().catch(() => undefined)]);
    const now = JSON.stringify([settings, policy]);
    if (now === shown) return;
    shown = now;
    dress(title, settings);
    render(
      <>
        <header class="surface-head">
          <p class="brand">
            <BrandIcon />
            {text('extension_name')}
          </p>
          {settings?.mark && <OwnMark mark={settings.mark} />}
        </header>
        <Loaded title={text(title)} load={take} version={version++}>
          {surface}
        </Loaded>
        <PinPrompt />
      </>,
      place,
    );
  };
  hearSettings(() => void draw());
  await draw();
}

/** Loads at once, before there is anything to show it in: it is what the reader waits for. Asked again, loads again. */
function begin<T>(load: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined = load();
  begun.catch(() => undefined);
  return () => {
    const first = begun ?? load();
    begun = undefined;
    return first;
  };
}

function dress(title: MessageKey, settings: EffectiveSettings | undefined): void {
  document.documentElement.lang = languageTag();
  document.documentElement.classList.toggle('large', settings?.largeText === true);
  document.title = text(title);
}
