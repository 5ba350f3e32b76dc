import type { HistoryPicture as Picture } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { formatShortDay, startOfDay } from '../moments.ts';
import { providerName } from '../provider-names.ts';

const weeks = 13; // The ninety days that are kept by default.
const topmost = 3;

/** The edges of the weeks up to and including today, rising. */
export function weekEdges(now: number): number[] {
  const tomorrow = new Date(startOfDay(now));
  tomorrow.setDate(tomorrow.getDate() + 1);
  return Array.from({ length: weeks + 1 }, (_, index) => {
    const edge = new Date(tomorrow);
    // By the calendar: not every day has twenty-four hours.
    edge.setDate(edge.getDate() - 7 * (weeks - index));
    return edge.getTime();
  });
}

/** What was flagged, week by week, and which institutions were invoked most. */
export function HistoryPicture({ picture: { spans, institutions } }: { picture: Picture }) {
  const most = Math.max(1, ...spans.map(({ danger, caution }) => danger + caution));
  return (
    <details class="card picture" open>
      <summary>{text('history_picture')}</summary>
      <div class="picture-parts">
        <figure>
          <figcaption>{text('history_pictureWeeks', weeks)}</figcaption>
          <svg viewBox={`0 0 ${weeks * 20} 100`} role="img" aria-label={describeWeeks(spans)} preserveAspectRatio="none">
            {spans.map(({ from, danger, caution }, index) => (
              <g key={from}>
                <rect class="bar-caution" {...bar(index, caution, 0, most)} />
                <rect class="bar-danger" {...bar(index, danger, caution, most)} />
                <line class="bar-base" x1={index * 20 + 3} x2={index * 20 + 17} y1="99" y2="99" />
              </g>
            ))}
          </svg>
          <p class="legend" aria-hidden="true">
            <span class="legend-danger">{text('level_danger')}</span>
            <span class="legend-caution">{text('level_caution')}</span>
          </p>
        </figure>
        <Institutions institutions={institutions} />
      </div>
    </details>
  );
}

function bar(index: number, count: number, below: number, most: number) {
  const height = (count / most) * 98;
  return { x: index * 20 + 3, y: 99 - height - (below / most) * 98, width: 14, height };
}

function describeWeeks(spans: Picture['spans']): string {
  const told = spans.filter(({ danger, caution }) => danger + caution > 0);
  if (told.length === 0) return text('history_pictureNone', weeks);
  return told.map(({ from, danger, caution }) => text('history_pictureWeek', formatShortDay(from), danger, caution)).join(' ');
}

function Institutions({ institutions }: { institutions: Picture['institutions'] }) {
  const top = institutions.slice(0, topmost);
  const most = top[0]?.count ?? 1;
  return (
    <figure>
      <figcaption>{text('history_pictureInstitutions')}</figcaption>
      <ol class="plain tallies">
        {top.map(({ id, count }) => (
          <li key={id} class="tally">
            <span>{providerName(id)}</span>
            <span class="number">{count}</span>
            <svg viewBox="0 0 100 4" aria-hidden="true" preserveAspectRatio="none">
              <rect class="bar-invoked" width={Math.max(1, (count / most) * 100)} height="4" />
            </svg>
          </li>
        ))}
      </ol>
    </figure>
  );
}
