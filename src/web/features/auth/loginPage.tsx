import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { EntryPage } from '../../components/entryPage';
import { useSession } from '../../lib/session';
import { CompanySignIn } from './companySignIn';
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
      <CompanyRefusal />
      <SignInForm />
      <CompanySignIn returnTo={from?.from ?? '/'} />
      <Text size="xs" c="dimmed">
        {t('login.forgotten')}
      </Text>
    </EntryPage>
  );
}

/** What somebody can do about it differs; every other refusal is told in the same words. */
const toldByName = ['no_company_access', 'provider_unavailable'] as const;

/** Why the company's sign-in led back here, and what to do. */
function CompanyRefusal() {
  const { t } = useTranslation('auth');
  const [query] = useSearchParams();
  const error = query.get('error');
  if (error === null) return null;
  // The address is anybody's to write: it chooses among texts of ours.
  const code = toldByName.find((each) => each === error) ?? 'company_sign_in_failed';
  return (
    <Alert color="red" variant="light" role="alert" data-testid="company-refusal">
      {t(`company.failed.${code}`)}
    </Alert>
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
