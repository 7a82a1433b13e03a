// `npm run build`, or `node scripts/build.mjs server`: builds the named parts (all without a name) where they are stale.
import { buildStaleParts } from './dev/buildParts.mjs';

const named = process.argv.slice(2);
process.exitCode = (await buildStaleParts(named.length > 0 ? named : ['server', 'web'])) ? 0 : 1;
