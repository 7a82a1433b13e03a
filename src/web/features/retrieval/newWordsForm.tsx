import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumWordsAtOnce } from '../../../shared/searchIndex';
import { ErrorNotice } from '../../components/errorNotice';
import { givenWords } from './givenWords';
import { addSearchWords, searchIndexKey, searchWordsKey } from './retrievalApi';

/** Adds words, one or a pasted list. */
export function NewWordsForm() {
  const { t } = useTranslation('retrieval');
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const { words, refused } = givenWords(text);
  const addition = useMutation({
    mutationFn: () => addSearchWords(words),
    onSuccess: async () => {
      setText(refused.join('\n'));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: searchWordsKey }),
        queryClient.invalidateQueries({ queryKey: searchIndexKey }),
      ]);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        addition.mutate();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('words.add')}
          description={t('words.addHelp')}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="words-input"
        />
        {refused.length > 0 && (
          <Text size="xs" c="var(--mantine-color-error)" role="status">
            {t('words.refused', { words: refused.join(', ') })}
          </Text>
        )}
        {addition.error && <ErrorNotice error={addition.error} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            leftSection={<IconPlus size={16} aria-hidden />}
            loading={addition.isPending}
            disabled={words.length === 0 || words.length > maximumWordsAtOnce}
            data-testid="words-submit"
          >
            {t('words.submit', { count: words.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
