import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Assessment, everything, type HistoryPicture as Picture } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { HistoryActions } from './history-actions.tsx';
import { HistoryFiles } from './history-files.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { HistoryList } from './history-list.tsx';
import { HistoryNotices } from './history-notices.tsx';
import { HistoryPicture, weekEdges } from './history-picture.tsx';
import type { HistoryMeans, HistoryStart } from './means.ts';
import { UndoBar } from './undo-bar.tsx';
import { useRemoval } from './use-removal.ts';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';

interface Props {
  start: HistoryStart;
  now: number;
  means: HistoryMeans;
}

/** Every warning there was: find, read, hand on, delete. */
export function History({ start, now, means }: Props) {
  const rows = useRows(means.browse, start.page);
  const selection = useSelection();
  const [picture, redraw] = usePicture(means.draw, now);
  const [asksForAll, setAsksForAll] = useState(false);
  const removal = useRemoval(means, (gone) => {
    selection.clear();
    if (gone instanceof Set) rows.drop(gone);
    else void rows.reload();
    redraw();
  });
  const main = useRef<HTMLElement>(null);
  // The bar that had the focus is gone: the keyboard goes on at the list.
  const backToList = () => (main.current?.querySelector<HTMLElement>('.rows') ?? main.current)?.focus({ preventScroll: true });
  const removeOne = useLatest((assessment: Assessment) => void removal.remove([assessment]));
  const onMore = useLatest(rows.loadMore);
  const seek: typeof rows.seek = (query) => {
    // What the reader no longer sees must not be deleted with what he sees.
    selection.clear();
    rows.seek(query);
  };
  const taken = () => {
    void rows.reload();
    redraw();
  };
  return (
    <main ref={main} class="page history" tabIndex={-1}>
      <h1>{text('history_title')}</h1>
      <p class="lead">{text('history_lead')}</p>
      <HistoryNotices notices={start.notices} onDismiss={means.dismissNotices} />
      {rows.total === 0 ? (
        <Empty />
      ) : (
        <>
          <HistoryPicture picture={picture} />
          <HistoryFilter query={rows.query} institutions={picture.institutions.map(({ id }) => id)} onQuery={seek} />
          <HistoryActions
            found={rows.found}
            total={rows.total}
            picked={[...selection.picked.keys()]}
            onDeletePicked={() => void removal.remove([...selection.picked.values()])}
            onDeleteAll={() => setAsksForAll(true)}
          />
          {rows.found === 0 && <NoMatch onClear={() => seek(everything)} />}
          <HistoryList
            pages={rows.pages}
            now={now}
            byDay={rows.query.sort === 'newest' || rows.query.sort === 'oldest'}
            generation={selection.generation}
            hasMore={rows.next !== undefined}
            onMore={onMore}
            onSelect={selection.select}
            onDelete={removeOne}
          />
        </>
      )}
      <p role="alert">{rows.failure && text('surface_failed', rows.failure)}</p>
      <HistoryFiles query={rows.query} found={rows.found} means={means} onTaken={taken} />
      <UndoBar
        notice={removal.notice}
        onUndo={() => void removal.undo().then(backToList)}
        onDismiss={() => {
          removal.dismiss();
          backToList();
        }}
        onHold={removal.hold}
      />
      {asksForAll && (
        <ConfirmDialog
          title={text('history_confirmTitle')}
          body={text('history_confirm', rows.total)}
          yes={text('history_confirmYes')}
          no={text('history_confirmNo')}
          onYes={() => {
            setAsksForAll(false);
            void removal.removeAll();
          }}
          onNo={() => setAsksForAll(false)}
        />
      )}
    </main>
  );
}

/** The picture, empty until it is drawn: nobody waits for it, and nothing moves when it comes. */
function usePicture(draw: HistoryMeans['draw'], now: number): [Picture, () => void] {
  const [picture, setPicture] = useState<Picture>({ spans: [], institutions: [] });
  const redraw = useCallback(() => {
    draw(weekEdges(now)).then(setPicture, () => undefined);
  }, [draw, now]);
  useEffect(redraw, [redraw]);
  return [picture, redraw];
}

/** One function for good that does what the latest one does: rows drawn once keep it. */
function useLatest<A extends unknown[]>(latest: (...args: A) => void): (...args: A) => void {
  const current = useRef(latest);
  current.current = latest;
  return useCallback((...args: A) => current.current(...args), []);
}

function Empty() {
  return (
    <section class="card empty">
      <h2>{text('history_empty_title')}</h2>
      <p>{text('history_empty')}</p>
    </section>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <section class="card empty">
      <p>{text('history_noMatch')}</p>
      <button type="button" onClick={onClear}>
        {text('history_clearFilter')}
      </button>
    </section>
  );
}
