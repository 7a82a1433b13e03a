import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChartBar, IconCopy } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultTable } from '../../../shared/resultTable';
import { quiet } from './quietButton';
import { tableText } from './tableText';

interface TableActionsProps {
  table: ResultTable;
  /** Where the whole table can be had as a file; null: not yet. */
  exportPath?: string | null;
  chartOpened: boolean;
  onToggleChart?: () => void;
}

/** Menus are a large part of the component kit: they come with the first table. */
const ExportMenu = lazy(async () => ({ default: (await import('./exportMenu')).ExportMenu }));

/** What can be done with a table: draw it, copy it, save it. */
export function TableActions({ table, exportPath, chartOpened, onToggleChart }: TableActionsProps) {
  const { t } = useTranslation('figures');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableText(table));
      notifications.show({ message: t('copied') });
    } catch {
      notifications.show({ color: 'red', message: t('notCopied') });
    }
  };
  return (
    <Group gap={4} wrap="wrap">
      {onToggleChart && (
        <Button
          {...quiet}
          leftSection={<IconChartBar size={14} aria-hidden />}
          aria-pressed={chartOpened}
          onClick={onToggleChart}
          data-testid="toggle-chart"
        >
          {t(chartOpened ? 'chart.close' : 'chart.open')}
        </Button>
      )}
      <Button {...quiet} leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <Suspense>
        {exportPath !== undefined && <ExportMenu exportPath={exportPath} title={table.title} />}
      </Suspense>
    </Group>
  );
}
