import { ActionIcon, Highlight, Loader, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationDto, FoundConversationDto } from '../../../shared/chat';
import { formatRelativeDay } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import classes from './conversationList.module.css';
import { useOfConversation } from './conversationStore';
import { RenameForm } from './renameForm';

interface ConversationRowProps {
  conversation: FoundConversationDto;
  /** What is searched for; empty: nothing. */
  wanted: string;
  /** Whether it is the one on the screen. */
  open: boolean;
  onFollow?: () => void;
  onDelete: (conversation: ConversationDto) => void;
}

/** One of the reader's conversations: the way to it, its name to be changed in place, its removal. */
export function ConversationRow({ conversation, wanted, open, onFollow, onDelete }: ConversationRowProps) {
  const language = useLanguage();
  const running = useRunning(conversation);
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const { id, title, snippet, updatedAt } = conversation;

  function endRenaming() {
    setRenaming(false);
    requestAnimationFrame(() => link.current?.focus());
  }
  if (renaming) {
    return (
      <li>
        <RenameForm conversation={conversation} onDone={endRenaming} />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <Link
        ref={link}
        to={`/c/${id}`}
        className={classes.entry}
        aria-current={open ? 'page' : undefined}
        onClick={onFollow}
        data-testid="conversation-row"
      >
        <Highlight component="span" className={classes.title} highlight={wanted} size="sm">
          {title}
        </Highlight>
        {snippet && (
          <Highlight component="span" className={classes.snippet} highlight={wanted} size="xs">
            {snippet}
          </Highlight>
        )}
        <span className={classes.day}>
          {running && <RunningMark />}
          {formatRelativeDay(updatedAt, language)}
        </span>
      </Link>
      <RowMenu
        conversation={conversation}
        onRename={() => setRenaming(true)}
        onDelete={() => onDelete(conversation)}
      />
    </li>
  );
}

/** What this page hears itself is newer than the list. */
function useRunning({ id, runningTurnId }: ConversationDto): boolean {
  const heard = useOfConversation(id, ({ opened, live, turns }) =>
    opened && live ? turns.some(({ status }) => status === 'running') : undefined,
  );
  return heard ?? runningTurnId !== null;
}

function RunningMark() {
  const { t } = useTranslation('chat');
  return <Loader type="dots" size={16} aria-label={t('list.running')} data-testid="conversation-running" />;
}

interface RowMenuProps {
  conversation: ConversationDto;
  onRename: () => void;
  onDelete: () => void;
}

function RowMenu({ conversation, onRename, onDelete }: RowMenuProps) {
  const { t } = useTranslation('chat');
  const button = useRef<HTMLButtonElement>(null);
  function askToDelete() {
    // The dialog gives the focus back to where it was when it opened, and the item is gone then.
    button.current?.focus();
    onDelete();
  }
  return (
    // The field to rename in takes the focus that the menu would give back to its button.
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          className={classes.more}
          variant="subtle"
          color="gray"
          aria-label={t('list.more', { title: conversation.title })}
          data-testid="conversation-menu"
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={onRename}
          data-testid="conversation-rename"
        >
          {t('list.rename')}
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={askToDelete}
          data-testid="conversation-delete"
        >
          {t('list.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
