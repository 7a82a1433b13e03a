import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keepsFloor } from '../floor.mjs';

/** Compares the scores with `floors.json` here: entries {set, half, figure, least? | most?}. @returns whether all hold. */
export function checkFloors(scores) {
  const file = path.resolve('scripts', 'evaluate', 'figures', 'floors.json');
  const floors = JSON.parse(readFileSync(file, 'utf8'));
  return floors
    .map(({ set, half, figure, ...floor }) => {
      const row = scores.find((candidate) => candidate.set === set && candidate.half === half);
      return keepsFloor(`${set} ${half} ${figure}`, row?.[figure], floor);
    })
    .every(Boolean);
}
