import { Alert, Button, Code, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createEmployeeSchema, type Role, roles } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith, withoutEmpty } from '../../lib/schemaValidation';
import { type CreatedEmployee, createEmployee, employeesKey } from './peopleApi';

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
  });
  if (creation.data) return <Registered employee={creation.data} onClose={onClose} />;
  return (
    <form onSubmit={form.onSubmit((values) => creation.mutate(values))} noValidate>
      <Stack>
        <TextInput label={t('employeeNo')} withAsterisk {...form.getInputProps('employeeNo')} />
        <TextInput label={t('name')} withAsterisk {...form.getInputProps('name')} />
        <TextInput label={t('email')} type="email" withAsterisk {...form.getInputProps('email')} />
        <Select
          label={t('role')}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <TextInput label={t('team')} {...form.getInputProps('team')} />
        <PasswordInput
          label={t('auth:password')}
          description={t('new.passwordHelp')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
          {...form.getInputProps('password')}
        />
        {creation.error && <ErrorNotice error={creation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={creation.isPending}>
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Registered({ employee, onClose }: { employee: CreatedEmployee; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common', 'auth']);
  return (
    <Stack role="status">
      <Alert color="teal">{t('new.registered', { name: employee.name })}</Alert>
      {employee.temporaryPassword && (
        <Text size="sm">
          {t('new.temporaryPassword')} <Code fz="md">{employee.temporaryPassword}</Code>
        </Text>
      )}
      <Button onClick={onClose}>{t('common:close')}</Button>
    </Stack>
  );
}
