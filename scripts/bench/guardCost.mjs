import { startChild } from './benchChild.mjs';
import { quantile, rounded } from './statistics.mjs';

/**
 * CPU that the guard of SQL takes for one statement, over every legitimate and every hostile one of its tests, in a process
 * of its own. What its other threads do meanwhile, such as collecting garbage, counts too.
 */
export async function measureGuard({ rounds }) {
  const guard = await startChild('guardChild.mjs');
  const { legitimate, hostile } = await guard.ask({ check: { rounds } });
  await guard.end();
  const all = [...legitimate, ...hostile];
  return {
    [`guard of SQL, CPU ms a statement, p50 of ${guard.ready.statements} statements`]: rounded(
      quantile(all, 0.5),
    ),
    'the same, p99 (mark 2)': rounded(quantile(all, 0.99)),
    'p99 of the legitimate and of the hostile': `${rounded(quantile(legitimate, 0.99))} and ${rounded(quantile(hostile, 0.99))}`,
    'the longest': rounded(Math.max(...all), 1),
  };
}
