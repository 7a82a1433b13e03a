import { textOf } from './cell';
import { problem, type ReadCell } from './columnType';

/** Thousands set apart, or none: `1,234,567` and `1234567`, but not `1,2`. */
const digits = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** How programs write them. */
const plainDigits = /^-?\d+$/;

/** A whole number between two bounds, as people write it: `1,200`, `₩1,200`, `1200원`, `-3`, `△3`, `(3)`. */
export function wholeNumber(bounds: { min: number; max: number }): ReadCell {
  return (cell) => {
    const written = textOf(cell);
    const value = typeof cell === 'string' ? numberOf(written) : cell.number;
    if (value === null || !Number.isFinite(value)) return problem('number_unreadable', written);
    if (!Number.isInteger(value)) return problem('number_fractional', written);
    if (value < bounds.min || value > bounds.max) return problem('number_out_of_range', written, bounds);
    return value === 0 ? 0 : value; // no -0
  };
}

function numberOf(written: string): number | null {
  if (plainDigits.test(written)) return Number(written);
  const plain = written
    .normalize('NFKC')
    .replace(/[₩\\￦]|KRW|원$|개$|정$/gi, '')
    .replace(/\s/g, '');
  const bracketed = /^\((.*)\)$/.exec(plain)?.[1];
  const signed = /^([-−△▲+])?(.*)$/.exec(bracketed ?? plain)!;
  const number = signed[2]!;
  if (!digits.test(number)) return null;
  const isNegative = bracketed !== undefined || (signed[1] !== undefined && signed[1] !== '+');
  return (isNegative ? -1 : 1) * Number(number.replaceAll(',', ''));
}
