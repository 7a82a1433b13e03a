import { Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditTurnDto } from '../../../shared/audit';
import { formatCount, formatTime, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { AnswerText } from '../chat/answerText';
import { CitationList } from '../chat/citationList';
import { KnownPassageDrawer, type OpenedCitation } from './knownPassageDrawer';
import { TurnStatusBadge } from './turnStatusBadge';

/** What was asked and answered, by whom and when. */
export function TurnRecord({ turn }: { turn: AuditTurnDto }) {
  const { t } = useTranslation('audit');
  const { turnId, citations } = turn;
  const [opened, setOpened] = useState<OpenedCitation | null>(null);
  const open = (citation: OpenedCitation['citation']) => setOpened({ turnId, citation });
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
          <AnswerText text={turn.answer || noValue} citations={citations} onOpenCitation={open} />
        </div>
        <CitationList citations={citations} onOpenCitation={open} />
      </Stack>
      <KnownPassageDrawer opened={opened} onClose={() => setOpened(null)} />
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
