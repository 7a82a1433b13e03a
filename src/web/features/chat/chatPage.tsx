import { Box, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartBar, IconMessages } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch } from 'react-router';
import type { Citation } from '../../../shared/chat';
import type { Beside } from '../beside/beside';
import { OpenCustomerContext } from '../customers/openCustomer';
import { loadRestOfTexts } from '../../lib/i18n';
import { useOnce } from '../../lib/useOnce';
import classes from './chatPage.module.css';
import { ChatColumn } from './chatColumn';
import { ConversationList } from './conversationList';
import { focusComposer } from './focusComposer';
import { newChat, useDraft } from './useDraft';

/** What slides over or beside the page comes with its first use. */
const PassageDrawer = lazy(async () => {
  const [{ PassageDrawer }] = await Promise.all([import('../documents/passageDrawer'), loadRestOfTexts()]);
  return { default: PassageDrawer };
});
const ConversationDrawer = lazy(async () => ({
  default: (await import('./conversationDrawer')).ConversationDrawer,
}));
const BesidePanel = lazy(async () => {
  const [{ BesidePanel }] = await Promise.all([import('../beside/besidePanel'), loadRestOfTexts()]);
  return { default: BesidePanel };
});

/**
 * The chat: own conversations on one side of the open one, on the other a customer's sheet or the own performance, and the passage
 * behind a citation on top.
 */
export function ChatPage() {
  const { t } = useTranslation('chat');
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
  const passageShownOnce = useOnce(citation !== null);
  const listShownOnce = useOnce(listOpened);
  const besideShownOnce = useOnce(beside !== null);
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
        <Suspense>
          {(beside ?? besideShownOnce) && (
            <BesidePanel opened={beside} onClose={() => setBeside(null)} onDraft={addToDraft} />
          )}
        </Suspense>
      </OpenCustomerContext>
      <Suspense>
        {(citation ?? passageShownOnce) && (
          <PassageDrawer citation={citation} onClose={() => setCitation(null)} />
        )}
      </Suspense>
    </Box>
  );
}
