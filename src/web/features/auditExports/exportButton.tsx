import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFilter } from './auditExportsApi';
import { ExportForm } from './exportForm';

/** Asks for a file of all turns of the filter. */
export function ExportButton({ filters }: { filters: ChosenFilter }) {
  const { t } = useTranslation(['auditExports', 'common']);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => setOpened(true)}
        data-testid="export-turns"
      >
        {t('export')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('dialogTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ExportForm filters={filters} onClose={close} />
      </Modal>
    </>
  );
}
