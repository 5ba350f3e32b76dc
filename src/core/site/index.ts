export { compileHostIndex, type HostSources } from './compile-host-index.ts';
export { type HostIndex, loadHostIndex } from './host-index.ts';
export type { HostIndexData } from './host-index-data.ts';
export { type HostVerdict, judgeHost } from './judge-host.ts';
export { type Site, siteOf, siteOfHostname } from './site.ts';
