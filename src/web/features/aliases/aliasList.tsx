import { Select, SimpleGrid, Stack, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AliasDto, aliasKinds } from '../../../shared/aliases';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { aliasesKey, aliasesPath } from './aliasesApi';
import { AliasRow } from './aliasRow';

/** Milliseconds after the last key before the server is asked. */
const typingMs = 250;

/** The names there are, by letters and kind. */
export function AliasList() {
  const { t } = useTranslation(['aliases', 'common']);
  const [filters, setFilters] = useState({ q: '', kind: '' });
  const [asked] = useDebouncedValue(filters, typingMs);
  const pages = usePages<AliasDto>([...aliasesKey, 'list', asked], aliasesPath, asked, { keepShown: true });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" role="search" aria-label={t('filter.label')}>
        <TextInput
          label={t('filter.q')}
          placeholder={t('filter.qHelp')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={100}
          value={filters.q}
          onChange={({ currentTarget: { value } }) => setFilters({ ...filters, q: value })}
          data-testid="alias-search"
        />
        <Select
          label={t('kindOf')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          data={aliasKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={filters.kind || null}
          onChange={(kind) => setFilters({ ...filters, kind: kind ?? '' })}
        />
      </SimpleGrid>
      {pages.isPending && <PageFallback />}
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <EmptyNotice
          icon={<IconTags aria-hidden />}
          title={t(asked.q || asked.kind ? 'none' : 'empty')}
          description={t(asked.q || asked.kind ? 'noneHelp' : 'emptyHelp')}
        />
      )}
      {pages.items.length > 0 && (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="xs" aria-label={t('title')} aria-busy={pages.isPlaceholderData}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('alias')}</Table.Th>
                <Table.Th scope="col">{t('thing')}</Table.Th>
                <Table.Th scope="col">{t('kindOf')}</Table.Th>
                <Table.Th scope="col">{t('origin')}</Table.Th>
                <Table.Th scope="col">{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.items.map((alias) => (
                <AliasRow key={[alias.alias, alias.kind, alias.code].join()} alias={alias} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <LoadMore pages={pages} />
    </Stack>
  );
}
