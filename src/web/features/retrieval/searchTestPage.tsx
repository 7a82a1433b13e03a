import { Paper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { DocumentSections } from '../documents/documentSections';
import { ExplanationView } from './explanationView';
import { explainSearch } from './retrievalApi';
import { searchTestBody, type SearchTestValues } from './searchTest';
import { SearchTestForm } from './searchTestForm';

/** Why a question finds what it finds: both legs, the fused list, the filter. The question may come with the address. */
export function SearchTestPage() {
  const { t } = useTranslation('retrieval');
  const [parameters] = useSearchParams();
  const test = useMutation({
    mutationFn: (values: SearchTestValues) => explainSearch(searchTestBody(values)),
  });
  return (
    <Page title={t('test.title')} description={t('test.description')}>
      <DocumentSections />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <SearchTestForm query={parameters.get('q') ?? ''} busy={test.isPending} onTest={test.mutate} />
      </Paper>
      {test.error && <ErrorNotice error={test.error} />}
      {test.data && <ExplanationView explanation={test.data} />}
    </Page>
  );
}
