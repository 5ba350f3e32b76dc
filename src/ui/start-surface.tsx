import { type ComponentChildren, render } from 'preact';
import { languageTag, type MessageKey, text } from '../platform/i18n.ts';
import { readSettings } from '../platform/settings.ts';
import { Loaded } from './loaded.tsx';

/** Puts a surface into the page it was started in, in the reader's language, once `load` has brought what it shows. */
export async function startSurface<T>(title: MessageKey, load: () => Promise<T>, surface: (value: T) => ComponentChildren): Promise<void> {
  // Without its settings a surface speaks the browser's language.
  await readSettings().catch(() => undefined);
  document.documentElement.lang = languageTag();
  document.title = text(title);
  const place = document.getElementById('surface');
  if (!place) throw new Error('The page has no place for its surface.');
  render(
    <Loaded title={text(title)} load={load}>
      {surface}
    </Loaded>,
    place,
  );
}
