import { ActionIcon, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { BranchSwitch } from './branchSwitch';
import type { Turn } from './conversationState';
import { MaskedNotice } from './maskedNotice';
import { QuestionForm } from './questionForm';
import classes from './turnView.module.css';

/** The branches in the place of a turn: which one is shown, of how many. */
export interface BranchPlace {
  place: number;
  count: number;
  onShow: (place: number) => void;
}

interface UserMessageProps {
  turn: Turn;
  branch: BranchPlace;
  /** Missing while nothing can be asked. */
  onEdit?: (text: string) => void;
}

/** An own question: it can be changed, and where that was done, each wording can be looked back at. */
export function UserMessage({ turn, branch, onEdit }: UserMessageProps) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);

  function cancel() {
    setEditing(false);
    // Back to where the reader was, once the button stands again.
    requestAnimationFrame(() => editButton.current?.focus());
  }
  function send(text: string) {
    setEditing(false);
    onEdit?.(text);
  }
  if (editing && onEdit) {
    return (
      <div className={classes.question}>
        <QuestionForm question={turn.question} onSend={send} onCancel={cancel} />
      </div>
    );
  }
  return (
    <div className={classes.question}>
      <Text className={classes.bubble} data-testid="message-user">
        {turn.question}
      </Text>
      <MaskedNotice text={turn.question} />
      <Group gap={6} wrap="nowrap">
        {turn.askedAt && (
          <Text size="xs" c="dimmed" component="time" dateTime={turn.askedAt}>
            {formatTime(turn.askedAt, language)}
          </Text>
        )}
        <BranchSwitch {...branch} />
        {onEdit && (
          <ActionIcon
            ref={editButton}
            variant="subtle"
            color="gray"
            size="sm"
            title={t('edit.open')}
            aria-label={t('edit.open')}
            onClick={() => setEditing(true)}
            data-testid="edit-question"
          >
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}
