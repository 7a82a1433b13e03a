import { Box, Button, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch } from 'react-router';
import type { Citation } from '../../../shared/chat';
import { PassageDrawer } from '../documents/passageDrawer';
import classes from './chatPage.module.css';
import { ChatColumn } from './chatColumn';
import { ConversationList } from './conversationList';

/** The chat: own conversations beside the open one, and the passage behind a citation on top. */
export function ChatPage() {
  const { t } = useTranslation(['chat', 'common']);
  const conversationId = useMatch('/c/:conversationId')?.params.conversationId;
  const [citation, setCitation] = useState<Citation | null>(null);
  const [listOpened, list] = useDisclosure(false);
  return (
    <Box className={classes.page}>
      <title>{`${t('title')} · NaruTalk`}</title>
      <Box component="aside" className={classes.sidebar} visibleFrom="sm">
        <ConversationList openId={conversationId} />
      </Box>
      <Drawer
        opened={listOpened}
        onClose={list.close}
        title={t('conversations')}
        size="xs"
        hiddenFrom="sm"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ConversationList openId={conversationId} onFollow={list.close} />
      </Drawer>
      <Box component="main" className={classes.main}>
        <Group className={classes.phoneBar} hiddenFrom="sm">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconMessages size={16} aria-hidden />}
            onClick={list.open}
          >
            {t('conversations')}
          </Button>
        </Group>
        <ChatColumn conversationId={conversationId} onOpenCitation={setCitation} />
      </Box>
      <PassageDrawer citation={citation} onClose={() => setCitation(null)} />
    </Box>
  );
}
