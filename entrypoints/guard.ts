import { postGuard } from '../src/page/guard.ts';

// What `defineUnlistedScript` would answer, without its bytes.
export default { main: postGuard };
