import { Alert, Button, Code, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewSecondFactorDto, SecondFactorDto } from '../../../shared/signIn';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { sessionsKey } from './profileApi';
import { QrCode } from './qrCode';
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorKey,
} from './signInApi';

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
      {query.data.on ? <WhenOn factor={query.data} onCodes={setCodes} /> : <WhenOff onCodes={setCodes} />}
    </Stack>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('profile');
  return (
    <Alert color="teal" role="status" title={t('factor.codesTitle')} data-testid="recovery-codes">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('factor.codesText')}</Text>
        <Code block>{codes.join('\n')}</Code>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('factor.codesDone')}
        </Button>
      </Stack>
    </Alert>
  );
}

function WhenOff({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation(['profile', 'auth']);
  const [begun, setBegun] = useState<NewSecondFactorDto | null>(null);
  const form = useForm({ initialValues: { currentPassword: '' } });
  const begin = useMutation({
    mutationFn: () => beginSecondFactor(form.values.currentPassword),
    onSuccess: (factor) => {
      form.reset();
      setBegun(factor);
    },
  });
  if (begun) return <Confirm begun={begun} onCodes={onCodes} />;
  return (
    <form onSubmit={form.onSubmit(() => begin.mutate())}>
      <Stack gap="sm">
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
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

function Confirm({ begun, onCodes }: { begun: NewSecondFactorDto; onCodes: (codes: string[]) => void }) {
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
        <CodeInput {...form.getInputProps('code')} />
        {confirm.error && <ErrorNotice error={confirm.error} />}
        <Button type="submit" loading={confirm.isPending} data-testid="confirm-factor">
          {t('factor.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

function WhenOn({ factor, onCodes }: { factor: SecondFactorDto; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation(['profile', 'auth']);
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
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
          {...form.getInputProps('currentPassword')}
        />
        <CodeInput {...form.getInputProps('code')} />
        {error && <ErrorNotice error={error} />}
        <Group>
          <Button type="submit" variant="default" loading={renew.isPending} disabled={busy}>
            {t('factor.renew')}
          </Button>
          <Button
            variant="default"
            loading={remove.isPending}
            disabled={busy}
            onClick={() => remove.mutate()}
            data-testid="remove-factor"
          >
            {t('factor.remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CodeInput(input: ReturnType<ReturnType<typeof useForm>['getInputProps']>) {
  const { t } = useTranslation('auth');
  return (
    <TextInput
      label={t('code.label')}
      autoComplete="one-time-code"
      required
      minLength={6}
      data-testid="factor-code"
      {...input}
    />
  );
}
