import { Alert, Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyDto, CreatedApiKeyDto } from '../../../shared/apiKeys';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatRelativeTime, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { ApiKeyForm } from './apiKeyForm';
import { apiKeysKey, readApiKeys, revokeApiKey } from './signInApi';

/** Keys by which programs act for one: made, shown once, taken away. */
export function ApiKeys() {
  const { t } = useTranslation('profile');
  const queryClient = useQueryClient();
  const [created, setCreated] = useState<CreatedApiKeyDto | null>(null);
  const query = useQuery({ queryKey: apiKeysKey, queryFn: ({ signal }) => readApiKeys(signal) });
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    // Also when it was not there any more: then the list is out of date.
    onSettled: () => queryClient.invalidateQueries({ queryKey: apiKeysKey }),
  });
  if (query.isPending) return <PageFallback />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('keys.text')}
      </Text>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {revoke.error && <ErrorNotice error={revoke.error} />}
      {created && (
        <Alert color="teal" role="status" title={t('keys.createdTitle')} data-testid="created-key">
          <Text size="sm">{t('keys.createdText')}</Text>
          <Code block>{created.key}</Code>
        </Alert>
      )}
      {(query.data ?? []).map((key) => (
        <ApiKeyRow key={key.id} apiKey={key} busy={revoke.isPending} onRevoke={() => revoke.mutate(key.id)} />
      ))}
      <ApiKeyForm
        onCreated={(key) => {
          setCreated(key);
          return queryClient.invalidateQueries({ queryKey: apiKeysKey });
        }}
      />
    </Stack>
  );
}

interface ApiKeyRowProps {
  apiKey: ApiKeyDto;
  busy: boolean;
  onRevoke: () => void;
}

function ApiKeyRow({ apiKey, busy, onRevoke }: ApiKeyRowProps) {
  const { t } = useTranslation(['profile', 'rights']);
  const language = useLanguage();
  const isOver = new Date(apiKey.expiresAt) <= new Date();
  return (
    <Group justify="space-between" wrap="nowrap" data-testid="api-key">
      <div>
        <Group gap={6}>
          <Text size="sm" fw={500}>
            {apiKey.name}
          </Text>
          {apiKey.scopes.map((scope) => (
            <Badge key={scope} size="xs" variant="default">
              {t(`rights:${scope}.name`)}
            </Badge>
          ))}
          {isOver && <Badge size="xs">{t('keys.over')}</Badge>}
        </Group>
        <Text size="xs" c="dimmed">
          {t('keys.times', {
            until: formatTime(apiKey.expiresAt, language),
            last: apiKey.lastUsedAt ? formatRelativeTime(apiKey.lastUsedAt, language) : t('keys.never'),
          })}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        onClick={onRevoke}
        aria-label={t('keys.revokeOf', { name: apiKey.name })}
        data-testid="revoke-key"
      >
        {t('keys.revoke')}
      </Button>
    </Group>
  );
}
