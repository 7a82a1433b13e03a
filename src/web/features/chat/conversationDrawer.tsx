import { Drawer } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConversationList } from './conversationList';

interface ConversationDrawerProps {
  opened: boolean;
  openId?: string;
  onClose: () => void;
}

/** The list of conversations on a phone. */
export function ConversationDrawer({ opened, openId, onClose }: ConversationDrawerProps) {
  const { t } = useTranslation(['chat', 'common']);
  return (
    <Drawer
      // Loaded with its first use it has to open, not to stand open: else it does not know where the focus was.
      opened={useMounted() && opened}
      onClose={onClose}
      title={t('conversations')}
      size="xs"
      hiddenFrom="sm"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ConversationList openId={openId} onFollow={onClose} />
    </Drawer>
  );
}
