import { Badge, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SearchIndexDto } from '../../../shared/searchIndex';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatCount } from '../../lib/format';
import { readSearchIndex, searchIndexKey } from './retrievalApi';

/** Milliseconds between two looks while the index is being rebuilt. */
const rebuildLookMs = 1500;

/** What the search index holds, and how far a rebuild is. */
export function IndexState() {
  const index = useQuery({
    queryKey: searchIndexKey,
    queryFn: readSearchIndex,
    refetchInterval: ({ state }) => (state.data?.rebuilding ? rebuildLookMs : false),
  });
  if (index.isPending) return <PageFallback />;
  if (index.error) return <ErrorNotice error={index.error} onRetry={() => void index.refetch()} />;
  return <IndexFacts index={index.data} />;
}

function IndexFacts({ index }: { index: SearchIndexDto }) {
  const { t } = useTranslation('retrieval');
  const { engine, documents, chunks, embeddingModel, words, rebuilding } = index;
  const facts = [
    [t('index.engine'), engine],
    [
      t('index.contentLabel'),
      t('index.content', { documents: formatCount(documents), chunks: formatCount(chunks) }),
    ],
    [
      t('index.wordsLabel'),
      t('index.words', { products: formatCount(words.products), added: formatCount(words.added) }),
    ],
    [t('index.model'), embeddingModel ?? t('index.noModel')],
  ] as const;
  return (
    <Paper withBorder p="md" data-testid="index-state" data-rebuilding={rebuilding !== null}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('index.title')}
        </Title>
        <Group gap="lg">
          {facts.map(([label, value]) => (
            <Group key={label} gap={6}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              <Badge variant="default">{value}</Badge>
            </Group>
          ))}
        </Group>
        {rebuilding ? (
          <div role="status">
            <Text size="sm">
              {t('index.rebuilding', { progress: rebuilding.progress })}{' '}
              {t(`index.reason.${rebuilding.reason}`)}
            </Text>
            <Progress value={rebuilding.progress} size="sm" mt={6} aria-label={t('index.title')} animated />
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t('index.upToDate')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
