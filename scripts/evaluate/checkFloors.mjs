import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keepsFloor } from './floor.mjs';

/**
 * Compares the figures with `floors.json`: entries {set, engine, way, figure, least? | most?}. A floor of a way that was not
 * measured, for want of a model or an engine, is left out and named.
 * Both ways together must nowhere be below the better of them.
 * @returns whether all hold.
 */
export function checkFloors(figures) {
  const floors = JSON.parse(readFileSync(path.resolve('scripts', 'evaluate', 'floors.json'), 'utf8'));
  let holds = true;
  for (const { set, engine, way, figure, ...floor } of floors) {
    const row = figures.find(
      (candidate) => candidate.set === set && candidate.engine === engine && candidate.way === way,
    );
    const name = `${set} ${engine} ${way} ${figure}`;
    if (!row) {
      console.log(`not measured: ${name}`);
      continue;
    }
    holds = keepsFloor(name, row[figure] ?? row.evidence?.[figure], floor) && holds;
  }
  for (const hybrid of figures.filter(({ way }) => way === 'hybrid')) {
    const legs = figures.filter(({ set, engine }) => set === hybrid.set && engine === hybrid.engine);
    const best = Math.max(...legs.map(({ ndcg10 }) => ndcg10));
    if (hybrid.ndcg10 >= best) continue;
    console.log(`BELOW ITS BETTER LEG: ${hybrid.set} ${hybrid.engine} is ${hybrid.ndcg10}, a leg ${best}`);
    holds = false;
  }
  return holds;
}
