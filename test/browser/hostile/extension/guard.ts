import { closeFields } from '../../../../src/page/warning/close-fields.ts';
import { raiseWarning } from '../../../../src/page/warning/raise-warning.ts';
import { aWarning } from '../../../page/warning/a-warning.ts';

interface Port {
  postMessage(message: unknown): void;
}
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ secret: string }>; connect(): Port } };

// Stands in for the product's guard: the verdict is `danger` unless the address says otherwise.
const port = chrome.runtime.connect();
const tell = (message: string) => port.postMessage(message);
const query = new URLSearchParams(location.search);
const level = query.get('level') === 'caution' ? 'caution' : 'danger';

async function warn() {
  const { secret } = await chrome.runtime.sendMessage('secret');
  if (level === 'danger') {
    const listFields = () => [...document.querySelectorAll('input, [contenteditable]')];
    const closed = closeFields(listFields(), { tampered: tell });
    addEventListener('DOMContentLoaded', () => closed.update(listFields()));
  }
  if (self !== top) return;
  const events = {
    leave: () => tell('leave'),
    more: () => tell('more'),
    openOfficial: () => tell('official'),
    close: () => tell('close'),
    tampered: (kind: string) => tell(`tampered ${kind}`),
    alive: (awake: boolean) => tell(awake ? 'alive' : 'asleep'),
  };
  raiseWarning(aWarning({ level, language: query.get('language') ?? 'zh-CN' }), events, { secret, large: query.has('large') });
}
void warn();
