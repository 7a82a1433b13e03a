import { ActionIcon, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash, IconVocabulary } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SearchWordDto } from '../../../shared/searchIndex';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { errorText } from '../../lib/apiError';
import { formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { readSearchWords, removeSearchWord, searchIndexKey, searchWordsKey } from './retrievalApi';

/** The words added so far, each with the way to take it out. */
export function SearchWordList() {
  const { t } = useTranslation('retrieval');
  const words = useQuery({ queryKey: searchWordsKey, queryFn: readSearchWords });
  if (words.isPending) return <PageFallback />;
  if (words.error) return <ErrorNotice error={words.error} onRetry={() => void words.refetch()} />;
  if (words.data.length === 0)
    return (
      <EmptyNotice
        icon={<IconVocabulary aria-hidden />}
        title={t('words.empty')}
        description={t('words.emptyHelp')}
      />
    );
  return (
    <Table verticalSpacing="xs" highlightOnHover aria-label={t('words.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('words.word')}</Table.Th>
          <Table.Th scope="col">{t('words.addedBy')}</Table.Th>
          <Table.Th scope="col">{t('words.addedAt')}</Table.Th>
          <Table.Th scope="col">{t('words.actions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {words.data.map((word) => (
          <WordRow key={word.id} word={word} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WordRow({ word: { id, word, createdBy, createdAt } }: { word: SearchWordDto }) {
  const { t } = useTranslation('retrieval');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeSearchWord(id),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: searchWordsKey }),
        queryClient.invalidateQueries({ queryKey: searchIndexKey }),
      ]),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  return (
    <Table.Tr data-testid="word-row">
      <Table.Td>
        <Text size="sm" fw={500}>
          {word}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{createdBy ?? t('words.left')}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{formatRelativeTime(createdAt, language)}</Text>
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t('words.remove', { word })}
          loading={removal.isPending}
          onClick={() => removal.mutate()}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
