import { timeSpans } from './timeSpans';

it.each([
  ['day', '2026-02-27', '2026-03-02', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']],
  ['week', '2026-11-22', '2026-12-01', ['2026-11-16', '2026-11-23', '2026-11-30']],
  ['month', '2026-12-31', '2027-01-01', ['2026-12', '2027-01']],
] as const)('names each %s once', (by, from, to, spans) => {
  expect(timeSpans({ from, to }, by)).toEqual(spans);
});

it('names the hours of each day', () => {
  const spans = timeSpans({ from: '2026-11-25', to: '2026-11-26' }, 'hour');
  expect([spans.length, spans[0], spans[24], spans.at(-1)]).toEqual([
    48,
    '2026-11-25T00',
    '2026-11-26T00',
    '2026-11-26T23',
  ]);
});
