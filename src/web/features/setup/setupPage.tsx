import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryPage } from '../../components/entryPage';
import { usePublicStatus } from '../auth/usePublicStatus';
import { FirstAdminForm } from './firstAdminForm';

/** First-run set-up: makes the first admin with the token that the server printed at its start. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const [registeredEmail, setRegisteredEmail] = useState<string>();
  const alreadyDone = usePublicStatus()?.needsSetUp === false && !registeredEmail;
  return (
    <EntryPage title={t('title')} description={t('description')}>
      {registeredEmail && <Registered email={registeredEmail} />}
      {alreadyDone && (
        <Alert variant="light">
          {t('alreadyDone')}{' '}
          <Anchor component={Link} to="/login" inherit>
            {t('goToSignIn')}
          </Anchor>
        </Alert>
      )}
      {!registeredEmail && !alreadyDone && <FirstAdminForm onRegistered={setRegisteredEmail} />}
    </EntryPage>
  );
}

function Registered({ email }: { email: string }) {
  const { t } = useTranslation('setup');
  return (
    <Stack role="status">
      <Alert color="teal">{t('registered', { email })}</Alert>
      <Button component={Link} to="/login" size="md" data-testid="setup-sign-in">
        {t('goToSignIn')}
      </Button>
    </Stack>
  );
}
