import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Renders a part into a fresh page and returns the page's root. */
export async function show(part: ComponentChild): Promise<HTMLElement> {
  document.body.innerHTML = '<div id="surface"></div>';
  const root = document.getElementById('surface') as HTMLElement;
  await act(() => render(part, root));
  return root;
}

/** The button, link or summary with these words. */
export function thing(root: ParentNode, words: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('button, a, summary')].find((element) => element.textContent?.includes(words));
  if (!found) throw new Error(`Nothing to press says "${words}".`);
  return found;
}

/** Presses it the way a visitor does, or the way a script does. */
export async function press(element: HTMLElement, by: 'visitor' | 'script' = 'visitor'): Promise<void> {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(click, 'isTrusted', { value: by === 'visitor' });
  await act(() => {
    element.dispatchEvent(click);
  });
}

/** Puts a value into a field and tells the page. */
export async function fill(element: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
}
