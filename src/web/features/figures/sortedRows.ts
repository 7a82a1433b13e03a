import type { CellValue, ResultTable } from '../../../shared/resultTable';

export interface Sorting {
  key: string;
  direction: 'ascending' | 'descending';
}

/** Places of the rows in the order of a column; without one as they came. What has no value stands last. */
export function sortedRows({ rows }: Pick<ResultTable, 'rows'>, sorting: Sorting | null): number[] {
  const places = rows.map((_row, place) => place);
  if (!sorting) return places;
  const { key, direction } = sorting;
  const sign = direction === 'ascending' ? 1 : -1;
  return places.sort((left, right) => {
    const [one, other] = [rows[left]![key] ?? null, rows[right]![key] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

/** The order after a click on a column: its largest first, then its smallest, then as the rows came. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, direction: 'descending' };
  return sorting.direction === 'descending' ? { key, direction: 'ascending' } : null;
}

function compare(one: NonNullable<CellValue>, other: NonNullable<CellValue>): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'ko');
}
