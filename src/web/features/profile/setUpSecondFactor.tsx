import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewSecondFactorDto } from '../../../shared/signIn';
import { ErrorNotice } from '../../components/errorNotice';
import { ConfirmSecondFactor } from './confirmSecondFactor';
import { CurrentPasswordInput } from './currentPasswordInput';
import { beginSecondFactor } from './signInApi';

interface SetUpSecondFactorProps {
  onCodes: (codes: string[]) => void;
  /** It is what the page is for. */
  autoFocus?: boolean;
}

/** While it is off: makes one, by the password. */
export function SetUpSecondFactor({ onCodes, autoFocus }: SetUpSecondFactorProps) {
  const { t } = useTranslation('profile');
  const [begun, setBegun] = useState<NewSecondFactorDto | null>(null);
  const form = useForm({ initialValues: { currentPassword: '' } });
  const begin = useMutation({
    mutationFn: () => beginSecondFactor(form.values.currentPassword),
    onSuccess: (factor) => {
      form.reset();
      setBegun(factor);
    },
  });
  if (begun) return <ConfirmSecondFactor begun={begun} onCodes={onCodes} />;
  return (
    <form onSubmit={form.onSubmit(() => begin.mutate())}>
      <Stack gap="sm">
        <CurrentPasswordInput
          required
          autoFocus={autoFocus}
          data-testid="factor-password"
          {...form.getInputProps('currentPassword')}
        />
        {begin.error && <ErrorNotice error={begin.error} />}
        <Button type="submit" variant="default" loading={begin.isPending} data-testid="begin-factor">
          {t('factor.begin')}
        </Button>
      </Stack>
    </form>
  );
}
