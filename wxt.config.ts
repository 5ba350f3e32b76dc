import { defineConfig } from 'wxt';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: { name: '__MSG_extension_name__', description: '__MSG_extension_description__', default_locale: 'zh_CN' },
});
