import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssignmentDto } from '../../../shared/people';
import { AssignmentRow } from './assignmentRow';

interface AssignmentTableProps {
  /** What it lists, for who hears it. */
  label: string;
  assignments: AssignmentDto[];
  /** Others are being asked for, and these stay until they are there. */
  isBusy?: boolean;
  onEnd: (assignment: AssignmentDto) => void;
  /** Not given: none can be deleted here. */
  onDelete?: (assignment: AssignmentDto) => void;
}

/** Assignments, a row each, with the ways to end and to delete one. */
export function AssignmentTable({ label, assignments, isBusy, onEnd, onDelete }: AssignmentTableProps) {
  const { t } = useTranslation('assignments');
  return (
    <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" aria-label={label} aria-busy={isBusy}>
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
          {assignments.map((assignment) => (
            <AssignmentRow
              key={assignment.id}
              assignment={assignment}
              onEnd={() => onEnd(assignment)}
              onDelete={onDelete && (() => onDelete(assignment))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
