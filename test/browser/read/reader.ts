export { readPage, readPageInSlices } from '../../../src/page/read/read-page.ts';
export { watchPage } from '../../../src/page/read/watch-page.ts';
export { triage } from '../../../src/page/triage.ts';
export { watchTriage } from '../../../src/page/watch-triage.ts';
