import type { PageChoice, PageVerdict } from '../platform/messages.ts';
import { askFromPage } from '../platform/page-runtime.ts';
import { type ClosedFields, closeFields } from './warning/close-fields.ts';
import { raiseWarning, type StandingWarning } from './warning/raise-warning.ts';

/** As often within this time a page may touch the warning before it counts as fighting it. */
const FIGHT = { times: 3, within: 5_000 };

type Heard = Pick<PageVerdict, 'level' | 'warning'>;

/** What the verdict means for one frame: the top document shows the warning, every frame closes its fields. */
export function warnInFrame() {
  const isTop = window === window.top;
  let standing: StandingWarning | undefined;
  let closed: ClosedFields | undefined;
  let guarded: number[] = [];
  let fields: Element[] = [];
  let level: PageVerdict['level'] = 'none';
  let dismissed = false;
  const isFight = countWithin(FIGHT.times, FIGHT.within);
  const decide = (choice: PageChoice) => void askFromPage('decide', { choice });

  const events = {
    leave: () => decide('leave'),
    more: () => decide('more'),
    openOfficial: () => decide('openOfficial'),
    close() {
      dismissed = true;
      standing?.lower();
      standing = undefined;
      decide('close');
    },
    tampered(kind: string) {
      if (level === 'danger' && (kind === 'fullscreen' || isFight())) decide('fight');
    },
  };

  function hear(verdict: Heard): void {
    level = verdict.level;
    const { warning } = verdict;
    if (isTop) {
      if (!warning || (warning.level === 'caution' && dismissed)) {
        standing?.lower();
        standing = undefined;
      } else if (standing) standing.update(warning);
      else standing = raiseWarning(warning, events);
    }
    closeOrOpen();
  }

  function closeOrOpen(): void {
    if (level === 'danger') {
      const wanted = guarded.flatMap((index) => fields[index] ?? []);
      if (closed) closed.update(wanted);
      else closed = closeFields(wanted, { tampered: events.tampered });
    } else {
      closed?.open();
      closed = undefined;
    }
  }

  return {
    /** Does what the background says of this frame's own reading. */
    obey(verdict: PageVerdict, read: Element[]): void {
      ({ guarded } = verdict);
      fields = read;
      hear(verdict);
    },
    /** What the background says because another frame has changed the verdict. */
    hear,
    /** The page says the same as before, perhaps with other elements. */
    renew(read: Element[]): void {
      fields = read;
      closeOrOpen();
    },
  };
}

function countWithin(times: number, within: number): () => boolean {
  let seen: number[] = [];
  return () => {
    const now = performance.now();
    seen = [...seen.filter((at) => now - at < within), now];
    return seen.length >= times;
  };
}
