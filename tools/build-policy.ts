import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { placeholderIds } from './policy/keys.ts';
import { encodeTemplate, policyTemplates } from './policy/templates.ts';

// Writes every policy template. With the ids that the stores gave and a folder of its own, it makes a set that is ready to use.
const { values } = parseArgs({
  options: { 'chrome-id': { type: 'string' }, 'edge-id': { type: 'string' }, out: { type: 'string' } },
});
const root = values.out ?? fileURLToPath(new URL('..', import.meta.url));
const ids = {
  ...placeholderIds,
  ...(values['chrome-id'] && { chrome: values['chrome-id'] }),
  ...(values['edge-id'] && { edge: values['edge-id'] }),
};
const templates = policyTemplates(ids);
for (const [file, text] of Object.entries(templates)) {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, encodeTemplate(file, text));
}
console.log(`${Object.keys(templates).length} policy templates written to ${root}.`);
