import { Button, CloseButton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationDto, FoundConversationDto } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { usePages } from '../../lib/usePages';
import { conversationsKey, conversationsPath } from './chatApi';
import classes from './conversationList.module.css';
import { ConversationRow } from './conversationRow';

/** Comes with the first conversation that is to be deleted. */
const DeleteConversation = lazy(async () => ({
  default: (await import('./deleteConversation')).DeleteConversation,
}));

/** A word is written in less time than this between two letters. */
const searchAfterMs = 300;

/** While an answer is being written, on whatever device, the list looks so often whether it has ended. */
const lookAgainMs = 5_000;

interface ConversationListProps {
  openId?: string;
  /** Called when the reader goes to a conversation: a drawer then closes. */
  onFollow?: () => void;
}

/** The reader's own conversations, the latest first, with a search over them, and the way to a new one. */
export function ConversationList({ openId, onFollow }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const [search, setSearch] = useState('');
  const newConversation = useRef<HTMLAnchorElement>(null);
  const [deleting, setDeleting] = useState<ConversationDto>();
  const [wanted] = useDebouncedValue(search.trim(), searchAfterMs);
  const pages = usePages<FoundConversationDto>(
    [...conversationsKey, wanted],
    conversationsPath,
    { q: wanted },
    { keepShown: true, readAgainMs: (items) => items.some(isRunning) && lookAgainMs },
  );
  function endDeleting(deleted: boolean) {
    setDeleting(undefined);
    // The button the dialog came from is gone then.
    if (deleted) newConversation.current?.focus();
  }
  return (
    <Stack gap="xs" component="nav" aria-label={t('conversations')}>
      <Button
        ref={newConversation}
        component={Link}
        to="/"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={onFollow}
        data-testid="new-conversation"
      >
        {t('newConversation')}
      </Button>
      <SearchField value={search} onChange={setSearch} />
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Text size="sm" c="dimmed" p="xs" role="status">
          {t(wanted ? 'list.nothingFound' : 'noConversations')}
        </Text>
      )}
      <ul className={classes.list} aria-busy={pages.isPlaceholderData}>
        {pages.items.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            wanted={wanted}
            open={conversation.id === openId}
            onFollow={onFollow}
            onDelete={setDeleting}
          />
        ))}
      </ul>
      <LoadMore pages={pages} />
      <Suspense>
        {deleting && <DeleteConversation conversation={deleting} openId={openId} onClose={endDeleting} />}
      </Suspense>
    </Stack>
  );
}

function isRunning({ runningTurnId }: ConversationDto): boolean {
  return runningTurnId !== null;
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('chat');
  function clearOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || value === '') return;
    // In a drawer, the first Esc clears the search, and only the next one closes the drawer.
    event.stopPropagation();
    onChange('');
  }
  return (
    <TextInput
      size="sm"
      type="search"
      classNames={{ input: classes.field! }}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== '' && (
          <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={() => onChange('')} />
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={clearOnEscape}
      data-testid="conversation-search"
    />
  );
}
