import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellValue, ColumnKind, ResultTable } from '../../../shared/chat';
import type { Language } from '../../../shared/problem';
import { formatWonInWords } from '../../../shared/won';
import { formatCell } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import classes from './resultTableView.module.css';

const numberKinds: ReadonlySet<ColumnKind> = new Set(['won', 'count', 'ratio', 'number']);

/** A query result with its scope and what its figures mean. */
export function ResultTableView({ table }: { table: ResultTable }) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  return (
    <figure className={classes.figure} data-testid="result-table">
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={table.title}>
        <Table captionSide="top" verticalSpacing={6} horizontalSpacing="md" stickyHeader>
          <Table.Caption className={classes.caption}>{table.title}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map(({ key, label, kind }) => (
                <Table.Th key={key} scope="col" className={cellClass(kind)}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row, index) => (
              <Table.Tr key={index}>
                {table.columns.map(({ key, kind }) => (
                  <Table.Td key={key} className={cellClass(kind)} title={inWords(row[key], kind, language)}>
                    {formatCell(row[key] ?? null, kind, language)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <figcaption className={classes.notes}>
        {table.truncated && <Text size="xs">{t('table.truncated', { count: table.rows.length })}</Text>}
        <Text size="xs">
          {t('table.scope')}: {table.scope}
        </Text>
        <Text size="xs">
          {t('table.definition')}: {table.definition}
        </Text>
        {table.sql !== undefined && (
          <details data-testid="result-sql">
            <summary>{t('table.sql')}</summary>
            <Code block>{table.sql}</Code>
          </details>
        )}
      </figcaption>
    </figure>
  );
}

function cellClass(kind: ColumnKind): string | undefined {
  if (numberKinds.has(kind)) return classes.number;
  return kind === 'text' ? classes.text : classes.moment;
}

/** Money also as people say it (`1억 2,346만 원`), where the mouse rests on it. */
function inWords(value: CellValue | undefined, kind: ColumnKind, language: Language): string | undefined {
  return kind === 'won' && typeof value === 'number' ? formatWonInWords(value, language) : undefined;
}
