import { Alert, Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type EmployeeDto, roles } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith } from '../../lib/schemaValidation';
import { refreshSession, useEmployee } from '../../lib/session';
import { changesOf, employeeValuesSchema, endsSessions, valuesOf } from './employeeChanges';
import { PasswordField } from './passwordField';
import { employeesKey, updateEmployee } from './peopleApi';
import { takenNames } from './takenNames';

interface EditEmployeeFormProps {
  employee: EmployeeDto;
  /** Called with the new password, if there is one. */
  onSaved: (password: string | undefined) => void;
  onCancel: () => void;
}

/** Everything of an employee that changes, with what saving it does to open sign-ins. */
export function EditEmployeeForm({ employee, onSaved, onCancel }: EditEmployeeFormProps) {
  const { t } = useTranslation(['people', 'common']);
  const queryClient = useQueryClient();
  const isSelf = useEmployee().id === employee.id;
  const form = useForm({ initialValues: valuesOf(employee), validate: validateWith(employeeValuesSchema) });
  const changes = changesOf(employee, form.values);
  const change = useMutation({
    mutationFn: () => updateEmployee(employee.id, changes),
    onSuccess: async () => {
      onSaved(changes.password);
      // What the reader may do, or whether at all, may have changed with it.
      if (isSelf) await refreshSession();
      await queryClient.invalidateQueries({ queryKey: employeesKey });
    },
    onError: (error) => form.setErrors(takenNames(error)),
  });
  const isTaken = Object.keys(takenNames(change.error)).length > 0;
  return (
    <form onSubmit={form.onSubmit(() => change.mutate())} noValidate>
      <Stack>
        <TextInput
          label={t('name')}
          withAsterisk
          {...form.getInputProps('name')}
          data-testid="employee-name"
        />
        <TextInput
          label={t('email')}
          type="email"
          withAsterisk
          {...form.getInputProps('email')}
          data-testid="employee-email"
        />
        <TextInput label={t('team')} {...form.getInputProps('team')} data-testid="employee-team" />
        <Select
          label={t('role')}
          description={t('edit.roleHelp')}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          {...form.getInputProps('role')}
          data-testid="employee-role"
        />
        <Switch
          label={t('edit.active')}
          description={t('edit.activeHelp')}
          {...form.getInputProps('active', { type: 'checkbox' })}
          data-testid="employee-active"
        />
        <PasswordField
          label={t('password.new')}
          description={t('password.newHelp')}
          {...form.getInputProps('password')}
        />
        {endsSessions(changes) && (
          <Alert color="yellow" role="status" data-testid="ends-sessions">
            {t('edit.endsSessions', { name: employee.name })}
          </Alert>
        )}
        {isSelf && (changes.role !== undefined || endsSessions(changes)) && (
          <Alert color="yellow" role="status">
            {t('edit.self')}
          </Alert>
        )}
        {change.error && !isTaken && <ErrorNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={Object.keys(changes).length === 0}
            data-testid="employee-save"
          >
            {t('edit.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
