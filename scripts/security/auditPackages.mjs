// Looks up the packages that run in production among the published advisories: fails for one that is high or critical, names the
// others. Where the registry does not serve advisories, that is said, and is no failure: nothing is known then, good or bad.
//   npm run audit:packages
import { spawnSync } from 'node:child_process';

const failing = new Set(['high', 'critical']);

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--audit=true'], {
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
  shell: process.platform === 'win32',
});
const report = readReport(stdout);
if (!report?.vulnerabilities) {
  const said = report?.message ?? report?.error?.summary ?? stderr.trim().split('\n')[0] ?? '';
  console.warn(`Not looked up: the registry serves no advisories (${said || 'no answer'}).`);
  process.exit(0);
}
const found = Object.values(report.vulnerabilities);
for (const { name, severity, range, fixAvailable } of found)
  console.log(`${severity}: ${name} ${range}${fixAvailable ? ', a fix is published' : ''}`);
const serious = found.filter(({ severity }) => failing.has(severity));
console.log(`${found.length} packages with advisories, ${serious.length} of them high or critical.`);
process.exit(serious.length > 0 ? 1 : 0);

function readReport(text) {
  try {
    return JSON.parse(text);
  } catch {
    // npm prints no JSON where it could not ask.
    return null;
  }
}
