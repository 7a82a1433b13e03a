import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { AuditTabs } from '../audit/auditTabs';
import { ExportList } from './exportList';
import { useExportUpdates } from './useExportUpdates';

/** Every file that was made of audited turns: who asked for it and why, and the file for that person. */
export function ExportsPage() {
  const { t } = useTranslation('auditExports');
  useExportUpdates();
  return (
    <Page title={t('title')} description={t('description')}>
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <ExportList />
      </Paper>
    </Page>
  );
}
