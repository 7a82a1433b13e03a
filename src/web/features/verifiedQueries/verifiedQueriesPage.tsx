import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { VerifiedQueryList } from './verifiedQueryList';

/** Questions with a query that a person approved, for those who keep them. */
export function VerifiedQueriesPage() {
  const { t } = useTranslation('verifiedQueries');
  return (
    <Page title={t('title')} description={t('description')}>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <VerifiedQueryList />
      </Paper>
    </Page>
  );
}
