// `npm run bench`: the figures of this machine, as ratios within one run. `--short` does few rounds, so that CI sees that
// each still runs; its numbers mean little.
import { measureSearch } from './searchCost.mjs';
import { measureStart } from './startTimes.mjs';
import { measureTurn } from './turnCost.mjs';

const short = process.argv.includes('--short');
const measures = [
  ['start', () => measureStart({ rounds: short ? 1 : 3 })],
  ['turn', () => measureTurn({ rounds: short ? 1 : 5, turns: short ? 5 : 60 })],
  ['search', () => measureSearch({ rounds: short ? 1 : 5, calls: short ? 20 : 200 })],
];

for (const [name, measure] of measures) {
  console.log(`\n## ${name}`);
  for (const [figure, value] of Object.entries(await measure())) console.log(`${figure}: ${value}`);
}
