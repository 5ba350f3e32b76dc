import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { PolicyPage } from '../../src/ui/policy/policy-page.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';

const explainPolicy = () => askBackground('explainPolicy', {});

startSurface('policy_title', explainPolicy, (report) => <PolicyPage report={report} />);
