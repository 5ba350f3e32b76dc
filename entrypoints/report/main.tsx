import '../../assets/theme.css';
import '../../src/ui/report/report.css';
import { askBackground } from '../../src/platform/ask.ts';
import { Report } from '../../src/ui/report/report.tsx';
import { idsIn } from '../../src/ui/report/report-address.ts';
import { startSurface } from '../../src/ui/start-surface.tsx';

const ids = idsIn(location.hash);
const prepare = () => askBackground('prepareReport', { ids });

async function noteReported(): Promise<void> {
  for (const assessmentId of ids) await askBackground('recordSurfaceDecision', { assessmentId, kind: 'reported' });
}

startSurface('report_title', prepare, (material) => (
  <Report material={material} now={Date.now()} onPrint={() => window.print()} onReported={noteReported} />
));
