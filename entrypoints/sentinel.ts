import { licensed, words } from 'virtual:sentinel-facts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { standSentinel } from '../src/page/sentinel.ts';

export default defineUnlistedScript(() => standSentinel(licensed, new RegExp(words, 'iu')));
