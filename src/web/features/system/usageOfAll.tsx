import { Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UsageDto } from '../../../shared/usage';
import { formatWon } from '../../../shared/won';
import { ErrorNotice } from '../../components/errorNotice';
import { formatCount, formatRatio, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { readUsage, systemKey } from './systemApi';

/** What everybody has used today, against what everybody may. */
export function UsageOfAll() {
  const { t } = useTranslation('system');
  const language = useLanguage();
  const usage = useQuery({ queryKey: [...systemKey, 'usage'], queryFn: readUsage });
  if (usage.error) return <ErrorNotice error={usage.error} onRetry={() => void usage.refetch()} />;
  if (!usage.data?.everybody) return null;
  const { everybody, nextDayAt } = usage.data;
  return (
    <section aria-labelledby="usage-of-all">
      <Title order={2} size="h4" id="usage-of-all">
        {t('usage.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('usage.until', { time: formatTime(nextDayAt, language) })}
      </Text>
      <Figures everybody={everybody} />
    </section>
  );
}

function Figures({ everybody }: { everybody: NonNullable<UsageDto['everybody']> }) {
  const { t } = useTranslation('system');
  const { turns, people, running, inputTokens, outputTokens, costKrw, limits } = everybody;
  const figures = [
    { name: 'people', shown: formatCount(people) },
    { name: 'turns', shown: formatCount(turns) },
    { name: 'running', shown: formatCount(running) },
    {
      name: 'tokens',
      shown: formatCount(inputTokens + outputTokens),
      of: limits.dailyTokens,
      used: inputTokens + outputTokens,
    },
    { name: 'cost', shown: formatWon(costKrw), of: limits.dailyKrw, used: costKrw },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} data-testid="usage-of-all">
      {figures.map((figure) => (
        <Paper key={figure.name} withBorder p="md">
          <Stack gap={4}>
            <Text size="sm" c="dimmed">
              {t(`usage.${figure.name}`)}
            </Text>
            <Text fw={600}>{figure.shown}</Text>
            {'of' in figure && <Share used={figure.used} of={figure.of} label={t(`usage.${figure.name}`)} />}
          </Stack>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Share({ used, of, label }: { used: number; of: number | null; label: string }) {
  const { t } = useTranslation('system');
  if (of === null)
    return (
      <Text size="xs" c="dimmed">
        {t('usage.noLimit')}
      </Text>
    );
  const share = used / of;
  return (
    <>
      <Progress
        value={Math.min(100, 100 * share)}
        size="sm"
        aria-label={label}
        color={share > 0.8 ? 'red' : 'naru'}
      />
      <Text size="xs" c="dimmed">
        {t('usage.share', { share: formatRatio(share), limit: formatCount(of) })}
      </Text>
    </>
  );
}
