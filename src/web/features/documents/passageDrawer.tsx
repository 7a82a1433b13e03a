import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Citation } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { findChunk, readDocument } from './documentsApi';
import { PassageFrame } from './passageFrame';
import { PassageView } from './passageView';

interface PassageDrawerProps {
  /** The citation to show; null: closed. */
  citation: Citation | null;
  onClose: () => void;
}

/** The passage behind a citation, asked of the server again: who may not read it any more does not see it. */
export function PassageDrawer({ citation, onClose }: PassageDrawerProps) {
  return (
    <PassageFrame wide onClose={onClose}>
      {citation && <Passage key={`${citation.chunkId} ${citation.charStart}`} citation={citation} />}
    </PassageFrame>
  );
}

function Passage({ citation }: { citation: Citation }) {
  const { documentId, chunkId } = citation;
  const passage = useQuery({
    queryKey: ['passage', documentId, chunkId],
    queryFn: async () => {
      const [document, chunk] = await Promise.all([readDocument(documentId), findChunk(documentId, chunkId)]);
      return { document, chunk };
    },
  });
  if (passage.isPending) return <PageFallback />;
  return (
    <Stack>
      {passage.error && <ErrorNotice error={passage.error} onRetry={() => void passage.refetch()} />}
      {passage.data && <PassageView citation={citation} {...passage.data} />}
    </Stack>
  );
}
