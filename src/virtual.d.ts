declare module 'virtual:knowledge' {
  const data: import('./core/knowledge/knowledge.ts').KnowledgeData;
  export default data;
}
declare module 'virtual:sentinel-facts' {
  /** Hashes of the licensed hosts (src/core/knowledge/host-hash.ts), four characters each, one after the other. */
  export const licensed: string;
  /** Source of the regular expression that makes a page worth a look. */
  export const words: string;
}
