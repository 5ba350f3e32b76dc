import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import { History } from '../../src/ui/history/history.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';

const listAssessments = () => askBackground('listAssessments', {});

startSurface('history_title', listAssessments, (assessments) => (
  <History
    assessments={assessments}
    now={Date.now()}
    onDelete={(ids) => askBackground('deleteAssessments', { ids })}
    onClear={() => askBackground('clearHistory', {})}
  />
));
