import { Group, Loader, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { AnswerText } from './answerText';
import { CitationList } from './citationList';
import type { Turn } from './conversationState';
import { StepList } from './stepList';
import { TurnOutcome } from './turnOutcome';

/** Tables come with the first one. */
const ResultTableView = lazy(async () => ({
  default: (await import('../figures/resultTableView')).ResultTableView,
}));

interface AnswerBodyProps {
  turn: Turn;
  onOpenCitation: (citation: Citation) => void;
  /** Where a table (from 1) can be had whole, null: not yet; missing where none can. */
  exportPath?: (place: number) => string | null;
  /** Asks the same question once more; missing while nothing can be asked. */
  onAskAgain?: () => void;
}

/** What there is of an answer: steps, text, tables, evidence, and how it ended. */
export function AnswerBody({ turn, onOpenCitation, exportPath, onAskAgain }: AnswerBodyProps) {
  const running = turn.status === 'running';
  return (
    <>
      <StepList steps={turn.steps} running={running} />
      {running && turn.steps.length === 0 && turn.text === '' && <Waiting turn={turn} />}
      <AnswerText text={turn.text} citations={turn.citations} onOpenCitation={onOpenCitation} />
      {turn.tables.map((table, index) => (
        <Suspense key={index} fallback={<Loader size={14} />}>
          <ResultTableView table={table} exportPath={exportPath?.(index + 1)} />
        </Suspense>
      ))}
      <CitationList citations={turn.citations} onOpenCitation={onOpenCitation} />
      <TurnOutcome turn={turn} onAskAgain={onAskAgain} />
    </>
  );
}

/** Nothing of the answer is there yet: it is being prepared, or it waits for its place. */
function Waiting({ turn: { queuePosition } }: { turn: Turn }) {
  const { t } = useTranslation('chat');
  if (queuePosition === undefined)
    return <Loader type="dots" size="sm" role="img" aria-label={t('answering')} />;
  return (
    <Group gap="xs" role="status" data-testid="queue-position">
      <Loader size={14} aria-hidden />
      <Text size="sm">{t('queued', { place: queuePosition })}</Text>
    </Group>
  );
}
