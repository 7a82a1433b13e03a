import { Box, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch } from 'react-router';
import type { Citation } from '../../../shared/chat';
import classes from './chatPage.module.css';
import { ChatColumn } from './chatColumn';
import { ConversationList } from './conversationList';

/** What slides over the page comes with its first use. */
const PassageDrawer = lazy(async () => ({
  default: (await import('../documents/passageDrawer')).PassageDrawer,
}));
const ConversationDrawer = lazy(async () => ({
  default: (await import('./conversationDrawer')).ConversationDrawer,
}));

/** The chat: own conversations beside the open one, and the passage behind a citation on top. */
export function ChatPage() {
  const { t } = useTranslation('chat');
  const conversationId = useMatch('/c/:conversationId')?.params.conversationId;
  const [citation, setCitation] = useState<Citation | null>(null);
  const [listOpened, list] = useDisclosure(false);
  const shownOnce = useOnce(citation !== null);
  const listShownOnce = useOnce(listOpened);
  return (
    <Box className={classes.page}>
      <title>{`${t('title')} · NaruTalk`}</title>
      <Box component="aside" className={classes.sidebar} visibleFrom="sm">
        <ConversationList openId={conversationId} />
      </Box>
      <Suspense>
        {(listOpened || listShownOnce) && (
          <ConversationDrawer opened={listOpened} openId={conversationId} onClose={list.close} />
        )}
      </Suspense>
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
      <Suspense>
        {(citation ?? shownOnce) && <PassageDrawer citation={citation} onClose={() => setCitation(null)} />}
      </Suspense>
    </Box>
  );
}

/** True from the first time on: what has slid in once stays, to slide out again. */
function useOnce(now: boolean): boolean {
  const [once, setOnce] = useState(now);
  useEffect(() => {
    if (now) setOnce(true);
  }, [now]);
  return once;
}
