import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { ChangeSecondFactor } from './changeSecondFactor';
import { RecoveryCodes } from './recoveryCodes';
import { SetUpSecondFactor } from './setUpSecondFactor';
import { readSecondFactor, secondFactorKey } from './signInApi';

/** A code of an app besides the password: off, being set up, or on. */
export function SecondFactor() {
  const { t } = useTranslation('profile');
  const query = useQuery({ queryKey: secondFactorKey, queryFn: ({ signal }) => readSecondFactor(signal) });
  const [codes, setCodes] = useState<string[] | null>(null);
  if (query.isPending) return <PageFallback />;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('factor.text')}
      </Text>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {query.data.on ? (
        <ChangeSecondFactor factor={query.data} onCodes={setCodes} />
      ) : (
        <SetUpSecondFactor onCodes={setCodes} />
      )}
    </Stack>
  );
}
