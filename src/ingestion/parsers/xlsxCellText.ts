import type { Cell, CellValue } from 'exceljs';
import { formatNumber } from './numberFormat';

/** A cell as people see it: dates as YYYY-MM-DD, numbers in the cell's format, formulas as their result. */
export function cellText(cell: Cell): string {
  return valueText(cell.value, cell.numFmt ?? '');
}

function valueText(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return formatNumber(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return valueText(value.text, format);
  return valueText(value.result, format);
}

/** Excel's dates have no zone; exceljs gives them as UTC. What lies before 1900 is a time of day alone. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day, time] = date.toISOString().split('T') as [string, string];
  const clock = time.slice(0, 5);
  if (date.getUTCFullYear() < 1900) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}
