import { hearFirstStart, openOwnPage } from '../platform/first-start.ts';
import { readPolicy } from '../platform/policy-store.ts';

/** Shows the welcome page once, after the installation, unless the organisation does not want it. */
export function welcomeOnce(): void {
  hearFirstStart(async () => {
    if ((await readPolicy()).hideFirstRun !== true) await openOwnPage('welcome.html');
  });
}
