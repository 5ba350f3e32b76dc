import type { Level } from '../core/verdict.ts';
import { text } from '../platform/i18n.ts';
import { LevelIcon } from './icons.tsx';

/** A level as icon and word. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <span class={`level level-${level}`}>
      <LevelIcon level={level} />
      {text(`level_${level}`)}
    </span>
  );
}
