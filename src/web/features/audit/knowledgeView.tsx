import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnowledgeDto, KnownPassage } from '../../../shared/replay';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { KnownPassageCard } from './knownPassageCard';
import { KnownRowsCard } from './knownRowsCard';
import { useKnowledge } from './useKnowledge';

/** What an answer knew: the passages and the figures of its moment. */
export function KnowledgeView({ turnId }: { turnId: string }) {
  const { t } = useTranslation('replay');
  const knowledge = useKnowledge(turnId);
  if (knowledge.isPending) return <PageFallback />;
  if (knowledge.error)
    return <ErrorNotice error={knowledge.error} onRetry={() => void knowledge.refetch()} />;
  const { passages, rows } = knowledge.data;
  if (passages.length === 0 && rows.length === 0) return <Text c="dimmed">{t('known.none')}</Text>;
  return (
    <Stack data-testid="knowledge">
      <Text size="sm" c="dimmed">
        {t('known.help')}
      </Text>
      <Passages passages={passages} />
      <Rows rows={rows} />
    </Stack>
  );
}

function Passages({ passages }: Pick<KnowledgeDto, 'passages'>) {
  const { t } = useTranslation('replay');
  if (passages.length === 0) return null;
  return (
    <section aria-labelledby="known-passages">
      <Title order={3} size="h5" id="known-passages" mb="xs">
        {t('known.passages')}
      </Title>
      <Stack>
        {bySearch(passages).map(([spanId, found]) => (
          <Stack key={spanId} gap="xs">
            <Text size="sm" fw={500}>
              {t('known.search', { query: found[0]!.query })}
            </Text>
            {found.map((passage) => (
              <KnownPassageCard key={passage.chunkId} passage={passage} />
            ))}
          </Stack>
        ))}
      </Stack>
    </section>
  );
}

/** Passages of one search stand together, in the order of the searches. */
function bySearch(passages: KnownPassage[]): [string, KnownPassage[]][] {
  const searches = new Map<string, KnownPassage[]>();
  for (const passage of passages) {
    const found = searches.get(passage.spanId) ?? [];
    searches.set(passage.spanId, [...found, passage]);
  }
  return [...searches];
}

function Rows({ rows }: Pick<KnowledgeDto, 'rows'>) {
  const { t } = useTranslation('replay');
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="known-rows">
      <Title order={3} size="h5" id="known-rows" mb="xs">
        {t('known.rows')}
      </Title>
      <Stack>
        {rows.map((read) => (
          <KnownRowsCard key={read.spanId} read={read} />
        ))}
      </Stack>
    </section>
  );
}
