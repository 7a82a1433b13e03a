import { isTimeDimension } from '../semanticModel/dimensions';
import type { Group } from './groupedParts';

/** Whether the whole of a share has to be read beside: where the result is not grouped by what it is a share of. */
export function needsWhole(groups: Group[]): boolean {
  return groups.every(({ key }) => isTimeDimension(key));
}

/**
 * SQL of a share of sales. Grouped by products or customers it is a group's share of all groups of the same time; else
 * the share of the filtered rows in all rows of the same time.
 * @param amount aggregate of the sales of a part.
 */
export function shareOf(groups: Group[], amount: (part: 'current' | 'whole') => string): string {
  const whole = needsWhole(groups) ? amount('whole') : `sum(${amount('current')}) OVER (${sameTime(groups)})`;
  return `${amount('current')}::float8 / nullif(${whole}, 0)::float8`;
}

function sameTime(groups: Group[]): string {
  const time = groups.filter(({ key }) => isTimeDimension(key)).map(({ sql }) => sql);
  return time.length > 0 ? `PARTITION BY ${time.join(', ')}` : '';
}
