import { type ComponentChild, render } from 'preact';
import { languageTag, type MessageKey, text } from '../platform/i18n.ts';

/** Puts a surface into the page it was started in, in the reader's language. */
export function startSurface(title: MessageKey, surface: ComponentChild): void {
  document.documentElement.lang = languageTag();
  document.title = text(title);
  const place = document.getElementById('surface');
  if (place) render(surface, place);
}
