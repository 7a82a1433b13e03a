import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationDto } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { formatDay } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { conversationsKey, conversationsPath } from './chatApi';
import classes from './conversationList.module.css';

interface ConversationListProps {
  openId?: string;
  /** Called when the reader goes to a conversation: a drawer then closes. */
  onFollow?: () => void;
}

/** The reader's own conversations, the latest first, and the way to a new one. */
export function ConversationList({ openId, onFollow }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  const pages = usePages<ConversationDto>(conversationsKey, conversationsPath);
  return (
    <Stack gap="xs" component="nav" aria-label={t('conversations')}>
      <Button
        component={Link}
        to="/"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={onFollow}
        data-testid="new-conversation"
      >
        {t('newConversation')}
      </Button>
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('noConversations')}
        </Text>
      )}
      <ul className={classes.list}>
        {pages.items.map(({ id, title, updatedAt }) => (
          <li key={id}>
            <Link
              to={`/c/${id}`}
              className={classes.entry}
              aria-current={id === openId ? 'page' : undefined}
              onClick={onFollow}
              data-testid="conversation-row"
            >
              <span className={classes.title}>{title}</span>
              <span className={classes.day}>{formatDay(updatedAt, language)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </Stack>
  );
}
