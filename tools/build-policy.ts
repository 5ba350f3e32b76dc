import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extensionId, packCrx, readOrMakeKey } from './policy/crx.ts';
import { type ExtensionIds, ownServer, placeholderIds } from './policy/keys.ts';
import { withSampleEvents } from './policy/sample-events.ts';
import { encodeTemplate, policyTemplates } from './policy/templates.ts';
import { updateManifest } from './policy/update-manifest.ts';

// Writes every policy template. With the ids that the stores gave and a folder of its own, it makes a set that is ready to use;
// with a key and a server, a signed package and its update manifest too.
const { values } = parseArgs({
  options: {
    'chrome-id': { type: 'string' },
    'edge-id': { type: 'string' },
    key: { type: 'string' },
    server: { type: 'string' },
    out: { type: 'string' },
  },
});
const project = fileURLToPath(new URL('..', import.meta.url));
const root = values.out ?? project;

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function write(file: string, bytes: Buffer): void {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

function packForServer(keyFile: string, server: string): ExtensionIds {
  const folder = path.join(project, '.output');
  const zip = existsSync(folder) && readdirSync(folder).find((file) => /^pos-signup-guard-.*-chrome\.zip$/.test(file));
  if (!zip) refuse('There is no package to sign yet. Run: npm run zip');
  const isNew = !existsSync(keyFile);
  const key = readOrMakeKey(keyFile);
  const id = extensionId(key);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'chrome-mv3', 'manifest.json'), 'utf8'));
  write('server/pos-signup-guard.crx', packCrx(readFileSync(path.join(folder, zip)), key));
  write('server/update.xml', Buffer.from(updateManifest(id, `${server.replace(/\/*$/, '')}/pos-signup-guard.crx`, version)));
  console.log(
    `Extension id ${id}${isNew ? `, with a new key in ${keyFile}: keep it, every later version needs it, and nobody else may have it` : ''}.`,
  );
  console.log(`Put server/pos-signup-guard.crx and server/update.xml at ${server}.`);
  return ownServer(id, server);
}

if ((values.key === undefined) !== (values.server === undefined)) refuse('--key FILE and --server ADDRESS belong together.');
if (values.key !== undefined && !values.out) refuse('A signed set needs a folder of its own: --out DIR.');
if (values.server !== undefined && !/^https:\/\/[^/]/.test(values.server)) refuse('--server must be an https address.');
const ids: ExtensionIds =
  values.key !== undefined && values.server !== undefined
    ? packForServer(values.key, values.server)
    : {
        ...placeholderIds,
        ...(values['chrome-id'] && { chrome: values['chrome-id'] }),
        ...(values['edge-id'] && { edge: values['edge-id'] }),
      };
const templates = policyTemplates(ids);
for (const [file, text] of Object.entries(templates)) write(file, encodeTemplate(file, text));
for (const guide of ['deploy/README.md', 'deploy/README.zh.md'])
  write(guide, Buffer.from(withSampleEvents(readFileSync(path.join(project, guide), 'utf8'))));
console.log(`${Object.keys(templates).length} policy templates written to ${root}.`);
