import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { initAdminSchema } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { inLanguage } from '../../lib/inLanguage';
import { ApiError } from '../../lib/apiError';
import { sendRequest } from '../../lib/http';
import { validateWith, withoutEmpty } from '../../lib/schemaValidation';

interface FirstAdminFormProps {
  onRegistered: (email: string) => void;
}

/** The first admin's account; the set-up token comes with the link (`#token=...`) or is typed in. */
export function FirstAdminForm({ onRegistered }: FirstAdminFormProps) {
  const { t } = useTranslation(['setup', 'auth', 'validation']);
  const form = useForm({
    initialValues: { token: tokenOfLink(), name: '', employeeNo: '', email: '', password: '' },
    validate: ({ token, ...account }) => ({
      ...validateWith(initAdminSchema)(account),
      ...(token ? {} : { token: inLanguage(() => i18next.t('validation:required')) }),
    }),
  });
  const register = useMutation({
    mutationFn: ({ token, ...account }: typeof form.values) =>
      sendRequest('/init-admin', { method: 'POST', token, body: withoutEmpty(account) }),
    onSuccess: (_answer, { email }) => onRegistered(email),
  });
  const migrate = useMutation({
    mutationFn: () => sendRequest('/admin/migrate', { method: 'POST', token: form.values.token }),
    onSuccess: () => register.mutate(form.values),
  });
  const needsMigration = register.error instanceof ApiError && register.error.code === 'migrations_pending';
  return (
    <form onSubmit={form.onSubmit((values) => register.mutate(values))} noValidate>
      <Stack>
        <PasswordInput
          label={t('token')}
          description={t('tokenHelp')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
          data-testid="setup-token"
          {...form.getInputProps('token')}
        />
        <TextInput
          label={t('name')}
          autoComplete="name"
          data-testid="setup-name"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('employeeNo')}
          description={t('employeeNoHelp')}
          {...form.getInputProps('employeeNo')}
        />
        <TextInput
          label={t('auth:email')}
          type="email"
          autoComplete="username"
          data-testid="setup-email"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('auth:password')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
          data-testid="setup-password"
          {...form.getInputProps('password')}
        />
        {register.error && !needsMigration && <ErrorNotice error={register.error} />}
        {needsMigration && (
          <Alert variant="light" role="status">
            <Stack align="flex-start" gap="xs">
              {t('needsMigration')}
              <Button
                loading={migrate.isPending}
                onClick={() => migrate.mutate()}
                data-testid="setup-migrate"
              >
                {t('migrate')}
              </Button>
            </Stack>
          </Alert>
        )}
        {migrate.error && <ErrorNotice error={migrate.error} />}
        <Button type="submit" size="md" loading={register.isPending} data-testid="setup-submit">
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** A fragment is never sent to a server or a proxy: that is why the link carries the token there. */
function tokenOfLink(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}
