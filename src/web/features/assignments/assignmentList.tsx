import { Stack, Table } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentDto } from '../../../shared/people';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import type { AssignmentFilters } from './assignmentFilterForm';
import { AssignmentRow } from './assignmentRow';
import { assignmentsKey, assignmentsPath } from './assignmentsApi';
import { DeleteAssignment } from './deleteAssignment';
import { EndAssignmentDialog } from './endAssignmentDialog';

/** Assignments the filters let through, each with the ways to end and to delete it. */
export function AssignmentList({ filters }: { filters: AssignmentFilters }) {
  const { t } = useTranslation('assignments');
  const [ending, setEnding] = useState<AssignmentDto | null>(null);
  const [deleting, setDeleting] = useState<AssignmentDto | null>(null);
  const asked = Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, value ?? undefined]),
  );
  const pages = usePages<AssignmentDto>([...assignmentsKey, filters], assignmentsPath, asked, {
    keepShown: true,
  });
  if (pages.isPending) return <PageFallback />;
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0) {
    const narrowed = Object.values(filters).some((value) => value !== null);
    return (
      <EmptyNotice
        icon={<IconUsersGroup aria-hidden />}
        title={t(narrowed ? 'none' : 'empty')}
        description={t(narrowed ? 'noneHelp' : 'emptyHelp')}
      />
    );
  }
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('title')} aria-busy={pages.isPlaceholderData}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('employee')}</Table.Th>
              <Table.Th scope="col">{t('customer')}</Table.Th>
              <Table.Th scope="col">{t('validFrom')}</Table.Th>
              <Table.Th scope="col">{t('validTo')}</Table.Th>
              <Table.Th scope="col">{t('stateOf')}</Table.Th>
              <Table.Th scope="col">{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((assignment) => (
              <AssignmentRow
                key={assignment.id}
                assignment={assignment}
                onEnd={() => setEnding(assignment)}
                onDelete={() => setDeleting(assignment)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
      <EndAssignmentDialog assignment={ending} onClose={() => setEnding(null)} />
      <DeleteAssignment assignment={deleting} onClose={() => setDeleting(null)} />
    </Stack>
  );
}
