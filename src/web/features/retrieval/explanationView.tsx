import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchExplanation } from '../../../shared/search';
import { EvidenceNotice } from './evidenceNotice';
import { PassageColumn } from './passageColumn';
import { SearchFacts } from './searchFacts';
import { formatScore, placesByChunk } from './searchTest';

/** A search laid open: would it answer, what was asked of the index, what each leg found, what became of it. */
export function ExplanationView({ explanation }: { explanation: SearchExplanation }) {
  const { t } = useTranslation('retrieval');
  const { legs, items, mode } = explanation;
  const places = placesByChunk(explanation);
  return (
    <Stack gap="lg" data-testid="explanation">
      <EvidenceNotice explanation={explanation} />
      <SearchFacts explanation={explanation} />
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        <PassageColumn
          title={t('column.lexical')}
          description={t('column.lexicalHelp')}
          passages={legs.lexical.map((hit) => ({ ...hit, score: formatScore(hit.score) }))}
          places={places}
          list="lexical"
        />
        <PassageColumn
          title={t('column.vector')}
          description={t('column.vectorHelp')}
          passages={legs.vector.map((hit) => ({ ...hit, score: formatScore(hit.score) }))}
          places={places}
          list="vector"
          whenEmpty={mode === 'keyword' ? <Text size="sm">{t('column.noModel')}</Text> : undefined}
        />
        <PassageColumn
          title={t('column.fused')}
          description={t('column.fusedHelp')}
          passages={items.map((item, at) => ({ ...item, rank: at + 1, score: formatScore(item.score) }))}
          places={places}
          list="fused"
        />
      </SimpleGrid>
    </Stack>
  );
}
