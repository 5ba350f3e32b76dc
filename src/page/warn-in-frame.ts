import type { Heard, LineWord, PageChoice, PageVerdict } from '../platform/messages.ts';
import { askFromPage, reportToWatch } from '../platform/page-runtime.ts';
import { markLinks } from './mark-links.ts';
import type { PageReading } from './read/read-page.ts';
import { type ClosedFields, closeFields } from './warning/close-fields.ts';
import { pageDocument } from './warning/pristine.ts';
import { raiseWarning, type StandingWarning } from './warning/raise-warning.ts';

type Read = Pick<PageReading, 'fields' | 'links'>;

/** What the verdict means for one frame: the top document shows the warning, every frame closes its fields. */
export function warnInFrame() {
  const isTop = window === window.top;
  let standing: StandingWarning | undefined;
  let closed: ClosedFields | undefined;
  let guarded: number[] = [];
  let misled: PageVerdict['misled'];
  let read: Read = { fields: [], links: [] };
  const mark = markLinks();
  let level: PageVerdict['level'] = 'none';
  let dismissed = false;
  const decide = (choice: PageChoice) => void askFromPage('decide', { choice });
  const tell = (word: LineWord) => {
    if (level === 'danger') reportToWatch(word);
  };
  const alive = (awake: boolean) => tell(awake ? 'alive' : 'asleep');

  const events = {
    leave: () => decide('leave'),
    more: () => decide('more'),
    openOfficial: () => decide('openOfficial'),
    close() {
      dismissed = true;
      lower();
      decide('close');
    },
    tampered: tell,
    alive,
  };

  function lower(): void {
    standing?.lower();
    standing = undefined;
  }

  function hear({ level: next, warning, secret }: Heard): void {
    if (level === 'danger' && next !== 'danger') reportToWatch();
    level = next;
    if (isTop) {
      // Before the page can see the warning: one that freezes the tab at that sight is missed from then on.
      alive(!pageDocument().hidden);
      if (!warning || (warning.level === 'caution' && dismissed)) lower();
      else if (standing) standing.update(warning, secret);
      else standing = raiseWarning(warning, events, { secret });
    }
    apply(warning?.language);
  }

  function apply(language = ''): void {
    // Under danger nobody sees the page.
    const { links, text } = (level === 'caution' && misled) || { links: [], text: '' };
    mark(
      links.flatMap((index) => read.links[index] ?? []),
      text,
      language,
    );
    if (level === 'danger') {
      const wanted = guarded.flatMap((index) => read.fields[index] ?? []);
      if (closed) closed.update(wanted);
      else closed = closeFields(wanted, { tampered: tell, whole: !isTop });
    } else {
      closed?.open();
      closed = undefined;
    }
  }

  return {
    /** Does what the background says of this frame's own reading. */
    obey(verdict: PageVerdict, reading: Read): void {
      ({ guarded, misled } = verdict);
      read = reading;
      hear(verdict);
    },
    /** What the background says because another frame has changed the verdict. */
    hear,
    /** The page says the same as before, perhaps with other elements. */
    renew(reading: Read): void {
      read = reading;
      apply();
    },
  };
}
