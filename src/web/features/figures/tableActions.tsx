import { Button, Group, Loader, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChartBar, IconCopy, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResultTable } from '../../../shared/resultTable';
import { apiDownload } from '../../lib/api';
import { errorText } from '../../lib/apiError';
import { saveFile } from '../../lib/saveFile';
import { tableText } from './tableText';

interface TableActionsProps {
  table: ResultTable;
  /** Where the whole table can be had as a file. */
  exportPath?: string;
  chartOpened: boolean;
  onToggleChart?: () => void;
}

const quiet = {
  variant: 'subtle',
  color: 'gray',
  c: 'var(--mantine-color-text)',
  size: 'compact-xs',
} as const;

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
      {exportPath && <ExportMenu exportPath={exportPath} title={table.title} />}
    </Group>
  );
}

function ExportMenu({ exportPath, title }: { exportPath: string; title: string }) {
  const { t } = useTranslation('figures');
  const saving = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const { content, fileName } = await apiDownload(`${exportPath}?format=${format}`, `${title}.${format}`);
      saveFile(content, fileName);
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  return (
    <Menu withinPortal>
      <Menu.Target>
        <Button
          {...quiet}
          // Not `loading`, which takes the button away from whoever came to it by the keyboard.
          leftSection={saving.isPending ? <Loader size={14} /> : <IconDownload size={14} aria-hidden />}
          aria-busy={saving.isPending}
          data-testid="export-table"
        >
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saving.mutate('xlsx')} data-testid="export-xlsx">
          {t('export.xlsx')}
        </Menu.Item>
        <Menu.Item onClick={() => saving.mutate('csv')} data-testid="export-csv">
          {t('export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
