import { openGate } from '../../../../src/page/warning/gate.ts';

// Stands in for the product's sentinel: opens the gate before the page's first script and calls the guard once there is a field.
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

if (!location.search.includes('late')) openGate();
let told = false;
const look = () => {
  if (told || !document.querySelector('input')) return;
  told = true;
  void chrome.runtime.sendMessage('look');
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });
addEventListener('DOMContentLoaded', look);
look();
