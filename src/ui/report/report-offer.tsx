import { useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';
import { reportAddress } from './report-address.ts';

interface Props {
  assessmentId: string;
  /** Takes a picture of the page in front and opens the report with it. */
  onPicture: (address: string) => Promise<void>;
}

/** In the popup over a page that was warned about: the report, with a picture of the page where the visitor wants one. */
export function ReportOffer({ assessmentId, onPicture }: Props) {
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const address = reportAddress([assessmentId]);
  const take = async () => {
    setBusy(true);
    setFailure('');
    await onPicture(address).catch((error: unknown) => setFailure(text('surface_failed', sentenceOf(error))));
    setBusy(false);
  };
  return (
    <section class="card">
      <h2>{text('report_popupTitle')}</h2>
      <p>{text('report_popupLead')}</p>
      <div class="actions">
        <a class="button" href={address} target="_blank" rel="noopener">
          {text('history_report')}
          <span class="unseen">{text('surface_newTab')}</span>
        </a>
        <button type="button" disabled={isBusy} onClick={take}>
          {text('report_withPicture')}
        </button>
      </div>
      <p class="note">{text('report_pictureRisk')}</p>
      <p role="alert" class="notice level-danger">
        {failure}
      </p>
    </section>
  );
}
