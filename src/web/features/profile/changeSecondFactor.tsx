import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecondFactorDto } from '../../../shared/signIn';
import { ErrorNotice } from '../../components/errorNotice';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { CodeInput } from './codeInput';
import { CurrentPasswordInput } from './currentPasswordInput';
import { removeSecondFactor, renewRecoveryCodes, secondFactorKey } from './signInApi';

interface ChangeSecondFactorProps {
  factor: SecondFactorDto;
  onCodes: (codes: string[]) => void;
}

/** While it is on: renews the codes to recover with, or takes it away, both by the password and a code. */
export function ChangeSecondFactor({ factor, onCodes }: ChangeSecondFactorProps) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { currentPassword: '', code: '' } });
  const onSuccess = () => {
    form.reset();
    return queryClient.invalidateQueries({ queryKey: secondFactorKey });
  };
  const remove = useMutation({ mutationFn: () => removeSecondFactor(form.values), onSuccess });
  const renew = useMutation({
    mutationFn: () => renewRecoveryCodes(form.values),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      return onSuccess();
    },
  });
  const error = remove.error ?? renew.error;
  const busy = remove.isPending || renew.isPending;
  return (
    <form onSubmit={form.onSubmit(() => renew.mutate())}>
      <Stack gap="sm">
        <Text size="sm" data-testid="factor-on">
          {t('factor.on', {
            since: formatTime(factor.since ?? '', language),
            count: factor.recoveryCodesLeft,
          })}
        </Text>
        <CurrentPasswordInput required {...form.getInputProps('currentPassword')} />
        <CodeInput {...form.getInputProps('code')} />
        {error && <ErrorNotice error={error} />}
        <Group>
          <Button type="submit" variant="default" loading={renew.isPending} disabled={busy}>
            {t('factor.renew')}
          </Button>
          {!factor.demanded && (
            <Button
              variant="default"
              loading={remove.isPending}
              disabled={busy}
              onClick={() => remove.mutate()}
              data-testid="remove-factor"
            >
              {t('factor.remove')}
            </Button>
          )}
        </Group>
        {factor.demanded && (
          <Text size="xs" c="dimmed">
            {t('factor.stays')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
