import { after } from './after.ts';
import type { Act } from './draw.ts';
import type { Gate } from './gate.ts';
import type { Stage } from './stage.ts';

const GRACE = 500; // ms in which a press was still meant for the page: whoever was about to act has not seen the warning yet

const environmental = new Set(['toggle', 'fullscreenchange', 'beforeprint']);

/** What the listener tells. */
export interface Heard {
  act(act: Act): void;
  /** The page kept a press on one of our buttons from us. */
  swallowed(): void;
}

const actOf = (element: Element | null | undefined) => element?.closest('button')?.getAttribute('data-act') as Act | null | undefined;

/** Hears the visitor in the overlay and keeps everything else from the page; in the bar it hears our own part only. Nobody is taken at a press in the half second after `since`. */
export function hearVisitor(gate: Gate, stage: Stage, modal: boolean, since: number, heard: Heard): () => void {
  let pressedAt = 0;
  const inGrace = () => performance.now() - since < GRACE;
  const press = (act: Act | null | undefined) => {
    pressedAt = performance.now();
    if (act && !inGrace()) heard.act(act);
  };

  const hear = (event: Event) => {
    const ours = event.target === stage.host;
    if (!event.isTrusted || !(ours || modal)) return;
    if (environmental.has(event.type)) return;
    event.stopImmediatePropagation();
    if (event.type === 'formdata') emptyForm(event as FormDataEvent);
    else if (event.type === 'keydown') hearKey(event as KeyboardEvent, stage, modal, inGrace(), press);
    else if (event.type === 'click' && ours) press(actOf(pressedElement(event as MouseEvent, stage.root)));
    else if (!ours && event.cancelable && !(event.type === 'wheel' || event.type.startsWith('touch'))) event.preventDefault();
  };

  const watchPress = ({ target }: Event) => {
    const button = target as Element;
    const started = performance.now();
    const settle = () => {
      if (pressedAt >= started || !button.matches(':hover')) return;
      heard.swallowed();
      press(actOf(button));
    };
    const wait = () => (button.matches(':active') ? after(30, wait) : after(80, settle));
    wait();
  };

  gate.hearers.add(hear);
  stage.root.addEventListener('transitionrun', watchPress);
  return () => {
    gate.hearers.delete(hear);
    stage.root.removeEventListener('transitionrun', watchPress);
  };
}

function pressedElement(event: MouseEvent, root: ShadowRoot): Element | null {
  // No coordinates where the key was Enter or a screen reader pressed.
  return event.detail === 0 ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
}

function hearKey(event: KeyboardEvent, { root, frame }: Stage, modal: boolean, inGrace: boolean, press: (act: Act) => void): void {
  const { key } = event;
  const activates = key === 'Enter' || key === ' ';
  if (key === 'Escape') {
    event.preventDefault();
    press(modal ? 'leave' : 'close');
  } else if (modal && key === 'Tab') {
    event.preventDefault();
    moveFocus(root, frame, event.shiftKey ? -1 : 1);
  } else if (activates ? inGrace || event.repeat : modal && key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
  }
}

function moveFocus(root: ShadowRoot, frame: Element, step: number): void {
  const buttons = [...frame.querySelectorAll('button')];
  const at = buttons.indexOf(root.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** A form about to be sent, or read by a script with `FormData`, has nothing in it. */
export function emptyForm({ formData }: FormDataEvent): void {
  for (const name of [...formData.keys()]) formData.delete(name);
}
