import { Checkbox, Stack, Table } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagDto } from '../../../shared/review';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { may, useEmployee } from '../../lib/session';
import { usePages } from '../../lib/usePages';
import { BulkAssign } from './bulkAssign';
import { FlagRow } from './flagRow';
import { flagsPath, reviewKey } from './reviewApi';
import type { ReviewFilters } from './reviewFilters';

/** Flagged turns, the latest first; those that are ticked are given to somebody together. */
export function FlagQueue({ filters }: { filters: ReviewFilters }) {
  const { t } = useTranslation('review');
  const mayReview = may(useEmployee(), 'audit.review');
  const flags = usePages<FlagDto>([...reviewKey, 'flags', filters], flagsPath, filters);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  if (flags.isPending) return <PageFallback />;
  if (flags.error) return <ErrorNotice error={flags.error} onRetry={() => void flags.refetch()} />;
  if (flags.items.length === 0) {
    const isFiltered = Object.keys(filters).length > 0;
    return (
      <EmptyNotice
        icon={<IconFlag aria-hidden />}
        title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
        description={t(isFiltered ? 'empty.filteredHelp' : 'empty.help')}
      />
    );
  }
  const chosen = flags.items.filter(({ id }) => ticked.has(id));
  const tick = (id: number, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <Stack gap="sm">
      {chosen.length > 0 && <BulkAssign flags={chosen} onDone={() => setTicked(new Set())} />}
      <Table.ScrollContainer minWidth={820} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" highlightOnHover aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              {mayReview && (
                <Table.Th w={36}>
                  <Checkbox
                    aria-label={t('queue.tickAll')}
                    checked={chosen.length === flags.items.length}
                    indeterminate={chosen.length > 0 && chosen.length < flags.items.length}
                    onChange={({ currentTarget }) =>
                      setTicked(new Set(currentTarget.checked ? flags.items.map(({ id }) => id) : []))
                    }
                  />
                </Table.Th>
              )}
              {(['question', 'reason', 'askedBy', 'assignee', 'status', 'actions'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {flags.items.map((flag) => (
              <FlagRow
                key={flag.id}
                flag={flag}
                ticked={ticked.has(flag.id)}
                onTick={mayReview ? (on) => tick(flag.id, on) : undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={flags} />
    </Stack>
  );
}
