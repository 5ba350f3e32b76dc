import { hearFirstStart, isInstalledByPolicy, openOwnPage } from '../platform/first-start.ts';
import { readPolicy } from '../platform/policy-store.ts';

const POLICY_COMES = 5_000; // Browsers hand a policy over seconds after the first start.

/** Shows the welcome page once, after the installation, unless the organisation does not want it. */
export function welcomeOnce(): void {
  hearFirstStart(async () => {
    if (await isInstalledByPolicy()) await new Promise((late) => setTimeout(late, POLICY_COMES));
    if ((await readPolicy()).hideFirstRun !== true) await openOwnPage('welcome.html');
  });
}
