// `node scripts/dev/installDeployTools.mjs`: builds what `npm run check:deploy` needs and the PATH lacks, by Go, into its folder
// for programs (`go env GOPATH`/bin). The first time takes some minutes of one processor for each.
import { spawnSync } from 'node:child_process';
import { missingTools } from './deployTools.mjs';

for (const { name, module } of missingTools()) {
  console.log(`building ${name}`);
  // Without what finds targets in clouds: no check needs it, and it is half of the program.
  const given = ['install', '-tags=remove_all_sd', '-ldflags=-s -w', module];
  const { status, error } = spawnSync('go', given, {
    stdio: 'inherit',
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  if (status === 0) continue;
  console.error(`${name} could not be built: ${error ? error.message : `go ended with ${status}`}`);
  process.exitCode = 1;
}
