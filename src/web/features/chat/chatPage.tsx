import { Box, Button, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartBar, IconMessages } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch } from 'react-router';
import type { Citation } from '../../../shared/chat';
import type { Beside } from '../beside/beside';
import { BesidePanel } from '../beside/besidePanel';
import { OpenCustomerContext } from '../customers/openCustomer';
import { PassageDrawer } from '../documents/passageDrawer';
import classes from './chatPage.module.css';
import { ChatColumn } from './chatColumn';
import { ConversationList } from './conversationList';
import { focusComposer } from './focusComposer';
import { newChat, useDraft } from './useDraft';

/**
 * The chat: own conversations on one side of the open one, on the other a customer's sheet or the own performance, and the passage
 * behind a citation on top.
 */
export function ChatPage() {
  const { t } = useTranslation(['chat', 'common']);
  const conversationId = useMatch('/c/:conversationId')?.params.conversationId;
  const [citation, setCitation] = useState<Citation | null>(null);
  const [beside, setBeside] = useState<Beside | null>(null);
  const [listOpened, list] = useDisclosure(false);
  const { setDraft, draft } = useDraft(conversationId ?? newChat);
  const openCustomer = useCallback((code: string) => setBeside({ kind: 'customer', code }), []);
  const addToDraft = (question: string) => {
    setDraft([draft, question].filter(Boolean).join('\n'));
    focusComposer();
  };
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
        <Group className={classes.bar} gap="xs">
          <Button
            hiddenFrom="sm"
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconMessages size={16} aria-hidden />}
            onClick={list.open}
          >
            {t('conversations')}
          </Button>
          <Button
            className={classes.ownFigures}
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            size="compact-sm"
            leftSection={<IconChartBar size={16} aria-hidden />}
            aria-expanded={beside?.kind === 'performance'}
            onClick={() => setBeside(beside?.kind === 'performance' ? null : { kind: 'performance' })}
            data-testid="open-performance"
          >
            {t('beside.open')}
          </Button>
        </Group>
        <OpenCustomerContext value={openCustomer}>
          <ChatColumn conversationId={conversationId} onOpenCitation={setCitation} />
        </OpenCustomerContext>
      </Box>
      <OpenCustomerContext value={openCustomer}>
        <BesidePanel opened={beside} onClose={() => setBeside(null)} onDraft={addToDraft} />
      </OpenCustomerContext>
      <PassageDrawer citation={citation} onClose={() => setCitation(null)} />
    </Box>
  );
}
