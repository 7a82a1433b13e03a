import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConversationDto } from '../../../shared/chat';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { deleteConversation } from './chatApi';
import { announceChat } from './chatListNews';

interface DeleteConversationProps {
  conversation: ConversationDto;
  /** The one on the screen. */
  openId?: string;
  onClose: (deleted: boolean) => void;
}

/** Asks before a conversation is deleted; who looks at it is then led to a new one. */
export function DeleteConversation({ conversation, openId, onClose }: DeleteConversationProps) {
  const { t } = useTranslation('chat');
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: ({ id }: ConversationDto) => deleteConversation(id),
    onSuccess: (_, { id }) => {
      if (id === openId) void navigate('/');
      announceChat(id);
      onClose(true);
    },
    onError: (error) => {
      notifications.show({ color: 'red', message: errorText(error) });
      onClose(false);
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('list.deleteTitle')}
      text={t('list.deleteText', { title: conversation.title })}
      confirmLabel={t('list.delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(conversation)}
      onCancel={() => onClose(false)}
    />
  );
}
