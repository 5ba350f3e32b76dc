import { licensed, words } from 'virtual:sentinel-facts';
import { standSentinel } from '../src/page/sentinel.ts';

// What `defineUnlistedScript` would answer, without its bytes in every frame of every page.
export default { main: () => standSentinel(licensed, new RegExp(words, 'iu')) };
