import { escapeXml } from './xml.ts';

/** What Chrome and Edge ask an organisation's own server for: which version there is, and where. */
export const updateManifest = (id: string, crxUrl: string, version: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${escapeXml(id)}">
    <updatecheck codebase="${escapeXml(crxUrl)}" version="${escapeXml(version)}" />
  </app>
</gupdate>
`;
