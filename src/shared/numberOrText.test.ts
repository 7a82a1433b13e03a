import { z } from 'zod';
import { decimalNumber, numberOrText, wholeNumber } from './numberOrText';

const amount = numberOrText(z.number().min(0).max(1e9), decimalNumber);
const key = numberOrText(z.int().min(1), wholeNumber);

test('a number is taken as it is, and as text', () => {
  expect([12.5, '12.5', 0, '0'].map((given) => amount.parse(given))).toEqual([12.5, 12.5, 0, 0]);
  expect([7, '7'].map((given) => key.parse(given))).toEqual([7, 7]);
});

test('nothing else becomes a number', () => {
  const others = [null, true, '', ' ', [], {}, 'NaN', '1e3', '0x10', -1, '-1', 2e9, '2000000000'];
  expect(others.filter((given) => amount.safeParse(given).success)).toEqual([]);
  expect([null, true, '', 0, '0', 1.5, '1.5'].filter((given) => key.safeParse(given).success)).toEqual([]);
});
