import { useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { bytesOf, type PagePicture } from '../../platform/page-picture.ts';
import { formatMoment } from '../moments.ts';
import { saveFile } from '../save-file.ts';

/** The picture that the reader took of the page: to look at first, to print and save along, or to leave out. It lives in this part alone. */
export function PictureSheet({ picture, address }: { picture: PagePicture | 'late'; address: string }) {
  const [kept, setKept] = useState<PagePicture | undefined>(picture === 'late' ? undefined : picture);
  if (!kept) {
    return (
      <p role="status" class="notice screen-only">
        {text(picture === 'late' ? 'report_pictureLate' : 'report_pictureDropped')}
      </p>
    );
  }
  const caption = text('report_pictureAt', address, formatMoment(kept.at));
  const save = () => saveFile(`pos-guard-page-${new Date(kept.at).toISOString().slice(0, 10)}.png`, bytesOf(kept), 'image/png');
  return (
    <section class="card sheet picture-sheet">
      <h2>{text('report_picture')}</h2>
      <p class="screen-only">{text('report_pictureNote')}</p>
      <figure>
        <img src={kept.png} alt={caption} />
        <figcaption>
          <bdi>{caption}</bdi>
        </figcaption>
      </figure>
      <div class="actions screen-only">
        <button type="button" onClick={save}>
          {text('report_pictureSave')}
        </button>
        <button type="button" class="grave" onClick={() => setKept(undefined)}>
          {text('report_pictureDrop')}
        </button>
      </div>
    </section>
  );
}
