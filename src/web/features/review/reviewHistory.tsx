import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FlagDto, ReviewChangeDto } from '../../../shared/review';
import { formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { useChangeInWords } from './useChangeInWords';

interface ReviewHistoryProps {
  changes: ReviewChangeDto[];
  flags: FlagDto[];
}

/** All that was done about a turn, the first first. */
export function ReviewHistory({ changes, flags }: ReviewHistoryProps) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const inWords = useChangeInWords();
  if (changes.length === 0) return null;
  return (
    <details data-testid="review-history">
      <summary>{t('history.title', { count: changes.length })}</summary>
      <List size="sm" mt="xs" listStyleType="none" spacing={4}>
        {changes.map((change) => (
          <List.Item key={change.id}>
            <Text span size="xs" c="dimmed">
              {formatRelativeTime(change.changedAt, language)} ·{' '}
              {change.changedBy?.name ?? t('panel.program')}
            </Text>{' '}
            {inWords(
              change,
              flags.find(({ id }) => id === change.flagId),
            )}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
