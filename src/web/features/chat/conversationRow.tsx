import { Highlight, Loader } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationDto, FoundConversationDto } from '../../../shared/chat';
import { formatRelativeDay } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import classes from './conversationList.module.css';
import { useOfConversation } from './conversationStore';
import { RenameForm } from './renameForm';

/** Menus are a large part of the component kit: they come behind the page, which can be used without. */
const RowMenu = lazy(async () => ({ default: (await import('./rowMenu')).RowMenu }));

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
      <Suspense>
        <RowMenu
          conversation={conversation}
          onRename={() => setRenaming(true)}
          onDelete={() => onDelete(conversation)}
        />
      </Suspense>
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
  return (
    <Loader
      type="dots"
      size={16}
      role="img"
      aria-label={t('list.running')}
      data-testid="conversation-running"
    />
  );
}
