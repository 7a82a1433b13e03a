import { z } from 'zod';
import { decodeCursor, encodeCursor, longRowPlace, momentPlace, rowPlace } from './cursor';

const refused = { code: 'validation_failed' };

test('a place is read as it was given out', () => {
  const place = z.strictObject({ at: momentPlace, id: rowPlace, name: z.string() });
  const given = { at: new Date().toISOString(), id: 7, name: '한빛의원' };
  expect(decodeCursor(place, encodeCursor(given))).toEqual(given);
  expect(decodeCursor(place, undefined)).toBeUndefined();
});

test.each([
  ['a key beyond those of the database', rowPlace, 2_147_483_648],
  ['a key below them', rowPlace, -1],
  ['a key that is no whole number', longRowPlace, 1e300],
  ['a year before the first', momentPlace, '0000-01-01T00:00:00Z'],
  ['a year of six digits', momentPlace, '+275760-09-13T00:00:00Z'],
  ['a number for a moment', momentPlace, 8.64e15],
  ['characters that are not stored', z.strictObject({ name: z.string() }), { name: 'a\0' }],
  ['half a letter', z.strictObject({ name: z.string() }), { name: '\ud83d' }],
])('%s is no place of a list, and not the program’s mistake', (_name, schema, place) => {
  expect(() => decodeCursor(schema, encodeCursor(place))).toThrow(expect.objectContaining(refused));
});
