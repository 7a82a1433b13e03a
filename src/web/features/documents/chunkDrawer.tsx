import { Badge, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChunkDto, DocumentDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { chunksPath } from './documentsApi';
import classes from './passage.module.css';

interface ChunkDrawerProps {
  /** Undefined: closed. */
  document?: DocumentDto;
  onClose: () => void;
}

/** What the search knows of a document: its passages, in order. */
export function ChunkDrawer({ document, onClose }: ChunkDrawerProps) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Drawer
      opened={document !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={document?.title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {document && <Chunks documentId={document.id} />}
    </Drawer>
  );
}

function Chunks({ documentId }: { documentId: string }) {
  const { t } = useTranslation(['documents', 'common']);
  const pages = usePages<ChunkDto>(['chunks', documentId], chunksPath(documentId));
  if (pages.isPending) return <PageFallback />;
  return (
    <Stack>
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <Text c="dimmed">{t('noChunks')}</Text>}
      {pages.items.map((chunk) => (
        <Paper key={chunk.chunkId} withBorder p="md" data-testid="chunk">
          <Group gap="xs" mb="xs">
            <Badge variant="default">{chunk.ordinal + 1}</Badge>
            {chunk.page !== null && <Text size="xs">{t('passage.page', { page: chunk.page })}</Text>}
            <Text size="xs" c="dimmed">
              {chunk.heading}
            </Text>
          </Group>
          <Text size="sm" className={classes.passage}>
            {chunk.text}
          </Text>
        </Paper>
      ))}
      <LoadMore pages={pages} />
    </Stack>
  );
}
