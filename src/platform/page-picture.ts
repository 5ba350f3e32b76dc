import { browser } from 'wxt/browser';

/** How long the two pages wait for each other. */
const patience = 8_000;
const PNG = 'data:image/png;base64,';

/** What the two ends say to each other: the report that it is there, the popup the picture, the report that it has it. */
type Word = { say: 'ready' } | { say: 'picture'; picture: PagePicture } | { say: 'kept' };

/** What a tab showed, as the browser drew it, and when. It is never stored: from the popup's memory it goes into the report's. */
export interface PagePicture {
  /** A PNG as a `data:` address. */
  png: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Draws what the tab in front shows. Allowed only where the visitor has just opened our popup over it (`activeTab`). */
export async function takePagePicture(): Promise<PagePicture> {
  return { png: await browser.tabs.captureVisibleTab({ format: 'png' }), at: Date.now() };
}

/** Opens one of our own pages and brings it to the front once it has the picture in its hands; rejects where it never takes it. */
export async function showWithPicture(address: string, picture: PagePicture): Promise<void> {
  const word = crypto.randomUUID();
  const channel = new BroadcastChannel(channelName(word));
  const kept = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The report did not take the picture.')), patience);
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.say === 'ready') channel.postMessage({ say: 'picture', picture } satisfies Word);
      if (data.say !== 'kept') return;
      clearTimeout(late);
      resolve();
    };
  });
  try {
    const [path, hash = ''] = address.split('#');
    // Behind the page in front: the popup lives, and with it the picture, until it loses the focus.
    const [tab] = await Promise.all([browser.tabs.create({ url: `${path}?picture=${word}#${hash}`, active: false }), kept]);
    if (tab.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  } finally {
    channel.close();
  }
}

/** The picture that this page was opened to show; `late` where it was promised and did not come, undefined where none was. */
export async function receivePicture(): Promise<PagePicture | 'late' | undefined> {
  const word = new URLSearchParams(location.search).get('picture');
  if (word === null) return undefined;
  // Shown again, this page has no picture to wait for.
  history.replaceState(null, '', location.pathname + location.hash);
  const channel = new BroadcastChannel(channelName(word));
  try {
    return await new Promise((resolve) => {
      setTimeout(() => resolve('late'), patience);
      channel.onmessage = ({ data }: MessageEvent<Word>) => {
        if (data.say !== 'picture' || !data.picture.png.startsWith(PNG)) return;
        channel.postMessage({ say: 'kept' } satisfies Word);
        resolve(data.picture);
      };
      channel.postMessage({ say: 'ready' } satisfies Word);
    });
  } finally {
    channel.close();
  }
}

const channelName = (word: string) => `page-picture-${word}`;

/** The bytes of a picture, as a file has them. */
export function bytesOf({ png }: PagePicture): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(png.slice(PNG.length)), (letter) => letter.charCodeAt(0));
}
