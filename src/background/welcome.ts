import { hearFirstStart, isInstalledByPolicy, openOwnPage } from '../platform/first-start.ts';
import { awaitPolicy } from '../platform/policy-store.ts';

// The browser is asked for the last time fifteen seconds after the first start.
const LATE_POLICY = 16_000;

/** Shows the welcome page once, after the installation, unless the organisation does not want it: where it had us installed, its policy is waited for. */
export function welcomeOnce(): void {
  hearFirstStart(async () => {
    const policy = await awaitPolicy((await isInstalledByPolicy()) ? LATE_POLICY : 0);
    if (policy.hideFirstRun !== true) await openOwnPage('welcome.html');
  });
}
