import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { askToSeeSites } from '../../src/platform/site-access.ts';
import { grantWith } from '../../src/ui/access-card.tsx';
import { Options, type OptionsMeans } from '../../src/ui/settings/options.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';

const explainGuard = () => askBackground('explainGuard', {});

startSurface('options_title', explainGuard, (report, again) => {
  const then = (asked: Promise<unknown>) => asked.then(again);
  const means: OptionsMeans = {
    change: (changes) => then(askBackground('changeSettings', changes)),
    pause: (length) => then(askBackground('pauseGuard', { length })),
    resume: ({ hostname }) => then(askBackground('resumeGuard', hostname === undefined ? {} : { hostname })),
    grant: () => then(grantWith(askToSeeSites)()),
    endTrust: (hostname) => then(askBackground('endTrust', { hostname })),
    setPin: (pin) => then(askBackground('setHelperPin', { pin })),
    removePin: () => then(askBackground('removeHelperPin', {})),
  };
  return <Options report={report} means={means} />;
});
