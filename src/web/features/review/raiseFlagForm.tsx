import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { raiseFlag } from './reviewApi';
import { useReviewChange } from './useReviewChange';

interface RaiseFlagFormProps {
  turnId: string;
  /** Nothing has flagged the turn yet. */
  isFirst: boolean;
}

/** Flags a turn by hand, with what is to be looked at. */
export function RaiseFlagForm({ turnId, isFirst }: RaiseFlagFormProps) {
  const { t } = useTranslation('review');
  const [comment, setComment] = useState('');
  const raising = useReviewChange(
    () => raiseFlag(turnId, comment.trim()),
    () => setComment(''),
  );
  const raise = (event: SubmitEvent) => {
    event.preventDefault();
    raising.mutate(undefined);
  };
  return (
    <Paper withBorder p="md">
      {isFirst && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('raise.none')}
        </Text>
      )}
      <form onSubmit={raise}>
        <Group align="flex-end">
          <TextInput
            label={t('raise.comment')}
            placeholder={t('raise.example')}
            maxLength={2000}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
            style={{ flex: '1 1 240px' }}
            data-testid="raise-comment"
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconFlag size={16} aria-hidden />}
            loading={raising.isPending}
            disabled={comment.trim() === ''}
            data-testid="raise-flag"
          >
            {t('raise.submit')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
