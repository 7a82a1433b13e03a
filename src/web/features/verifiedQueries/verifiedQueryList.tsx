import { Table } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VerifiedQueryDto } from '../../../shared/verifiedQueries';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { verifiedQueriesKey, verifiedQueriesPath } from './verifiedQueriesApi';
import { VerifiedQueryRow } from './verifiedQueryRow';

/** All of them, the first approved first; those that are broken say why. */
export function VerifiedQueryList() {
  const { t } = useTranslation('verifiedQueries');
  const queries = usePages<VerifiedQueryDto>(verifiedQueriesKey, verifiedQueriesPath);
  if (queries.isPending) return <PageFallback />;
  if (queries.error) return <ErrorNotice error={queries.error} onRetry={() => void queries.refetch()} />;
  if (queries.items.length === 0)
    return (
      <EmptyNotice
        icon={<IconRosetteDiscountCheck aria-hidden />}
        title={t('empty.title')}
        description={t('empty.help')}
      />
    );
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing="xs" highlightOnHover aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              {(['question', 'query', 'state', 'approvedBy', 'actions'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queries.items.map((query) => (
              <VerifiedQueryRow key={query.id} query={query} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={queries} />
    </>
  );
}
