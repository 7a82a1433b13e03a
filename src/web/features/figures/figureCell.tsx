import { Table } from '@mantine/core';
import type { CellValue, ColumnKind, TableColumn } from '../../../shared/resultTable';
import type { Language } from '../../../shared/problem';
import { formatCell, formatMoney } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { CustomerLink } from '../customers/customerLink';
import { cellClass } from './cellClass';

interface FigureCellProps {
  column: TableColumn;
  value: CellValue;
  /** Code behind the name; a customer's leads to its sheet. */
  code: string | null;
}

/** One cell of a result. */
export function FigureCell({ column: { key, kind }, value, code }: FigureCellProps) {
  const language = useLanguage();
  const text = formatCell(value, kind, language);
  return (
    <Table.Td className={cellClass(kind)} title={inWords(value, kind, language)}>
      {key === 'customer' && code !== null ? <CustomerLink code={code}>{text}</CustomerLink> : text}
    </Table.Td>
  );
}

/** Money also as people say it (`1억 2,346만 원`), where the mouse rests on it. */
function inWords(value: CellValue, kind: ColumnKind, language: Language): string | undefined {
  return kind === 'won' && typeof value === 'number' ? formatMoney(value, language) : undefined;
}
