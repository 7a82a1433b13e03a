import { ActionIcon, Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { koreanDay } from '../../../shared/koreanTime';
import type { AssignmentDto } from '../../../shared/people';
import { noValue } from '../../lib/format';
import { stateOn } from './assignmentState';

interface AssignmentRowProps {
  assignment: AssignmentDto;
  onEnd: () => void;
  /** Not given: it cannot be deleted here. */
  onDelete?: () => void;
}

/** Who looks after whom, since when and until when. */
export function AssignmentRow({ assignment, onEnd, onDelete }: AssignmentRowProps) {
  const { t } = useTranslation('assignments');
  const { employeeNo, employeeName, customerCode, customerName, validFrom, validTo } = assignment;
  const state = stateOn(koreanDay(new Date()), assignment);
  const names = { employee: employeeName, customer: customerName };
  return (
    <Table.Tr data-testid="assignment-row" data-state={state}>
      <Table.Td>
        {employeeName}{' '}
        <Text span size="xs" c="dimmed">
          {employeeNo}
        </Text>
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/customers/${encodeURIComponent(customerCode)}`} size="sm">
          {customerName}
        </Anchor>{' '}
        <Text span size="xs" c="dimmed">
          {customerCode}
        </Text>
      </Table.Td>
      <Table.Td>{validFrom}</Table.Td>
      <Table.Td>{validTo ?? noValue}</Table.Td>
      <Table.Td>
        <Badge variant="default" miw="max-content">
          {t(`state.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={t('end.of', names)}
            onClick={onEnd}
            data-testid="end-assignment"
          >
            {t('end.open')}
          </Button>
          {onDelete && (
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={t('delete.of', names)}
              onClick={onDelete}
              data-testid="delete-assignment"
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
