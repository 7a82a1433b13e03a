import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/page';
import { AuditTabs } from '../audit/auditTabs';
import { FlagFilterForm } from './flagFilterForm';
import { FlagQueue } from './flagQueue';
import { readFilters, type ReviewFilters } from './reviewFilters';

/** Flagged turns that wait for somebody. The filters stand in the address, so that a queue can be passed on. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const [parameters, setParameters] = useSearchParams();
  const filters = readFilters(parameters);
  const change = (changes: ReviewFilters) =>
    setParameters(readFilters(new URLSearchParams({ ...filters, ...changes })));
  return (
    <Page title={t('title')} description={t('description')}>
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <FlagFilterForm filters={filters} onChange={change} />
        <FlagQueue key={JSON.stringify(filters)} filters={filters} />
      </Paper>
    </Page>
  );
}
