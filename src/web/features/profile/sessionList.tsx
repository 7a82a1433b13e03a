import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconDeviceTablet } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionDto } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatRelativeTime, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { deviceOf } from './deviceOf';
import { endOtherSessions, endSession, readSessions, sessionsKey } from './profileApi';

const icons = { phone: IconDeviceMobile, tablet: IconDeviceTablet, computer: IconDeviceDesktop };

/** Where one is signed in; each place but this one can be ended from here. */
export function SessionList() {
  const { t } = useTranslation('profile');
  const queryClient = useQueryClient();
  const query = useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => readSessions(signal) });
  const end = useMutation({
    mutationFn: (id: string | null) => (id === null ? endOtherSessions() : endSession(id)),
    // Also when it was not there any more: then the list is out of date.
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  });
  if (query.isPending) return <PageFallback />;
  const sessions = query.data ?? [];
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('sessions.text')}
      </Text>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {end.error && <ErrorNotice error={end.error} />}
      {sessions.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          busy={end.isPending}
          onEnd={() => end.mutate(session.id)}
        />
      ))}
      {sessions.length > 1 && (
        <Button
          variant="default"
          loading={end.isPending && end.variables === null}
          onClick={() => end.mutate(null)}
          data-testid="end-other-sessions"
        >
          {t('sessions.endOthers')}
        </Button>
      )}
    </Stack>
  );
}

interface SessionRowProps {
  session: SessionDto;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const device = deviceOf(session.userAgent);
  const name = device.name || t('sessions.unknown');
  const Icon = icons[device.kind];
  return (
    <Group justify="space-between" wrap="nowrap" data-testid="own-session" data-current={session.current}>
      <Group gap="sm" wrap="nowrap">
        <Icon size={22} stroke={1.5} aria-label={t(`sessions.kind.${device.kind}`)} />
        <div>
          <Group gap={6}>
            <Text size="sm" fw={500}>
              {name}
            </Text>
            {session.current && <Badge size="sm">{t('sessions.current')}</Badge>}
          </Group>
          <Text size="xs" c="dimmed">
            {t('sessions.times', {
              first: formatTime(session.createdAt, language),
              last: formatRelativeTime(session.lastUsedAt, language),
            })}
          </Text>
        </div>
      </Group>
      {!session.current && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={onEnd}
          aria-label={t('sessions.endOf', { name })}
          data-testid="end-session"
        >
          {t('sessions.end')}
        </Button>
      )}
    </Group>
  );
}
