import type { Settings } from '../core/settings.ts';
import { text } from '../platform/i18n.ts';

export type Mark = NonNullable<Settings['mark']>;

const drawings: Record<Mark['picture'], string> = {
  sun: 'M24 15a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM24 4v6M24 38v6M4 24h6M38 24h6M10 10l4 4M34 34l4 4M38 10l-4 4M14 34l-4 4',
  moon: 'M34 30A15 15 0 0 1 20 9a16 16 0 1 0 14 21z',
  star: 'm24 5 6 12 13 2-10 9 3 14-12-7-12 7 3-14-10-9 13-2z',
  leaf: 'M9 39C7 20 18 9 40 8c1 22-10 32-26 27M9 42c4-10 11-17 20-22',
  flower: 'M24 20c-8-14 8-14 0 0zM28 24c14-8 14 8 0 0zM24 28c8 14-8 14 0 0zM20 24c-14 8-14-8 0 0zM24 20a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  fish: 'M6 24c8-14 22-14 29-3l8-7v20l-8-7C28 38 14 38 6 24zM15 22v.1',
  boat: 'M7 31h34l-6 10H13zM23 6v21H9zM28 12l11 15H28z',
  house: 'M6 24 24 8l18 16M11 21v20h26V21M20 41V29h8v12',
  cup: 'M9 16h25v15c0 13-25 13-25 0zM34 20c10-2 10 12 0 11M15 10V5M22 10V5M29 10V5',
  umbrella: 'M5 25C6 6 42 6 43 25zM24 25v13c0 7 9 6 9 0M24 11V6',
  key: 'M16 17a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM24 25h19v8M35 25v6',
  mountain: 'm4 40 14-24 9 15 5-8 12 17zM34 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
};

/** One of the pictures; its name stands beside it or in its label. */
export function MarkPicture({ picture }: { picture: Mark['picture'] }) {
  return (
    <svg class="mark-picture" viewBox="0 0 48 48" aria-hidden="true">
      <path d={drawings[picture]} />
    </svg>
  );
}

/** The visitor's own mark: only our own pages know it, so that an imitation can be told apart. */
export function OwnMark({ mark }: { mark: Mark }) {
  return (
    <p class="own-mark">
      <MarkPicture picture={mark.picture} />
      <span>
        <span class="label">{text('mark_own')}</span> <bdi>{mark.phrase || text(`mark_${mark.picture}`)}</bdi>
      </span>
    </p>
  );
}
