import { Stack } from '@mantine/core';
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
import { AssignmentTable } from './assignmentTable';
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
      <AssignmentTable
        label={t('title')}
        assignments={pages.items}
        isBusy={pages.isPlaceholderData}
        onEnd={setEnding}
        onDelete={setDeleting}
      />
      <LoadMore pages={pages} />
      <EndAssignmentDialog assignment={ending} onClose={() => setEnding(null)} />
      <DeleteAssignment assignment={deleting} onClose={() => setDeleting(null)} />
    </Stack>
  );
}
