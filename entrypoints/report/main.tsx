import '../../assets/theme.css';
import '../../src/ui/report/report.css';
import { askBackground } from '../../src/platform/ask.ts';
import { receivePicture } from '../../src/platform/page-picture.ts';
import { Report } from '../../src/ui/report/report.tsx';
import { idsIn } from '../../src/ui/report/report-address.ts';
import { startSurface } from '../../src/ui/start-surface.tsx';

const ids = idsIn(location.hash);
// At once: the popup that has it waits for this page alone.
const picture = receivePicture();
const prepare = async () => ({ material: await askBackground('prepareReport', { ids }), picture: await picture });

async function noteReported(): Promise<void> {
  for (const assessmentId of ids) await askBackground('recordSurfaceDecision', { assessmentId, kind: 'reported' });
}

startSurface('report_title', prepare, (prepared) => (
  <Report {...prepared} now={Date.now()} onPrint={() => window.print()} onReported={noteReported} />
));
