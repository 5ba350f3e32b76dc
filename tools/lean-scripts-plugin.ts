import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WRAPPED = '\0virtual:wxt-unlisted-script-entrypoint?';

/** Keeps ballast out of the scripts that pages carry: WXT's wrapper with its logger, and the comments and idle space of style sheets taken as text (`?raw`). */
export function leanScriptsPlugin(): Plugin {
  return {
    name: 'pos-signup-guard:lean-scripts',
    enforce: 'pre',
    load(id) {
      if (id.startsWith(WRAPPED)) return `import script from ${JSON.stringify(id.slice(WRAPPED.length))};\nscript.main();`;
      const [file = '', query] = id.split('?');
      if (query === 'raw' && file.endsWith('.css')) return `export default ${JSON.stringify(shrinkCss(readFileSync(file, 'utf8')))};`;
      return undefined;
    },
  };
}

/** The same rules in fewer characters. */
function shrinkCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .replace(/ !/g, '!')
    .replace(/="([a-z]+)"/g, '=$1')
    .replace(/(?<=[ :(,])0\./g, '.')
    .replace(/#(.)\1(.)\2(.)\3\b/g, '#$1$2$3')
    .trim();
}
