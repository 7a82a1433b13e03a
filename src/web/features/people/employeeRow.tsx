import { ActionIcon, Anchor, Table } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EmployeeWithFactorDto } from '../../../shared/people';
import { noValue } from '../../lib/format';
import { ActiveBadge } from './activeBadge';

interface EmployeeRowProps {
  employee: EmployeeWithFactorDto;
  onEdit: () => void;
}

/** An employee, with the ways to the own page and to the changes. */
export function EmployeeRow({ employee, onEdit }: EmployeeRowProps) {
  const { t } = useTranslation(['people', 'common']);
  const { id, employeeNo, name, email, team, role, active, secondFactor } = employee;
  return (
    <Table.Tr data-testid="employee-row">
      <Table.Td>{employeeNo}</Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/people/${id}`} size="sm">
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>{email}</Table.Td>
      <Table.Td>{team ?? noValue}</Table.Td>
      <Table.Td>{t(`common:role.${role}`)}</Table.Td>
      <Table.Td>
        <ActiveBadge active={active} />
      </Table.Td>
      <Table.Td>{t(secondFactor ? 'factor.on' : 'factor.off')}</Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('edit.of', { name })}
          onClick={onEdit}
          data-testid="edit-employee"
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
