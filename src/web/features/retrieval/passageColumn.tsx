import { Badge, Group, Paper, Spoiler, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegHit } from '../../../shared/search';
import type { Places } from './searchTest';

type ListName = keyof Places;

/** A passage with its score as it is shown. */
type ListedPassage = Omit<LegHit, 'score'> & { score: string };

interface PassageColumnProps {
  title: string;
  description: string;
  list: ListName;
  passages: ListedPassage[];
  places: Map<string, Places>;
  /** Why it is empty, where that has a reason of its own. */
  whenEmpty?: ReactNode;
}

const listNames: ListName[] = ['lexical', 'vector', 'fused'];

/** One list of passages, best first, each with where the other lists have it. */
export function PassageColumn({ title, description, list, passages, places, whenEmpty }: PassageColumnProps) {
  const { t } = useTranslation('retrieval');
  return (
    <Stack component="section" gap="sm" aria-label={title} data-testid={`column-${list}`}>
      <div>
        <Title order={2} size="h5">
          {title} ({passages.length})
        </Title>
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      </div>
      {passages.length === 0 && (whenEmpty ?? <Text size="sm">{t('column.empty')}</Text>)}
      {passages.map((passage) => (
        <PassageCard
          key={passage.chunkId}
          passage={passage}
          list={list}
          places={places.get(passage.chunkId) ?? {}}
        />
      ))}
    </Stack>
  );
}

interface PassageCardProps {
  passage: ListedPassage;
  list: ListName;
  places: Places;
}

function PassageCard({ passage, list, places }: PassageCardProps) {
  const { t } = useTranslation(['retrieval', 'documents']);
  const { rank, score, title, heading, page, text } = passage;
  return (
    <Paper withBorder p="sm" data-testid="listed-passage">
      <Group gap={6} mb={4} justify="space-between" wrap="nowrap">
        <Group gap={6}>
          <Badge variant="filled" size="sm" miw="max-content">
            {rank}
          </Badge>
          <Text size="xs" fw={600} ff="monospace">
            {score}
          </Text>
        </Group>
        <Group gap={4} justify="flex-end">
          {listNames
            .filter((name) => name !== list)
            .map((name) => (
              <Badge key={name} variant="default" size="xs" c={places[name] ? undefined : 'dimmed'}>
                {t(`list.${name}`)} {places[name] ?? '–'}
              </Badge>
            ))}
        </Group>
      </Group>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {[page === null ? '' : t('documents:passage.page', { page }), heading].filter(Boolean).join(' · ')}
      </Text>
      <Spoiler
        maxHeight={76}
        showLabel={t('column.more')}
        hideLabel={t('column.less')}
        styles={{ control: { fontSize: 'var(--mantine-font-size-xs)' } }}
      >
        <Text size="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      </Spoiler>
    </Paper>
  );
}
