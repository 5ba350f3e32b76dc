import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { text } from '../../src/platform/i18n.ts';
import { closeOwnTab, openHere } from '../../src/platform/own-tab.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { startSurface } from '../../src/ui/start-surface.tsx';
import { NothingStopped, Stopped } from '../../src/ui/stopped/stopped.tsx';

const assessmentId = new URLSearchParams(location.search).get('assessment') ?? '';

const isFramed = () => window.top !== window.self;

async function explainStopped() {
  if (isFramed()) return null;
  const [stopped, { mark }] = await Promise.all([askBackground('explainStopped', { assessmentId }), readSettings()]);
  return stopped && { ...stopped, isMarked: mark !== undefined };
}

// A decision that can't be recorded must not stand in the way of leaving.
const recordDecision = (kind: 'left' | 'acceptedSuggestion') =>
  askBackground('recordSurfaceDecision', { assessmentId, kind }).catch(() => {});

async function leave(): Promise<void> {
  await recordDecision('left');
  await closeOwnTab();
}

async function proceed(reason: string): Promise<void> {
  const destination = await askBackground('proceed', { assessmentId, reason });
  if (!destination) throw new Error(text('stopped_continueGone'));
  openHere(destination.url);
}

async function trust(typed: string): Promise<void> {
  const destination = await askBackground('trustHost', { assessmentId, typed });
  if (!destination) throw new Error(text('stopped_continueGone'));
  openHere(destination.url);
}

startSurface('stopped_title', explainStopped, (stopped) => {
  if (isFramed()) return <NothingStopped title={text('stopped_title')} body={text('stopped_framed')} />;
  if (!stopped) return <NothingStopped title={text('stopped_unknown_title')} body={text('stopped_unknown')} onLeave={leave} />;
  const { mayTrust, ...shown } = stopped;
  return (
    <Stopped
      {...shown}
      onLeave={leave}
      onOfficial={() => recordDecision('acceptedSuggestion')}
      onContinue={proceed}
      onTrust={mayTrust ? trust : undefined}
    />
  );
});
