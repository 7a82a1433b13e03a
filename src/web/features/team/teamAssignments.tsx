import { Stack, Table } from '@mantine/core';
import { IconBuildingHospital } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentDto } from '../../../shared/people';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { AssignmentRow } from '../assignments/assignmentRow';
import { EndAssignmentDialog } from '../assignments/endAssignmentDialog';
import { endTeamAssignment, teamAssignmentsKey, teamAssignmentsPath } from './teamApi';

/** Who of the team looks after which customer, now and before. */
export function TeamAssignments() {
  const { t } = useTranslation(['team', 'assignments']);
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
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('assignments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('assignments:employee')}</Table.Th>
              <Table.Th scope="col">{t('assignments:customer')}</Table.Th>
              <Table.Th scope="col">{t('assignments:validFrom')}</Table.Th>
              <Table.Th scope="col">{t('assignments:validTo')}</Table.Th>
              <Table.Th scope="col">{t('assignments:stateOf')}</Table.Th>
              <Table.Th scope="col">{t('assignments:actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((assignment) => (
              <AssignmentRow
                key={assignment.id}
                assignment={assignment}
                onEnd={() => setEnding(assignment)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
      <EndAssignmentDialog assignment={ending} onClose={() => setEnding(null)} end={endTeamAssignment} />
    </Stack>
  );
}
