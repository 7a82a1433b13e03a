import { Progress, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PerformanceDto } from '../../../shared/statistics';
import { ErrorNotice } from '../../components/errorNotice';
import { formatCount, formatMoney, formatRatio, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { FigureCard } from './figureCard';
import { FreshnessNote } from './freshnessNote';
import { readPerformance, type Whose } from './performanceApi';

/** The figures of a month in one row of cards. */
export function PerformanceSummary({ whose, month }: { whose: Whose; month: string }) {
  const summary = useQuery({
    queryKey: ['performance', whose, month],
    queryFn: () => readPerformance(whose, month),
  });
  if (summary.isPending) return <Skeleton h={120} />;
  if (summary.error) return <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />;
  return <Cards performance={summary.data} />;
}

function Cards({ performance }: { performance: PerformanceDto }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const { amount, quantity, targetAmount, achievementRate, previous, lastYear, scope, period, asOf } =
    performance;
  const won = (value: number) => formatMoney(value, language);
  const growth = (rate: number | null) =>
    rate === null ? noValue : `${rate > 0 ? '+' : ''}${formatRatio(rate)}`;
  const before = ({ amount: value, period: { from, to } }: PerformanceDto['previous']) =>
    t('before', { amount: won(value), from, to });
  return (
    <Stack gap="xs" data-testid="performance-summary">
      <SimpleGrid type="container" cols={{ base: 2, '760px': 5 }} spacing="sm">
        <FigureCard label={t('amount')} value={won(amount)}>
          {t('quantity', { quantity: formatCount(quantity) })}
        </FigureCard>
        <FigureCard
          label={t('achievement')}
          value={achievementRate === null ? noValue : formatRatio(achievementRate)}
        >
          {targetAmount === null ? t('noTarget') : t('target', { amount: won(targetAmount) })}
          {achievementRate !== null && (
            <Progress
              value={Math.min(100, achievementRate * 100)}
              size="sm"
              mt={6}
              aria-label={t('achievement')}
            />
          )}
        </FigureCard>
        <FigureCard label={t('growthOnPrevious')} value={growth(previous.growth)}>
          {before(previous)}
        </FigureCard>
        <FigureCard label={t('growthOnLastYear')} value={growth(lastYear.growth)}>
          {before(lastYear)}
        </FigureCard>
        <FigureCard label={t('visits')} value={formatCount(performance.visits)}>
          {t('visitsOf', { number: performance.customersVisited })}
        </FigureCard>
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('about', { scope, from: period.from, to: period.to, asOf })}
      </Text>
      <FreshnessNote freshness={performance.freshness} />
    </Stack>
  );
}
