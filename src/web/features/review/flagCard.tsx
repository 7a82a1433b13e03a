import { Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { flagDecisions, type FlagDecision, type FlagDto } from '../../../shared/review';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { AssigneeSelect } from './assigneeSelect';
import { FlagKindBadge, FlagStatusBadge } from './flagBadges';
import { changeFlag } from './reviewApi';
import { useReviewChange } from './useReviewChange';

interface FlagCardProps {
  flag: FlagDto;
  mayReview: boolean;
}

/** One flag of a turn, and what is decided about it. */
export function FlagCard({ flag, mayReview }: FlagCardProps) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <Paper withBorder p="md" data-testid="flag-card" data-kind={flag.kind}>
      <Stack gap="sm">
        <Group gap="sm">
          <FlagStatusBadge flag={flag} />
          <FlagKindBadge flag={flag} />
          <Text size="xs" c="dimmed">
            {t('panel.raised', {
              who: flag.raisedBy?.name ?? t('panel.program'),
              time: formatTime(flag.raisedAt, language),
            })}
          </Text>
        </Group>
        {mayReview ? <FlagForm flag={flag} /> : flag.comment && <Text size="sm">{flag.comment}</Text>}
      </Stack>
    </Paper>
  );
}

function FlagForm({ flag }: { flag: FlagDto }) {
  const { t } = useTranslation('review');
  const { id, version } = flag;
  const [assigneeNo, setAssigneeNo] = useState(flag.assignee?.employeeNo ?? null);
  const [decision, setDecision] = useState<FlagDecision | null>(flag.decision);
  const [comment, setComment] = useState(flag.comment ?? '');
  const change = useReviewChange((status: 'open' | 'in_review' | undefined) =>
    changeFlag(id, {
      version,
      assigneeNo,
      comment: comment.trim() || null,
      ...(status ? { status } : decision ? { decision } : {}),
    }),
  );
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Group align="flex-end">
          <AssigneeSelect
            label={t('column.assignee')}
            placeholder={t('filter.nobody')}
            value={assigneeNo}
            onChange={setAssigneeNo}
          />
          <Select
            label={t('panel.decision')}
            placeholder={t('panel.undecided')}
            allowDeselect={flag.decision === null}
            data={flagDecisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
            value={decision}
            onChange={(value) => setDecision(value)}
            data-testid="flag-decision"
          />
        </Group>
        <Textarea
          label={t('panel.comment')}
          autosize
          minRows={2}
          maxLength={2000}
          value={comment}
          onChange={({ currentTarget }) => setComment(currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={change.isPending} data-testid="flag-save">
            {t(decision && flag.status !== 'decided' ? 'panel.decide' : 'panel.save')}
          </Button>
          {flag.status === 'open' && (
            <Button variant="default" disabled={change.isPending} onClick={() => change.mutate('in_review')}>
              {t('panel.begin')}
            </Button>
          )}
          {flag.status === 'decided' && (
            <Button variant="default" disabled={change.isPending} onClick={() => change.mutate('open')}>
              {t('panel.reopen')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
