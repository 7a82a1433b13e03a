import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AuditTurnDto } from '../../../shared/audit';
import type { Citation } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { formatCount, formatTime, noValue } from '../../lib/format';
import { may, useEmployee } from '../../lib/session';
import { useLanguage } from '../../lib/useLanguage';
import { AnswerText } from '../chat/answerText';
import { CitationList } from '../chat/citationList';
import { PassageDrawer } from '../documents/passageDrawer';
import { TurnReview } from '../review/turnReview';
import { ApproveButton } from '../verifiedQueries/approveButton';
import { readTurn } from './auditApi';
import { TraceView } from './traceView';
import { TurnStatusBadge } from './turnStatusBadge';

/** One turn for review: question, answer, evidence, and every step behind it. */
export function TurnPage() {
  const { t } = useTranslation('audit');
  const { turnId = '' } = useParams();
  const turn = useQuery({ queryKey: ['turn', turnId], queryFn: () => readTurn(turnId) });
  // Only figures are approved, and they come as tables.
  const mayApprove = may(useEmployee(), 'queries.verify') && (turn.data?.tables.length ?? 0) > 0;
  return (
    <Page title={t('turn.title')} actions={mayApprove && <ApproveButton turnId={turnId} />}>
      <Anchor component={Link} to="/audit" size="sm" c="var(--naru-link)">
        {t('turn.back')}
      </Anchor>
      {turn.isPending && <PageFallback />}
      {turn.error && <ErrorNotice error={turn.error} onRetry={() => void turn.refetch()} />}
      {turn.data && <TurnRecord turn={turn.data} />}
      <TurnReview turnId={turnId} />
      <section aria-labelledby="trace">
        <Title order={2} size="h4" id="trace" mb="sm">
          {t('trace.title')}
        </Title>
        <TraceView turnId={turnId} />
      </section>
    </Page>
  );
}

function TurnRecord({ turn }: { turn: AuditTurnDto }) {
  const { t } = useTranslation('audit');
  const [citation, setCitation] = useState<Citation | null>(null);
  return (
    <Paper withBorder p="md">
      <Stack>
        <TurnFacts turn={turn} />
        <div>
          <Text size="xs" fw={600} c="dimmed">
            {t('turn.question')}
          </Text>
          <Text fw={500} style={{ whiteSpace: 'pre-wrap' }} data-testid="turn-question">
            {turn.question}
          </Text>
        </div>
        <div>
          <Text size="xs" fw={600} c="dimmed">
            {t('turn.answer')}
          </Text>
          <AnswerText text={turn.answer || noValue} citations={turn.citations} onOpenCitation={setCitation} />
        </div>
        <CitationList citations={turn.citations} onOpenCitation={setCitation} />
      </Stack>
      <PassageDrawer citation={citation} onClose={() => setCitation(null)} />
    </Paper>
  );
}

function TurnFacts({ turn }: { turn: AuditTurnDto }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { employee } = turn;
  const facts = [
    `${employee.name} (${[employee.employeeNo, employee.team].filter(Boolean).join(', ')})`,
    formatTime(turn.startedAt, language),
    turn.model ?? '',
    turn.conversationDeletedAt
      ? t('turn.chatDeleted', { time: formatTime(turn.conversationDeletedAt, language) })
      : '',
    t('turn.tokens', { input: formatCount(turn.inputTokens), output: formatCount(turn.outputTokens) }),
  ];
  return (
    <Group gap="sm">
      <TurnStatusBadge status={turn.status} />
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </Group>
  );
}
