import type { ColumnKind } from '../../../shared/resultTable';
import classes from './resultTableView.module.css';

const numberKinds: ReadonlySet<ColumnKind> = new Set(['won', 'count', 'ratio', 'number']);

/** How a column of a kind is set: figures to the right, moments in one line, texts in several. */
export function cellClass(kind: ColumnKind): string | undefined {
  if (numberKinds.has(kind)) return classes.number;
  return kind === 'text' ? classes.text : classes.moment;
}
