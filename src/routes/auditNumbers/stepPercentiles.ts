import type { MeasuredTimes, StepTimes } from '../../repositories/auditNumbers';
import type { LatencyNumbersDto, Percentiles } from '../../shared/auditNumbers';

type StepPercentiles = LatencyNumbersDto['steps'][number];

/** Percentiles of each kind and name of step, the slowest first, from how many took about as long. */
export function stepPercentiles(times: StepTimes[]): StepPercentiles[] {
  const byName = new Map<string, StepTimes[]>();
  for (const time of times) {
    const name = JSON.stringify([time.kind, time.name]);
    byName.set(name, [...(byName.get(name) ?? []), time]);
  }
  return [...byName.values()]
    .map((steps) => ({ kind: steps[0]!.kind, name: steps[0]!.name, ...percentilesOf(steps) }))
    .sort((a, b) => (b.p95 ?? 0) - (a.p95 ?? 0));
}

export function toPercentiles({ count, percentiles }: MeasuredTimes): Percentiles {
  const [p50 = null, p95 = null, p99 = null] = percentiles ?? [];
  return { count, p50, p95, p99 };
}

/** By the nearest rank; a step stands for its middle, which no time in it is further from than 5 %. */
function percentilesOf(steps: StepTimes[]): Percentiles {
  const sorted = steps.toSorted((a, b) => a.step - b.step);
  const count = sorted.reduce((sum, { spans }) => sum + spans, 0);
  const at = (share: number): number => {
    let left = Math.ceil(share * count);
    const reached = sorted.find(({ spans }) => (left -= spans) <= 0)!;
    return Math.round(2 ** ((reached.step + 0.5) / 8) * 100) / 100;
  };
  return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
