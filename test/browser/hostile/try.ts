import { fight, takeReference, tricks } from './fight.ts';
import { openLab } from './lab.ts';

const [browser = 'chromium', ...wanted] = process.argv.slice(2);
const lab = await openLab(browser as 'chromium' | 'firefox');
const reference = await takeReference(lab);
for (const trick of tricks) {
  if (wanted.length > 0 && !wanted.some((part) => trick.startsWith(part))) continue;
  const { end, share, leaves, leaks, reports } = await fight(lab, trick, reference);
  console.log(
    trick.padEnd(34),
    end.padEnd(8),
    share.toFixed(3),
    leaves ? 'leaves' : '-     ',
    leaks.join('|').slice(0, 60),
    reports
      .map((report) => report.replace('tampered ', '!'))
      .join(' ')
      .slice(0, 120),
  );
}
await lab.close();
process.exit(0);
