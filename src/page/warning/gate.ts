const heard =
  'keydown keypress keyup beforeinput input paste drop pointerdown pointerup mousedown mouseup click ' +
  'submit formdata toggle fullscreenchange beforeprint touchstart touchmove wheel';

/** Hears what happens in a window before the page does. */
export interface Gate {
  hearers: Set<(event: Event) => void>;
  /** Listens, also again where `document.open` dropped all listeners; listening twice does nothing. */
  listen(): void;
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
    for (const type of heard.split(' ')) addEventListener(type, hear, { capture: true, passive: /^[tw]/.test(type) });
  };
  listen();
  return { hearers, listen };
}
