import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { EntryPage } from '../../components/entryPage';
import { useSession } from '../../lib/session';
import { SignInForm } from './signInForm';
import { usePublicStatus } from './usePublicStatus';

/** Sign-in; afterwards on to where the reader wanted to go. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const session = useSession();
  const from = useLocation().state as { from?: string } | null;
  if (session.status === 'signedIn') return <Navigate to={from?.from ?? '/'} replace />;
  return (
    <EntryPage title={t('login.title')} description={t('login.description')}>
      <SignInHints />
      <SignInForm />
      <Text size="xs" c="dimmed">
        {t('login.forgotten')}
      </Text>
    </EntryPage>
  );
}

function SignInHints() {
  const { t } = useTranslation('auth');
  const status = usePublicStatus();
  return (
    <>
      {status?.demo && <Alert variant="light">{t('login.demo')}</Alert>}
      {status?.needsSetUp && !status.demo && <Alert variant="light">{t('login.needsSetUp')}</Alert>}
    </>
  );
}
