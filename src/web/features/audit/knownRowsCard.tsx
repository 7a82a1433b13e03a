import { Alert, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnownRows, KnownStatement } from '../../../shared/replay';
import { formatCount } from '../../lib/format';
import { ResultTableView } from '../figures/resultTableView';
import classes from './knowledge.module.css';
import { DataBlock } from './spanValues';
import { SqlBlock } from './sqlBlock';

/** What a tool read in the company's figures: its rows, and the statements that gave them. */
export function KnownRowsCard({ read }: { read: KnownRows }) {
  const { t } = useTranslation('replay');
  const { tool, table, statements, error, rowsGiven } = read;
  return (
    <Paper withBorder p="sm" data-testid="known-rows">
      <Stack gap="sm">
        <Group gap="xs">
          <Badge variant="default">{tool}</Badge>
          {table && (
            <Text size="xs" c="dimmed">
              {t('known.rowsGiven', {
                given: formatCount(rowsGiven),
                rows: formatCount(table.rows.length),
              })}
            </Text>
          )}
        </Group>
        {error && <Alert color="red">{t('known.failed', { error })}</Alert>}
        {table && <ResultTableView table={withoutSql(table)} />}
        {statements.map((statement, at) => (
          <Statement key={at} statement={statement} opened={!table} />
        ))}
        <details className={classes.fold}>
          <summary>{t('known.arguments')}</summary>
          <DataBlock label="" data={read.arguments} />
        </details>
      </Stack>
    </Paper>
  );
}

/** The statement stands below the table, with its values. */
function withoutSql(table: NonNullable<KnownRows['table']>) {
  const { sql: _below, ...rest } = table;
  return rest;
}

function Statement({ statement, opened }: { statement: KnownStatement; opened: boolean }) {
  const { t } = useTranslation('replay');
  const { sql, parameters, rowCount, error } = statement;
  return (
    <details className={classes.fold} open={opened} data-testid="known-statement">
      <summary>{t('known.statement', { rows: formatCount(rowCount) })}</summary>
      <SqlBlock sql={sql} parameters={parameters} />
      {error && <Text className={classes.failed}>{t('known.failed', { error })}</Text>}
    </details>
  );
}
