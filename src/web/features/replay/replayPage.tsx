import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { onceRead } from '../../lib/onceRead';
import { type RecordedChat, readChat } from './replayApi';
import { ReplayedChat } from './replayedChat';

/** A chat as its owner saw it, with its timing; also one that was deleted. */
export function ReplayPage() {
  const { t } = useTranslation('replay');
  const { conversationId = '' } = useParams();
  const chat = useQuery({
    queryKey: ['replay', conversationId],
    queryFn: ({ signal }) => readChat(conversationId, signal),
    ...onceRead,
  });
  return (
    <Page title={t('title')}>
      <Anchor component={Link} to="/audit" size="sm" c="var(--naru-link)">
        {t('back')}
      </Anchor>
      {chat.isPending && <PageFallback />}
      {chat.error && <ErrorNotice error={chat.error} onRetry={() => void chat.refetch()} />}
      {chat.data && (
        <>
          <ChatFacts {...chat.data} />
          <ReplayedChat key={conversationId} {...chat.data} />
        </>
      )}
    </Page>
  );
}

function ChatFacts({ conversation, messages }: RecordedChat) {
  const { t } = useTranslation('replay');
  const language = useLanguage();
  const { employee, title, createdAt, deletedAt } = conversation;
  const facts = [
    `${employee.name} (${[employee.employeeNo, employee.team].filter(Boolean).join(', ')})`,
    formatTime(createdAt, language),
    t('turns', { count: messages.filter(({ role }) => role === 'user').length }),
    deletedAt && t('deleted', { time: formatTime(deletedAt, language) }),
  ];
  return (
    <Group gap={6} align="baseline">
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </Group>
  );
}
