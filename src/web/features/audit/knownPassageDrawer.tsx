import { Stack, Text } from '@mantine/core';
import type { Citation } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { PassageFrame } from '../documents/passageFrame';
import classes from './knowledge.module.css';
import { KnownPassageFacts, KnownPassageText } from './knownPassage';
import { useKnowledge } from './useKnowledge';

/** A citation of a turn's answer. */
export interface OpenedCitation {
  turnId: string;
  citation: Citation;
}

interface KnownPassageDrawerProps {
  /** Null: closed. */
  opened: OpenedCitation | null;
  onClose: () => void;
}

/** The passage behind a citation as it was when the answer was written, whatever became of its document. */
export function KnownPassageDrawer({ opened, onClose }: KnownPassageDrawerProps) {
  return <PassageFrame onClose={onClose}>{opened && <KnownPassageOf {...opened} />}</PassageFrame>;
}

function KnownPassageOf({ turnId, citation }: OpenedCitation) {
  const knowledge = useKnowledge(turnId);
  if (knowledge.isPending) return <PageFallback />;
  if (knowledge.error)
    return <ErrorNotice error={knowledge.error} onRetry={() => void knowledge.refetch()} />;
  const passage = knowledge.data.passages.find(({ number }) => number === citation.number);
  return (
    <Stack>
      {passage ? (
        <>
          <KnownPassageFacts passage={passage} />
          <KnownPassageText passage={passage} />
        </>
      ) : (
        <>
          <Text fw={600}>{citation.title}</Text>
          <mark className={classes.quote}>{citation.quote}</mark>
        </>
      )}
    </Stack>
  );
}
