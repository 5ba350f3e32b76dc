import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { startSurface } from '../../src/ui/start-surface.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';

const explainGuard = () => askBackground('explainGuard', {});

startSurface('welcome_title', explainGuard, (report) => (
  <Welcome
    report={report}
    onChange={(changes) => askBackground('changeSettings', changes)}
    onPin={(pin) => askBackground('setHelperPin', { pin })}
  />
));
