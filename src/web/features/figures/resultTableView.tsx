import { Button, Code, Group, Skeleton, Table, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultTable } from '../../../shared/resultTable';
import { ColumnHead } from './columnHead';
import { FigureCell } from './figureCell';
import { formatCount } from '../../lib/format';
import classes from './resultTableView.module.css';
import { nextSorting, sortedRows, type Sorting } from './sortedRows';
import { TableActions } from './tableActions';

const ResultChart = lazy(async () => ({ default: (await import('./resultChart')).ResultChart }));

/** Rows before the rest is asked for: what a screen has room for beside the text. */
const rowsAtFirst = 10;
/** So few more are shown at once: a year of months with the one before it is read as one. */
const rowsWithoutAsking = 14;

interface ResultTableViewProps {
  table: ResultTable;
  /** Where the whole table can be had as a file; null: not yet. */
  exportPath?: string | null;
  /** The chart is what this table is read for. */
  chartFirst?: boolean;
}

/** A query result: its figures, sorted as the reader likes, its chart, its scope and what the figures mean. */
export function ResultTableView({ table, exportPath, chartFirst = false }: ResultTableViewProps) {
  const { t } = useTranslation('figures');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [chartOpened, setChartOpened] = useState(chartFirst);
  const shape = table.chart;
  const places = sortedRows(table, sorting);
  const isLong = places.length > rowsWithoutAsking;
  const shown = showsAll || !isLong ? places : places.slice(0, rowsAtFirst);
  return (
    <figure className={classes.figure} data-testid="result-table">
      <Group className={classes.head} justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {table.title}
        </Text>
        <TableActions
          table={table}
          exportPath={exportPath}
          chartOpened={chartOpened}
          onToggleChart={shape && (() => setChartOpened(!chartOpened))}
        />
      </Group>
      {shape && chartOpened && (
        <div className={classes.chart}>
          <Suspense fallback={<Skeleton h={280} />}>
            <ResultChart table={table} shape={shape} />
          </Suspense>
        </div>
      )}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={table.title}>
        <Table verticalSpacing={6} horizontalSpacing="md" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((column) => (
                <ColumnHead
                  key={column.key}
                  column={column}
                  sorting={sorting}
                  onSort={() => setSorting(nextSorting(sorting, column.key))}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((place) => (
              <Table.Tr key={place}>
                {table.columns.map((column) => (
                  <FigureCell
                    key={column.key}
                    column={column}
                    value={table.rows[place]![column.key] ?? null}
                    code={table.codes?.[column.key]?.[place] ?? null}
                  />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {isLong && (
        <Button
          className={classes.more}
          variant="subtle"
          size="compact-sm"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
          data-testid="show-all"
        >
          {showsAll ? t('showLess') : t('showAll', { count: places.length })}
        </Button>
      )}
      <Notes table={table} canExport={exportPath !== undefined} />
    </figure>
  );
}

function Notes({ table, canExport }: { table: ResultTable; canExport: boolean }) {
  const { t } = useTranslation('figures');
  const { rows, totalCount, truncated, scope, definition, sql } = table;
  return (
    <figcaption className={classes.notes}>
      {truncated && (
        <Text size="xs" fw={600} data-testid="table-cut">
          {totalCount === undefined
            ? t('cut', { count: rows.length })
            : t('cutOf', { count: rows.length, total: formatCount(totalCount) })}
          {canExport && ` ${t('wholeInExport')}`}
        </Text>
      )}
      <Text size="xs">
        {t('scope')}: {scope}
      </Text>
      <Text size="xs">
        {t('definition')}: {definition}
      </Text>
      {sql !== undefined && (
        <details data-testid="result-sql">
          <summary>{t('sql')}</summary>
          <Code block>{sql}</Code>
        </details>
      )}
    </figcaption>
  );
}
