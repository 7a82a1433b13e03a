import { Stack } from '@mantine/core';
import { IconBuildingHospital } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentDto } from '../../../shared/people';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { AssignmentTable } from '../assignments/assignmentTable';
import { EndAssignmentDialog } from '../assignments/endAssignmentDialog';
import { endTeamAssignment, teamAssignmentsKey, teamAssignmentsPath } from './teamApi';

/** Who of the team looks after which customer, now and before. */
export function TeamAssignments() {
  const { t } = useTranslation('team');
  const [ending, setEnding] = useState<AssignmentDto | null>(null);
  const pages = usePages<AssignmentDto>(teamAssignmentsKey, teamAssignmentsPath);
  if (pages.isPending) return <PageFallback />;
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0)
    return (
      <EmptyNotice
        icon={<IconBuildingHospital aria-hidden />}
        title={t('noCustomers')}
        description={t('noCustomersHelp')}
      />
    );
  return (
    <Stack gap="sm">
      <AssignmentTable label={t('assignments')} assignments={pages.items} onEnd={setEnding} />
      <LoadMore pages={pages} />
      <EndAssignmentDialog assignment={ending} onClose={() => setEnding(null)} end={endTeamAssignment} />
    </Stack>
  );
}
