import { Select, Switch, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type EmployeeDto, roles } from '../../../shared/people';
import { errorText } from '../../lib/apiError';
import { noValue } from '../../lib/format';
import { employeesKey, updateEmployee } from './peopleApi';

/** An employee; role and access change in place. */
export function EmployeeRow({ employee }: { employee: EmployeeDto }) {
  const { t } = useTranslation(['people', 'common']);
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (fields: Parameters<typeof updateEmployee>[1]) => updateEmployee(employee.id, fields),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: employeesKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  return (
    <Table.Tr data-testid="employee-row">
      <Table.Td>{employee.employeeNo}</Table.Td>
      <Table.Td>{employee.name}</Table.Td>
      <Table.Td>{employee.email}</Table.Td>
      <Table.Td>{employee.team ?? noValue}</Table.Td>
      <Table.Td>
        <Select
          size="xs"
          w={130}
          aria-label={t('roleOf', { name: employee.name })}
          allowDeselect={false}
          disabled={change.isPending}
          value={employee.role}
          onChange={(role) => role && change.mutate({ role })}
          data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        />
      </Table.Td>
      <Table.Td>
        <Switch
          aria-label={t('mayNameSignIn', { name: employee.name })}
          disabled={change.isPending}
          checked={employee.active}
          onChange={(event) => change.mutate({ active: event.currentTarget.checked })}
        />
      </Table.Td>
    </Table.Tr>
  );
}
