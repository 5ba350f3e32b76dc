import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../core/verdict.ts';
import { text } from '../../platform/i18n.ts';
import type { TabReport } from '../../platform/messages.ts';
import { LevelIcon } from '../icons.tsx';
import { providerName } from '../provider-names.ts';

/** The head of the popup: the level, the address it is about, and what it means in a sentence. */
export function VerdictSummary({ report }: { report: TabReport }) {
  const { hostname, verdict, provider, trusted } = report;
  if (hostname === undefined) return <Head title={text('popup_unseen_title')}>{<p>{text('popup_unseen')}</p>}</Head>;
  if (!verdict) {
    return (
      <Head title={text('popup_pending_title')} hostname={hostname}>
        <p>{text('popup_pending')}</p>
      </Head>
    );
  }
  return (
    <Head title={text(`level_${verdict.level}`)} level={verdict.level} hostname={hostname}>
      <p>{meaningOf(verdict, provider?.name)}</p>
      {verdict.level === 'licensed' && <p class="note">{text('popup_licensedAgents')}</p>}
      {trusted && verdict.level !== 'none' && <p class="note">{text('popup_trusted')}</p>}
    </Head>
  );
}

function meaningOf(verdict: Verdict, name: string | undefined): string {
  if (verdict.level === 'licensed') return text('popup_licensed', name ?? providerName(verdict.provider));
  if (verdict.level === 'none') return text(`popup_none_${verdict.because}`);
  return text(`popup_${verdict.level}`);
}

interface HeadProps {
  title: string;
  level?: Verdict['level'];
  hostname?: string;
  children: ComponentChildren;
}

function Head({ title, level = 'none', hostname, children }: HeadProps) {
  return (
    <header class={`head level-${level}`}>
      <h1>
        <LevelIcon level={level} />
        {title}
      </h1>
      {hostname !== undefined && (
        <p class="hostname">
          <span class="label">{text('popup_site')}</span> <bdi dir="ltr">{hostname}</bdi>
        </p>
      )}
      {children}
    </header>
  );
}
