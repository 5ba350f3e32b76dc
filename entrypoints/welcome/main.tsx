import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { askToSeeSites } from '../../src/platform/site-access.ts';
import { grantWith } from '../../src/ui/access-card.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';

const explainGuard = () => askBackground('explainGuard', {});

startSurface('welcome_title', explainGuard, (report, again) => (
  <Welcome
    report={report}
    onChange={(changes) => askBackground('changeSettings', changes)}
    onGrant={() => grantWith(askToSeeSites)().then(again)}
    onPin={(pin) => askBackground('setHelperPin', { pin })}
  />
));
