import { Button, Paper } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { ImportDrawer } from './importDrawer';
import { ImportForm } from './importForm';
import { ImportList } from './importList';
import { TemplatesDialog } from './templatesDialog';
import { useImportUpdates } from './useImportUpdates';

/** Files of figures: bringing them in, what became of each, and taking them back. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const [shown, setShown] = useState<string | null>(null);
  const [templatesOpen, setTemplatesOpen] = useState(false);
  useImportUpdates();
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Button variant="default" onClick={() => setTemplatesOpen(true)}>
          {t('templates.open')}
        </Button>
      }
    >
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <ImportForm onStarted={setShown} />
      </Paper>
      <ImportList onShow={setShown} />
      <ImportDrawer importId={shown} onClose={() => setShown(null)} />
      <TemplatesDialog opened={templatesOpen} onClose={() => setTemplatesOpen(false)} />
    </Page>
  );
}
