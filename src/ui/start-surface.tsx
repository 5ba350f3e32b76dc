import { type ComponentChildren, render } from 'preact';
import { languageTag, type MessageKey, text } from '../platform/i18n.ts';
import { Loaded } from './loaded.tsx';

/** Puts a surface into the page it was started in, in the reader's language, once `load` has brought what it shows. */
export function startSurface<T>(title: MessageKey, load: () => Promise<T>, surface: (value: T) => ComponentChildren): void {
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
