import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FreshnessDto } from '../../../shared/statistics';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

/** How old the monthly figures are. */
export function FreshnessNote({ freshness: { refreshedAt, stale } }: { freshness: FreshnessDto }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const when =
    refreshedAt === null
      ? t('freshness.unknown')
      : t('freshness.refreshed', { time: formatTime(refreshedAt, language) });
  return (
    <Text size="xs" c="dimmed">
      {stale ? `${when} ${t('freshness.stale')}` : when}
    </Text>
  );
}
