/** All that elements have handlers for, so that nothing a visitor does is missing; but what loads concerns the guard too, and raw moves cost. */
const deeds = /^on(?!load|pointerr)/;
const others = ['onfocusin', 'onfocusout', 'onfullscreenchange', 'onbeforeprint', 'onDOMMouseScroll', 'onMozMousePixelScroll'];

/** Hears what happens in a window before the page does. */
export interface Gate {
  hearers: Set<(event: Event) => void>;
  /** Listens, also again where `document.open` dropped all listeners; listening twice does nothing. */
  listen(): void;
}

/** Whether the gate's listeners are gone, or others come before them. */
export function isDeaf({ hearers }: Gate): boolean {
  let deaf = true;
  const hear = () => {
    deaf = false;
  };
  hearers.add(hear);
  dispatchEvent(new Event('pointercancel'));
  hearers.delete(hear);
  return deaf;
}

const key = Symbol.for('gate');

/** This frame's gate. Opened at `document_start` it comes before any listener of the page; a later guard finds the same one. */
export function openGate(): Gate {
  const world = globalThis as { [key]?: Gate };
  world[key] ??= makeGate();
  return world[key];
}

function makeGate(): Gate {
  const hearers: Gate['hearers'] = new Set();
  const hear = (event: Event) => {
    for (const hearer of hearers) hearer(event);
  };
  const listen = () => {
    // A listener that could stop a scroll would make every page scroll worse.
    for (const name of [...Object.getOwnPropertyNames(HTMLElement.prototype), ...others])
      if (deeds.test(name)) addEventListener(name.slice(2), hear, { capture: true, passive: /to|wh/.test(name) });
  };
  listen();
  return { hearers, listen };
}
