import { useId, useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { writeBundle } from '../../core/exchange/bundle.ts';
import { text } from '../../platform/i18n.ts';
import type { ReportMaterial } from '../../platform/messages.ts';
import type { PagePicture } from '../../platform/page-picture.ts';
import { CopyButton } from '../copy-button.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { Fact } from '../fact.tsx';
import { sentenceOf } from '../loaded.tsx';
import { formatMoment } from '../moments.ts';
import { saveFile } from '../save-file.ts';
import { PictureSheet } from './picture-sheet.tsx';
import { Recipients } from './recipients.tsx';
import { factsOf, reportText } from './report-text.ts';

interface Props {
  material: ReportMaterial;
  /** What the reader took a picture of, on the way here. */
  picture?: PagePicture | 'late' | undefined;
  now: number;
  onPrint: () => void;
  /** Notes in the history that the visitor has reported these pages. */
  onReported: () => Promise<void>;
}

/** What somebody else needs to act on a page: facts, evidence, whom to send it to; made to be printed. */
export function Report({ material, picture, now, onPrint, onReported }: Props) {
  const { assessments, recipients, kept, version } = material;
  if (assessments.length === 0) return <NothingToReport />;
  return (
    <main class="page report">
      <h1>{text('report_title')}</h1>
      <p class="note">{text('report_made', formatMoment(now), version)}</p>
      {!kept && <p class="notice screen-only">{text('report_passing')}</p>}
      <Means material={material} now={now} onPrint={onPrint} onReported={onReported} />
      {assessments.map((assessment, index) => (
        <Page key={assessment.id} assessment={assessment} title={pageTitle(assessments.length, index)} />
      ))}
      <OwnWords />
      <Recipients recipients={recipients} />
      <p class="note">{text('report_note')}</p>
      {picture && <PictureSheet picture={picture} address={assessments[0]?.url ?? ''} />}
    </main>
  );
}

const pageTitle = (count: number, index: number) => (count === 1 ? text('report_page') : text('report_pageNumber', index + 1));

function Means({ material, now, onPrint, onReported }: Props) {
  const [said, setSaid] = useState('');
  const save = () => {
    const made = new Date(now).toISOString();
    saveFile(`pos-guard-report-${made.slice(0, 10)}.json`, writeBundle(material.assessments, made), 'application/json');
  };
  const note = () =>
    onReported().then(
      () => setSaid(text('report_reportedNoted')),
      (error: unknown) => setSaid(text('surface_failed', sentenceOf(error))),
    );
  return (
    <section class="means">
      <p>{text('report_lead')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onPrint}>
          {text('report_print')}
        </button>
        <CopyButton words={reportText(material, now)} />
        {material.mayExport && (
          <button type="button" onClick={save}>
            {text('report_save')}
          </button>
        )}
        {material.kept && (
          <button type="button" onClick={note}>
            {text('report_reported')}
          </button>
        )}
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

function Page({ assessment, title }: { assessment: Assessment; title: string }) {
  return (
    <section class="card sheet">
      <h2>{title}</h2>
      <dl>
        {factsOf(assessment).map(([name, value]) => (
          <Fact key={name} name={name}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
      </dl>
      <h3>{text('report_found')}</h3>
      <EvidenceList evidence={assessment.evidence} />
    </section>
  );
}

/** What only the reporting person knows. It stays in this page and is kept nowhere. */
function OwnWords() {
  return (
    <section class="card sheet">
      <h2>{text('report_own')}</h2>
      <p class="note screen-only">{text('report_ownNote')}</p>
      <div class="own">
        <Blank name={text('report_ownName')} />
        <Blank name={text('report_ownPhone')} />
        <Blank name={text('report_ownContact')} />
        <Blank name={text('report_ownGiven')} />
        <Blank name={text('report_ownLoss')} />
        <Blank name={text('report_ownSigned')} />
      </div>
    </section>
  );
}

function Blank({ name }: { name: string }) {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id}>{name}</label>
      <input id={id} autocomplete="off" />
    </div>
  );
}

function NothingToReport() {
  return (
    <main class="page">
      <h1>{text('report_title')}</h1>
      <p>{text('report_nothing')}</p>
    </main>
  );
}
