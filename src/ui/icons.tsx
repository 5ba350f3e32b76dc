import type { Level } from '../core/verdict.ts';

const shield = 'M12 2.2 4 5.2v6.2c0 5 3.3 8.7 8 10.4 4.7-1.7 8-5.4 8-10.4V5.2z';
const marks: Record<Level, string> = {
  licensed: 'm8.2 12.2 2.7 2.7 5-5.4',
  none: 'M8.5 12h7',
  caution: 'M12 7.5v5.5M12 16.2v.2',
  danger: 'm9 9 6 6m0-6-6 6',
};

/** Our shield, beside our name. */
export function BrandIcon() {
  return (
    <svg class="icon brand-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path class="icon-shield" d={shield} />
      <path class="icon-mark" d={marks.licensed} />
    </svg>
  );
}

/** The shield with the mark of a level; decoration, the words beside it carry the meaning. */
export function LevelIcon({ level }: { level: Level }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path class="icon-shield" d={shield} />
      <path class="icon-mark" d={marks[level]} />
    </svg>
  );
}
