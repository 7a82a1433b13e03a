import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loginSchema, type Login } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { ApiError } from '../../lib/apiError';
import { validateWith } from '../../lib/schemaValidation';
import { signIn } from '../../lib/session';

interface SignInFormProps {
  /** Of whoever is expected, so that only the password is asked. */
  email?: string;
}

/** E-mail address and password, and a code where the answer asks for one. */
export function SignInForm({ email = '' }: SignInFormProps) {
  const { t } = useTranslation('auth');
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm<Login>({
    initialValues: { email, password: '' },
    validate: validateWith(loginSchema),
  });
  const login = useMutation({
    mutationFn: signIn,
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'second_factor_required') setAsksCode(true);
      // A code counts once: the next one is typed.
      form.setFieldValue('code', undefined);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => login.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          data-testid="login-email"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus={email !== '' || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          data-testid="login-password"
          {...form.getInputProps('password')}
        />
        {asksCode && (
          <TextInput
            label={t('code.label')}
            description={t('code.help')}
            autoComplete="one-time-code"
            autoFocus
            data-testid="login-code"
            {...form.getInputProps('code')}
            value={form.values.code ?? ''}
          />
        )}
        {login.error && <ErrorNotice error={login.error} />}
        <Button type="submit" size="md" loading={login.isPending} data-testid="login-submit">
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}
