import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../components/page';
import { may, useEmployee } from '../../lib/session';
import { PeopleTabs } from '../people/peopleTabs';
import { AliasList } from './aliasList';
import { NewAliasForm } from './newAliasForm';

/** The names people use for customers, products and each other: given here, understood in the next question. */
export function AliasesPage() {
  const { t } = useTranslation('aliases');
  return (
    <Page title={t('title')} description={t('description')}>
      <PeopleTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <NewAliasForm />
          {may(useEmployee(), 'documents.manage') && (
            <Text size="xs" c="dimmed">
              {t('searchWordsHelp')}{' '}
              <Anchor component={Link} to="/documents/search-words" size="xs">
                {t('searchWords')}
              </Anchor>
            </Text>
          )}
        </Stack>
      </Paper>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <AliasList />
      </Paper>
    </Page>
  );
}
