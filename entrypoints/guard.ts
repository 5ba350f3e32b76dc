import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { postGuard } from '../src/page/guard.ts';

export default defineUnlistedScript(postGuard);
