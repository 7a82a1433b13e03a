import { Button, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  apiKeyScopes,
  longestKeyDays,
  newApiKeySchema,
  type CreatedApiKeyDto,
  type NewApiKey,
} from '../../../shared/apiKeys';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith } from '../../lib/schemaValidation';
import { may, useEmployee } from '../../lib/session';
import { CurrentPasswordInput } from './currentPasswordInput';
import { createApiKey } from './signInApi';

/** Asks for a key, with rights out of one's own. */
export function ApiKeyForm({ onCreated }: { onCreated: (key: CreatedApiKeyDto) => Promise<unknown> }) {
  const { t } = useTranslation(['profile', 'rights']);
  const employee = useEmployee();
  const initialValues: NewApiKey = { name: '', scopes: [], days: 90, currentPassword: '' };
  // Whoever has no password here leaves it empty.
  const asked = (values: NewApiKey) => ({ ...values, currentPassword: values.currentPassword || undefined });
  const form = useForm<NewApiKey>({
    initialValues,
    validate: (values) => validateWith(newApiKeySchema)(asked(values)),
  });
  const create = useMutation({
    mutationFn: (values: NewApiKey) => createApiKey(asked(values)),
    onSuccess: (key) => {
      form.reset();
      return onCreated(key);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack gap="sm">
        <TextInput label={t('keys.name')} data-testid="key-name" {...form.getInputProps('name')} />
        <MultiSelect
          label={t('keys.scopes')}
          data={apiKeyScopes
            .filter((scope) => may(employee, scope))
            .map((scope) => ({ value: scope, label: t(`rights:${scope}.name`) }))}
          data-testid="key-scopes"
          {...form.getInputProps('scopes')}
        />
        <NumberInput
          label={t('keys.days')}
          min={1}
          max={longestKeyDays}
          allowDecimal={false}
          {...form.getInputProps('days')}
        />
        <CurrentPasswordInput
          description={t('keys.passwordHelp')}
          data-testid="key-password"
          {...form.getInputProps('currentPassword')}
        />
        {create.error && <ErrorNotice error={create.error} />}
        <Button type="submit" variant="default" loading={create.isPending} data-testid="create-key">
          {t('keys.create')}
        </Button>
      </Stack>
    </form>
  );
}
