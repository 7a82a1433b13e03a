import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { loginSchema } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith } from '../../lib/schemaValidation';
import { signIn } from '../../lib/session';

interface SignInFormProps {
  /** Of whoever is expected, so that only the password is asked. */
  email?: string;
}

/** E-mail address and password. */
export function SignInForm({ email = '' }: SignInFormProps) {
  const { t } = useTranslation('auth');
  const form = useForm({ initialValues: { email, password: '' }, validate: validateWith(loginSchema) });
  const login = useMutation({
    mutationFn: (values: typeof form.values) => signIn(values.email, values.password),
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
        {login.error && <ErrorNotice error={login.error} />}
        <Button type="submit" size="md" loading={login.isPending} data-testid="login-submit">
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}
