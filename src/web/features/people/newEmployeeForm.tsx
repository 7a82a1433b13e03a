import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createEmployeeSchema, type Role, roles } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith, withoutEmpty } from '../../lib/schemaValidation';
import { EmployeeSaved } from './employeeSaved';
import { PasswordField } from './passwordField';
import { createEmployee, employeesKey } from './peopleApi';
import { takenNames } from './takenNames';

interface NewEmployeeFormProps {
  onClose: () => void;
}

/** Registers an employee, then shows the password the server chose, if it did. */
export function NewEmployeeForm({ onClose }: NewEmployeeFormProps) {
  const { t } = useTranslation(['people', 'common', 'auth']);
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { employeeNo: '', name: '', email: '', role: 'rep' as Role, team: '', password: '' },
    validate: validateWith(createEmployeeSchema),
  });
  const creation = useMutation({
    mutationFn: ({ employeeNo, name, email, role, ...optional }: typeof form.values) =>
      createEmployee({ employeeNo, name, email, role, ...withoutEmpty(optional) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: employeesKey }),
    onError: (error) => form.setErrors(takenNames(error)),
  });
  const isTaken = Object.keys(takenNames(creation.error)).length > 0;
  if (creation.data) {
    const { name, temporaryPassword } = creation.data;
    return (
      <EmployeeSaved text={t('new.registered', { name })} password={temporaryPassword} onClose={onClose} />
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => creation.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t('employeeNo')}
          withAsterisk
          {...form.getInputProps('employeeNo')}
          data-testid="new-employee-no"
        />
        <TextInput
          label={t('name')}
          withAsterisk
          {...form.getInputProps('name')}
          data-testid="new-employee-name"
        />
        <TextInput
          label={t('email')}
          type="email"
          withAsterisk
          {...form.getInputProps('email')}
          data-testid="new-employee-email"
        />
        <Select
          label={t('role')}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <TextInput label={t('team')} {...form.getInputProps('team')} data-testid="new-employee-team" />
        <PasswordField
          label={t('auth:password')}
          description={t('new.passwordHelp')}
          {...form.getInputProps('password')}
        />
        {creation.error && !isTaken && <ErrorNotice error={creation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={creation.isPending} data-testid="new-employee-submit">
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
