import { Button, Code, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NewSecondFactorDto } from '../../../shared/signIn';
import { ErrorNotice } from '../../components/errorNotice';
import { CodeInput } from './codeInput';
import { sessionsKey } from './profileApi';
import { QrCode } from './qrCode';
import { confirmSecondFactor, secondFactorKey } from './signInApi';

interface ConfirmSecondFactorProps {
  begun: NewSecondFactorDto;
  onCodes: (codes: string[]) => void;
}

/** Shows what the app scans, and asks for the first code, which puts it in force. */
export function ConfirmSecondFactor({ begun, onCodes }: ConfirmSecondFactorProps) {
  const { t } = useTranslation('profile');
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(form.values.code),
    onSuccess: async ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      await Promise.all(
        [secondFactorKey, sessionsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
  });
  return (
    <form onSubmit={form.onSubmit(() => confirm.mutate())}>
      <Stack gap="sm">
        <Text size="sm">{t('factor.scan')}</Text>
        <QrCode text={begun.uri} label={t('factor.picture')} />
        <Code block data-testid="factor-secret">
          {begun.secret}
        </Code>
        <CodeInput autoFocus {...form.getInputProps('code')} />
        {confirm.error && <ErrorNotice error={confirm.error} />}
        <Button type="submit" loading={confirm.isPending} data-testid="confirm-factor">
          {t('factor.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
