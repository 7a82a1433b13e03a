import type { SpanDto } from '../../../shared/audit';
import { axisOf, barOf, firstTextAt, firstTextMs, ticksOf } from './waterfall';

const began = Date.parse('2026-03-02T09:00:00.000Z');

function span(startMs: number, ms: number, changes: Partial<SpanDto> = {}): SpanDto {
  return {
    ...{ id: `${startMs}`, parentId: null, turnId: 't', kind: 'tool', name: 'n', input: null, output: null },
    ...{ error: null, startedAt: new Date(began + startMs).toISOString(), ms },
    ...changes,
  };
}

it('lays every step on the time from the first beginning to the last end', () => {
  const spans = [span(100, 400), span(0, 1_000, { kind: 'turn' }), span(1_000, 1_000)];
  const axis = axisOf(spans);
  expect(axis).toEqual({ start: began, duration: 2_000 });
  expect(barOf(spans[0]!, axis)).toEqual({ offset: 0.05, width: 0.2 });
  expect(barOf(spans[1]!, axis)).toEqual({ offset: 0, width: 0.5 });
  expect(barOf(spans[2]!, axis)).toEqual({ offset: 0.5, width: 0.5 });
});

it('never draws beyond the axis, and has one where nothing took any time', () => {
  expect(axisOf([])).toEqual({ start: 0, duration: 1 });
  const axis = axisOf([span(0, 0)]);
  expect(axis.duration).toBe(1);
  expect(barOf(span(5, 100), axis)).toEqual({ offset: 1, width: 0 });
  expect(barOf(span(-50, 100), axis)).toEqual({ offset: 0, width: 1 });
});

it('finds the first text of all model calls', () => {
  const model = (startMs: number, firstText: number | null) =>
    span(startMs, 500, { kind: 'model', output: { text: 'x', firstTextMs: firstText } });
  const spans = [span(0, 1_000), model(100, null), model(400, 100), model(450, 300)];
  expect(spans.map(firstTextMs)).toEqual([undefined, undefined, 100, 300]);
  expect(firstTextAt(spans, axisOf(spans))).toBe(0.5);
  expect(firstTextAt([span(0, 10)], axisOf([span(0, 10)]))).toBeUndefined();
});

it.each([
  [1_000, [0, 500, 1_000]],
  [2_300, [0, 1_000, 2_000]],
  [730, [0, 200, 400, 600]],
  [35, [0, 10, 20, 30]],
  [1, [0, 0.5, 1]],
])('divides %d ms at round places', (duration, ticks) => {
  expect(ticksOf({ start: 0, duration })).toEqual(ticks);
});

it('leaves out what would stand too far to the right', () => {
  expect(ticksOf({ start: 0, duration: 1_000 }, 0.92)).toEqual([0, 500]);
});
