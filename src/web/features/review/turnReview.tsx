import { Group, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { may, useEmployee } from '../../lib/session';
import { CaseButton } from './caseButton';
import { FlagCard } from './flagCard';
import { RaiseFlagForm } from './raiseFlagForm';
import { readTurnFlags, reviewKey } from './reviewApi';
import { ReviewHistory } from './reviewHistory';
import { ScoreForm } from './scoreForm';

/** What analysts say of one turn: its flags with their decisions, scores, and what was done when by whom. */
export function TurnReview({ turnId }: { turnId: string }) {
  const { t } = useTranslation('review');
  const mayReview = may(useEmployee(), 'audit.review');
  const flags = useQuery({
    queryKey: [...reviewKey, 'turn', turnId],
    queryFn: () => readTurnFlags(turnId),
  });
  const section = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  const isRead = flags.isSuccess;
  useEffect(() => {
    if (isRead && hash === '#review') section.current?.scrollIntoView({ block: 'start' });
  }, [isRead, hash]);
  return (
    <section ref={section} id="review" aria-labelledby="review-title" data-testid="turn-review">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="review-title">
          {t('panel.title')}
        </Title>
        {mayReview && <CaseButton turnId={turnId} />}
      </Group>
      {flags.isPending && <PageFallback />}
      {flags.error && <ErrorNotice error={flags.error} onRetry={() => void flags.refetch()} />}
      {flags.data && (
        <Stack>
          {flags.data.items.map((flag) => (
            // As somebody else changed it: what was typed on top of an older one is not saved over that.
            <FlagCard key={`${flag.id} ${flag.version}`} flag={flag} mayReview={mayReview} />
          ))}
          {mayReview && !flags.data.items.some(({ kind }) => kind === 'manual') && (
            <RaiseFlagForm turnId={turnId} isFirst={flags.data.items.length === 0} />
          )}
          <Paper withBorder p="md">
            <ScoreForm turnId={turnId} mayReview={mayReview} />
          </Paper>
          <ReviewHistory changes={flags.data.history} flags={flags.data.items} />
        </Stack>
      )}
    </section>
  );
}
