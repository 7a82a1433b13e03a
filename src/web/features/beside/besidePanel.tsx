import { ActionIcon, Box, Drawer, Group, Title } from '@mantine/core';
import { useMediaQuery, useMounted } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFallback } from '../../components/pageFallback';
import type { Beside } from './beside';
import classes from './beside.module.css';

// Tables and charts are not needed for the first question.
const CustomerBeside = lazy(async () => ({ default: (await import('./customerBeside')).CustomerBeside }));
const PerformanceBeside = lazy(async () => ({
  default: (await import('./performanceBeside')).PerformanceBeside,
}));

/** From this width on (that of a small laptop), a panel and a conversation can both be read. */
const wideScreen = '(min-width: 1100px)';

interface BesidePanelProps {
  /** Null: closed. */
  opened: Beside | null;
  onClose: () => void;
  /** Puts a question where questions are written. */
  onDraft: (question: string) => void;
}

/** A customer's sheet or the own performance beside the conversation; over it where there is no room. */
export function BesidePanel({ opened, onClose, onDraft }: BesidePanelProps) {
  const { t } = useTranslation(['chat', 'common']);
  const isWide = useMediaQuery(wideScreen, undefined, { getInitialValueInEffect: false });
  const mounted = useMounted();
  const title = opened?.kind === 'performance' ? t('beside.performance') : t('beside.customer');
  const draft = (question: string) => {
    if (!isWide) onClose();
    onDraft(question);
  };
  if (!isWide) {
    return (
      <Drawer
        // Loaded with its first use it has to open, not to stand open: else it does not know where the focus was.
        opened={mounted && opened !== null}
        onClose={onClose}
        position="right"
        size="100%"
        title={title}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        data-testid="beside-drawer"
      >
        {opened && <Content opened={opened} onDraft={draft} />}
      </Drawer>
    );
  }
  if (!opened) return null;
  return (
    <Box component="aside" className={classes.panel} aria-label={title} data-testid="beside-panel">
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('common:close')} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Content opened={opened} onDraft={draft} />
    </Box>
  );
}

function Content({ opened, onDraft }: { opened: Beside; onDraft: (question: string) => void }) {
  return (
    <Suspense fallback={<PageFallback />}>
      {opened.kind === 'customer' ? (
        <CustomerBeside code={opened.code} onDraft={onDraft} />
      ) : (
        <PerformanceBeside />
      )}
    </Suspense>
  );
}
