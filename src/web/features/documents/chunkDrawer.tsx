import { Badge, Box, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChunkDto, DocumentDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { type ChunkFamily, chunkFamilies } from './chunkFamilies';
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
      {chunkFamilies(pages.items).map((family) => (
        <Family key={family.parentId} family={family} />
      ))}
      <LoadMore pages={pages} />
    </Stack>
  );
}

/** Chunks are found one by one; what an answer reads is the passage they make together. */
function Family({ family: { chunks, charStart, charEnd } }: { family: ChunkFamily }) {
  const { t } = useTranslation('documents');
  const together = {
    first: chunks[0]!.ordinal + 1,
    last: chunks.at(-1)!.ordinal + 1,
    from: charStart,
    to: charEnd,
  };
  return (
    <Paper withBorder component="section" data-testid="chunk-family">
      {chunks.length > 1 && (
        <Text size="xs" c="dimmed" px="md" pt="xs">
          {t('chunk.family', together)}
        </Text>
      )}
      {chunks.map((chunk) => (
        <Chunk key={chunk.chunkId} chunk={chunk} />
      ))}
    </Paper>
  );
}

function Chunk({ chunk }: { chunk: ChunkDto }) {
  const { t } = useTranslation('documents');
  return (
    <Box px="md" py="sm" className={classes.chunk} data-testid="chunk">
      <Group gap="xs" mb={4}>
        <Badge variant="default">{chunk.ordinal + 1}</Badge>
        {chunk.page !== null && <Text size="xs">{t('passage.page', { page: chunk.page })}</Text>}
        <Text size="xs" c="dimmed">
          {t('chunk.range', { from: chunk.charStart, to: chunk.charEnd })}
        </Text>
      </Group>
      {chunk.heading && (
        <Text size="xs" fw={600} mb={4}>
          {chunk.heading}
        </Text>
      )}
      <Text size="sm" className={classes.passage}>
        {chunk.text}
      </Text>
    </Box>
  );
}
