import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/page';
import { ExportButton } from '../auditExports/exportButton';
import { AuditTabs } from './auditTabs';
import { SavedFilters } from './savedFilters';
import { readFilters, type TurnFilters } from './turnFilters';
import { TurnFilterForm } from './turnFilterForm';
import { TurnList } from './turnList';

/** What was asked and answered. The search stands in the address, so that it can be passed on. */
export function TurnsPage() {
  const { t } = useTranslation('audit');
  const [parameters, setParameters] = useSearchParams();
  const filters = readFilters(parameters);
  const search = (next: TurnFilters) => setParameters({ ...next });
  return (
    <Page title={t('title')} description={t('description')} actions={<ExportButton filters={filters} />}>
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <TurnFilterForm
          // Filters that come from elsewhere (a link, a saved search) are shown.
          key={parameters.toString()}
          filters={filters}
          onSearch={search}
          actions={<SavedFilters filters={filters} onSearch={search} />}
        />
        <TurnList filters={filters} />
      </Paper>
    </Page>
  );
}
