import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ResultTable } from '../../../shared/resultTable';
import { saveFile } from '../../lib/saveFile';
import { ResultTableView } from '../figures/resultTableView';
import { tableCsv } from '../figures/tableText';

/** A chart with the table behind it, which can be saved. */
export function NumberTable({ table }: { table: ResultTable }) {
  const { t } = useTranslation('auditNumbers');
  const save = () => {
    const { from, to } = table.period!;
    saveFile(
      new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' }),
      `${table.title} ${from} ${to}.csv`,
    );
  };
  return (
    <Stack gap={4} align="stretch">
      <ResultTableView table={table} chartFirst={table.chart !== undefined} />
      <Button
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size="compact-xs"
        style={{ alignSelf: 'flex-end' }}
        leftSection={<IconDownload size={14} aria-hidden />}
        aria-label={t('saveCsvOf', { title: table.title })}
        onClick={save}
        data-testid="save-csv"
      >
        {t('saveCsv')}
      </Button>
    </Stack>
  );
}
