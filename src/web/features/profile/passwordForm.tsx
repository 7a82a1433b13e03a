import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { changePasswordSchema } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { inLanguage } from '../../lib/inLanguage';
import { validateWith } from '../../lib/schemaValidation';
import { useEmployee } from '../../lib/session';
import { CurrentPasswordInput } from './currentPasswordInput';
import { changePassword, sessionsKey } from './profileApi';

/** Changes the own password; the present one is asked. */
export function PasswordForm() {
  const { t } = useTranslation(['profile', 'auth']);
  const queryClient = useQueryClient();
  const { email } = useEmployee();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', again: '' },
    validate: ({ again, ...change }) => ({
      ...validateWith(changePasswordSchema)(change),
      ...(again === change.newPassword
        ? {}
        : { again: inLanguage(() => i18next.t('profile:password.differs')) }),
    }),
  });
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof form.values) =>
      changePassword({ currentPassword, newPassword }),
    onSuccess: () => {
      form.reset();
      return queryClient.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('auth:showPassword') } };
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack gap="sm">
        {/* For password managers: whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <CurrentPasswordInput data-testid="current-password" {...form.getInputProps('currentPassword')} />
        <PasswordInput
          label={t('password.new')}
          description={t('password.help')}
          autoComplete="new-password"
          data-testid="new-password"
          {...toggle}
          {...form.getInputProps('newPassword')}
        />
        <PasswordInput
          label={t('password.again')}
          autoComplete="new-password"
          data-testid="new-password-again"
          {...toggle}
          {...form.getInputProps('again')}
        />
        {change.error && <ErrorNotice error={change.error} />}
        {change.isSuccess && (
          <Alert color="teal" role="status" data-testid="password-changed">
            {t('password.changed')}
          </Alert>
        )}
        <Button type="submit" loading={change.isPending} data-testid="change-password">
          {t('password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
