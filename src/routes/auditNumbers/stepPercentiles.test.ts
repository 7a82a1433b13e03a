import { stepPercentiles } from './stepPercentiles';

const step = (ms: number) => Math.floor(8 * Math.log2(ms));
const model = { kind: 'model', name: 'planner' };
const tool = { kind: 'tool', name: 'run_sql' };

it('takes the nearest rank of each name, within 5 %, the slowest first', () => {
  const times = [
    { ...model, step: step(10), spans: 94 },
    { ...model, step: step(200), spans: 4 },
    { ...model, step: step(3000), spans: 2 },
    { ...tool, step: step(900), spans: 1 },
  ];
  const [slowest, second] = stepPercentiles(times);
  expect([slowest!.name, second!.name]).toEqual(['run_sql', 'planner']);
  expect(second!.count).toBe(100);
  const near = (value: number | null, ms: number) => Math.abs(value! / ms - 1);
  expect(near(second!.p50, 10)).toBeLessThan(0.05);
  expect(near(second!.p95, 200)).toBeLessThan(0.05);
  expect(near(second!.p99, 3000)).toBeLessThan(0.05);
});

it('has nothing of nothing', () => {
  expect(stepPercentiles([])).toEqual([]);
});
