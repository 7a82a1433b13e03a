import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { DocumentSections } from '../documents/documentSections';
import { IndexState } from './indexState';
import { NewWordsForm } from './newWordsForm';
import { SearchWordList } from './searchWordList';

/** Words the search keeps whole, and how far the index is in taking them over. */
export function SearchWordsPage() {
  const { t } = useTranslation('retrieval');
  return (
    <Page title={t('words.title')} description={t('words.description')}>
      <DocumentSections />
      <IndexState />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <NewWordsForm />
          <SearchWordList />
        </Stack>
      </Paper>
    </Page>
  );
}
