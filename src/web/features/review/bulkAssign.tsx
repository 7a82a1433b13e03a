import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagDto } from '../../../shared/review';
import { AssigneeSelect } from './assigneeSelect';
import { assignFlags } from './reviewApi';
import { useReviewChange } from './useReviewChange';

/** Flags that one call assigns at most, as the server has it. */
const mostAtOnce = 100;

/** Gives the ticked flags to somebody, or to nobody. */
export function BulkAssign({ flags, onDone }: { flags: FlagDto[]; onDone: () => void }) {
  const { t } = useTranslation('review');
  const [assigneeNo, setAssigneeNo] = useState<string | null>(null);
  const some = flags.slice(0, mostAtOnce).map(({ id, version }) => ({ id, version }));
  const assignment = useReviewChange(
    () => assignFlags({ flags: some, assigneeNo }),
    ({ assigned, changedMeanwhile }) => {
      const isWhole = changedMeanwhile.length === 0;
      notifications.show({
        color: isWhole ? 'green' : 'orange',
        message: t(isWhole ? 'assign.done' : 'assign.partly', {
          count: assigned.length,
          left: changedMeanwhile.length,
        }),
      });
      onDone();
    },
  );
  return (
    <Group align="flex-end" role="group" aria-label={t('assign.title')} data-testid="bulk-assign">
      <Text size="sm" pb={8} role="status">
        {t('assign.chosen', { count: some.length })}
      </Text>
      <AssigneeSelect
        label={t('assign.to')}
        placeholder={t('filter.nobody')}
        value={assigneeNo}
        onChange={setAssigneeNo}
      />
      <Button
        onClick={() => assignment.mutate(undefined)}
        loading={assignment.isPending}
        data-testid="bulk-assign-submit"
      >
        {t('assign.submit')}
      </Button>
    </Group>
  );
}
