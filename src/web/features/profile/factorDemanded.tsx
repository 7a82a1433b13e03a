import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryPage } from '../../components/entryPage';
import { factorSetUp, signOut } from '../../lib/session';
import { RecoveryCodes } from './recoveryCodes';
import { SetUpSecondFactor } from './setUpSecondFactor';
import { readSecondFactor, secondFactorKey } from './signInApi';

/** In place of every page while the company demands a second factor that is not there; then the page comes back. */
export function FactorDemanded() {
  const { t } = useTranslation(['profile', 'common']);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { data } = useQuery({ queryKey: secondFactorKey, queryFn: ({ signal }) => readSecondFactor(signal) });
  const isSetUpElsewhere = data?.on === true && codes === null;
  useEffect(() => {
    if (isSetUpElsewhere) factorSetUp();
  }, [isSetUpElsewhere]);
  const leave = () =>
    signOut().catch(() => notifications.show({ color: 'yellow', message: t('common:signOutNotDelivered') }));
  return (
    <EntryPage title={t('factor.demandedTitle')} description={t('factor.demandedText')}>
      <Stack data-testid="factor-demanded">
        {codes ? (
          <RecoveryCodes codes={codes} onDone={factorSetUp} />
        ) : (
          <SetUpSecondFactor onCodes={setCodes} autoFocus />
        )}
        {!codes && (
          <Button variant="subtle" onClick={() => void leave()} data-testid="leave-demanded">
            {t('common:signOut')}
          </Button>
        )}
      </Stack>
    </EntryPage>
  );
}
