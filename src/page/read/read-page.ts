import { snapshotLimits } from '../../core/page/limits.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { attributesOf } from './attributes.ts';
import { type Block, type Piece, tidy } from './blocks.ts';
import { type Collector, createCollector } from './collect.ts';
import { isCameraView, isUploadTile, speaksOfUpload } from './controls.ts';
import { readFields } from './fields.ts';
import type { Found } from './labels.ts';
import { describeLeads } from './leads.ts';
import { composedParent, hasLayout } from './shown.ts';
import { runAtOnce, runInSlices, type Sliceable } from './slice.ts';
import { createStyleReader } from './style-marks.ts';
import { asked } from './unclobbered.ts';
import { type ShadowRootOf, walk } from './walk.ts';

export interface ReadOptions {
  shadowRootOf: ShadowRootOf;
}

/** What one reading found. */
export interface PageReading {
  snapshot: PageSnapshot;
  /** The elements behind each of the snapshot's fields: one, or the boxes that a number is typed into. */
  fields: Element[][];
  /** The element behind each of the snapshot's links. */
  links: (Element | undefined)[];
  /** Shadow roots met on the way, for whoever watches the page. */
  roots: ShadowRoot[];
  /** Milliseconds of the page's main thread that the reading took. */
  spent: number;
}

const TOGETHER = 200;
const SLICE = 3; // of the 10 ms that one task may take: on a slow machine the last step alone takes several

/** Reads what a document shows and asks for, in one go. Changes nothing and never looks at what was typed. */
export function readPage(document: Document, options: ReadOptions): PageReading {
  const start = performance.now();
  const reading = runAtOnce(read(document, options));
  return { ...reading, spent: performance.now() - start };
}

/** The same in short tasks, for pages of any size. */
export async function readPageInSlices(document: Document, options: ReadOptions & { slice?: number }): Promise<PageReading> {
  let spent = 0;
  const reading = await runInSlices(read(document, options), options.slice ?? SLICE, (time) => {
    spent += time;
  });
  return { ...reading, spent };
}

function* read(document: Document, { shadowRootOf }: ReadOptions): Sliceable<Omit<PageReading, 'spent'>> {
  const styles = createStyleReader();
  const page = createCollector(document, styles);
  const { textOf } = page;
  const root = document.documentElement;
  const roots = root ? yield* walk(root, page.visitor, shadowRootOf) : [];
  const blocks = page.blocks.finish();
  yield* addTiles(page, textOf);
  addCameras(page, blocks);
  yield;
  const fields = yield* readFields(
    page.found,
    page.labelsFor,
    blocks,
    { textOf, styles, hasPictures: page.hasPictures(), hasRoots: roots.length > 0 },
    hasLayout(document),
  );
  const { elementOf, ...leads } = yield* describeLeads(page.leads, blocks, textOf);
  const kept = yield* chooseBlocks(blocks, page.found);
  const snapshot: PageSnapshot = {
    title: tidy(document.title.slice(0, 800)).slice(0, 400),
    description: tidy((document.querySelector('meta[name="description" i]')?.getAttribute('content') ?? '').slice(0, 1200)).slice(0, 600),
    blocks: kept.map(({ role, text }) => ({ role, text })),
    fields: fields.map((field) => field.snapshot),
    forms: page.forms.slice(0, snapshotLimits.forms),
    ...leads,
  };
  return { snapshot, fields: fields.map(({ elements }) => elements), links: leads.links.map((link) => elementOf.get(link)), roots };
}

/** Boxes that offer to take a file and have no file input of their own. */
function* addTiles(page: Collector, textOf: (element: Element) => string): Sliceable<void> {
  const taken = new Set<Element>();
  for (const piece of yield* piecesOfUpload(page.blocks.said)) {
    const { at, place } = piece;
    let tile: Element | null = place.element;
    for (let level = 0; tile && level < 3 && !isUploadTile(tile, textOf(tile)); level++) tile = composedParent(tile);
    if (!tile || asked(tile).localName === 'form' || taken.has(tile) || !isUploadTile(tile, textOf(tile)) || isBesideFileInput(tile))
      continue;
    taken.add(tile);
    insertFound(page.found, {
      control: 'drop',
      elements: [tile],
      attributes: attributesOf(asked(tile)),
      form: place.form,
      label: tile,
      step: '',
      at,
    });
  }
}

/** Short texts that speak of handing over a file; many are looked at together first, as most pages have none. */
function* piecesOfUpload(said: readonly (Piece | undefined)[]): Sliceable<Piece[]> {
  const found: Piece[] = [];
  for (let from = 0; from < said.length; from += TOGETHER) {
    if (from > 0) yield;
    const short = said.slice(from, from + TOGETHER).filter((piece) => piece !== undefined && piece.text.length < 120) as Piece[];
    if (speaksOfUpload(short.map(({ text }) => text).join('\n'))) found.push(...short.filter(({ text }) => speaksOfUpload(text)));
  }
  return found;
}

function isBesideFileInput(tile: Element): boolean {
  if (asked(tile).closest('label')) return true;
  let at: Element | null = tile;
  for (let level = 0; at && level < 3 && !/^(?:body|html|form)$/.test(asked(at).localName); level++, at = composedParent(at)) {
    if (asked(at).querySelector('input[type=file]')) return true;
  }
  return false;
}

function addCameras(page: Collector, blocks: readonly Block[]): void {
  for (const { element, at, place } of page.videos) {
    const words = blocks.slice(Math.max(0, at - 4), at + 4);
    const near = words.map(({ text }) => text).join(' ');
    if (!isCameraView(element, near)) continue;
    insertFound(page.found, {
      control: 'camera',
      elements: [element],
      attributes: attributesOf(element),
      form: place.form,
      label: null,
      step: near.slice(0, snapshotLimits.label),
      at,
    });
  }
}

function insertFound(found: Found[], one: Found): void {
  const after = found.findIndex(({ at }) => at > one.at);
  found.splice(after < 0 ? found.length : after, 0, one);
}

/** Keeps blocks within the limits: first those that say what the page is and what its controls want, then from the top. */
function* chooseBlocks(blocks: readonly Block[], found: readonly Found[]): Sliceable<readonly Block[]> {
  let length = 0;
  for (const { text } of blocks) length += text.length;
  if (blocks.length <= snapshotLimits.blocks && length <= snapshotLimits.text) return blocks;
  const besideControls = new Set(found.flatMap(({ at }) => [at - 2, at - 1, at, at + 1]));
  const tells = ({ role }: Block, index: number) => besideControls.has(index) || role === 'heading' || role === 'footer';
  const kept = new Set<Block>();
  let left: number = snapshotLimits.text;
  for (const telling of [true, false]) {
    for (const [index, block] of blocks.entries()) {
      if (index % 32 === 31) yield;
      if (kept.size >= snapshotLimits.blocks) break;
      if (kept.has(block) || tells(block, index) !== telling || block.text.length > left) continue;
      kept.add(block);
      left -= block.text.length;
    }
  }
  return blocks.filter((block) => kept.has(block));
}
