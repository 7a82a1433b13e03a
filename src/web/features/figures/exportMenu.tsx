import { Button, Loader, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiDownload } from '../../lib/api';
import { errorText } from '../../lib/apiError';
import { saveFile } from '../../lib/saveFile';
import { quiet } from './quietButton';

interface ExportMenuProps {
  /** Null: not yet, the room for it is kept. */
  exportPath: string | null;
  title: string;
}

/** Saves a table whole, as a file of either kind. */
export function ExportMenu({ exportPath, title }: ExportMenuProps) {
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
          disabled={exportPath === null}
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
