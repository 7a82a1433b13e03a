import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDto } from '../../../shared/chat';
import classes from './conversationList.module.css';

interface RowMenuProps {
  conversation: ConversationDto;
  onRename: () => void;
  onDelete: () => void;
}

/** What can be done with a conversation in the list. */
export function RowMenu({ conversation, onRename, onDelete }: RowMenuProps) {
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
