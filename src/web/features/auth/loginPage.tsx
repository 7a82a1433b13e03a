import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { loginSchema } from '../../../shared/people';
import { EntryPage } from '../../components/entryPage';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith } from '../../lib/schemaValidation';
import { signIn, useSession } from '../../lib/session';
import { usePublicStatus } from './usePublicStatus';

/** Sign-in; afterwards on to where the reader wanted to go. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const session = useSession();
  const from = useLocation().state as { from?: string } | null;
  if (session.status === 'signedIn') return <Navigate to={from?.from ?? '/'} replace />;
  return (
    <EntryPage title={t('login.title')} description={t('login.description')}>
      <SignInHints expired={session.status === 'signedOut' && session.because === 'expired'} />
      <LoginForm />
    </EntryPage>
  );
}

function LoginForm() {
  const { t } = useTranslation('auth');
  const form = useForm({ initialValues: { email: '', password: '' }, validate: validateWith(loginSchema) });
  const login = useMutation({
    mutationFn: ({ email, password }: typeof form.values) => signIn(email, password),
  });
  return (
    <form onSubmit={form.onSubmit((values) => login.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus
          data-testid="login-email"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
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

function SignInHints({ expired }: { expired: boolean }) {
  const { t } = useTranslation('auth');
  const status = usePublicStatus();
  return (
    <>
      {expired && <Alert color="yellow">{t('login.expired')}</Alert>}
      {status?.demo && <Alert variant="light">{t('login.demo')}</Alert>}
      {status?.needsSetUp && !status.demo && <Alert variant="light">{t('login.needsSetUp')}</Alert>}
    </>
  );
}
