import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDto } from '../../../shared/chat';
import { maximumTitleLength } from '../../../shared/chatInput';
import { errorText } from '../../lib/apiError';
import { formatCount } from '../../lib/format';
import { renameConversation } from './chatApi';
import { announceChatList } from './chatListNews';
import classes from './conversationList.module.css';

interface RenameFormProps {
  conversation: ConversationDto;
  onDone: () => void;
}

/** The name of a conversation, changed in its place: Enter keeps it, so does leaving the field; Esc does not. */
export function RenameForm({ conversation, onDone }: RenameFormProps) {
  const { t } = useTranslation('chat');
  const [draft, setDraft] = useState(conversation.title);
  const ended = useRef(false);
  const title = draft.trim();
  const tooLong = title.length > maximumTitleLength;
  const rename = useMutation({
    mutationFn: () => renameConversation(conversation.id, title),
    onSuccess: () => {
      announceChatList();
      end();
    },
  });

  function end() {
    // Taking the field away makes it lose the focus, which must not save.
    ended.current = true;
    onDone();
  }
  function save() {
    if (ended.current || rename.isPending || tooLong) return;
    if (title === '' || title === conversation.title) end();
    else rename.mutate();
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    save();
  }
  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    end();
  }
  return (
    <form className={classes.rename} onSubmit={submit}>
      <TextInput
        size="sm"
        classNames={{ input: classes.field! }}
        aria-label={t('list.newTitle')}
        // Opened by the reader, to write in.
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        value={draft}
        disabled={rename.isPending}
        error={
          tooLong
            ? t('list.titleTooLong', { maximum: formatCount(maximumTitleLength) })
            : rename.error && errorText(rename.error)
        }
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={cancelOnEscape}
        onBlur={save}
        data-testid="rename-input"
      />
    </form>
  );
}
