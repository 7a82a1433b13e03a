import { stateOn } from './assignmentState';

it('counts both the first day and the last', () => {
  const held = { validFrom: '2026-03-01', validTo: '2026-03-31' };
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => stateOn(day, held))).toEqual([
    'ahead',
    'current',
    'current',
    'over',
  ]);
  expect(stateOn('2099-01-01', { validFrom: '2026-03-01', validTo: null })).toBe('current');
});
