import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { knowledgePlugin } from './tools/knowledge-plugin.ts';
import { leanScriptsPlugin } from './tools/lean-scripts-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  // Pages name every file they need, so that none waits for another; the polyfill for browsers older than ours would be the only `fetch` in the build.
  vite: () => ({ plugins: [knowledgePlugin(root), leanScriptsPlugin()], build: { modulePreload: { polyfill: false } } }),
  hooks: {
    // Firefox knows no such schema and warns of it.
    'build:publicAssets': (wxt, files) => {
      const at = files.findIndex(({ relativeDest }) => relativeDest === 'managed-schema.json');
      if (wxt.config.browser === 'firefox' && at >= 0) files.splice(at, 1);
    },
    // WXT takes a page named "history" for a replacement of the browser's own: ours is an ordinary page.
    'entrypoints:resolved': (_, entrypoints) => {
      for (const entrypoint of entrypoints) if (entrypoint.name === 'history') entrypoint.type = 'unlisted-page';
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'scripting', 'alarms', 'activeTab'],
    host_permissions: ['http://*/*', 'https://*/*'],
    // A script of its own instead of WXT's content script: no word to the page that we are here, nothing that a page's event can switch off.
    content_scripts: [
      {
        matches: ['http://*/*', 'https://*/*'],
        js: ['sentinel.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    action: { default_title: '__MSG_extension_name__', default_popup: 'popup.html' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'pos-signup-guard@example.org', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '137', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
