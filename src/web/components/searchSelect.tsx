import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/apiError';

export interface Choice {
  value: string;
  label: string;
}

interface SearchSelectProps {
  label: string;
  placeholder: string;
  description?: string;
  /** Code of what is chosen; null: nothing. */
  value: string | null;
  onChange: (choice: Choice | null) => void;
  /** Of the answers, for all searches of this kind. */
  queryKey: readonly unknown[];
  /** Asks the server for what has these letters; the code of something finds it too. */
  find: (letters: string) => Promise<Choice[]>;
  error?: ReactNode;
  withAsterisk?: boolean;
  clearable?: boolean;
  testId: string;
}

/** Milliseconds after the last key before the server is asked. */
const typingMs = 250;

/** Chooses one of more than a list can hold: the server looks while the reader types. */
export function SearchSelect({
  value,
  onChange,
  queryKey,
  find,
  error,
  testId,
  ...shown
}: SearchSelectProps) {
  const { t } = useTranslation();
  const [letters, setLetters] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  // What an address names is known by its code alone.
  const named = useQuery({
    queryKey: [...queryKey, value],
    queryFn: () => find(value!),
    enabled: value !== null && chosen?.value !== value,
  });
  const current =
    value === null ? null : choiceOf(value, [...(chosen ? [chosen] : []), ...(named.data ?? [])]);
  const [wanted] = useDebouncedValue(letters === current?.label ? '' : letters, typingMs);
  const found = useQuery({
    queryKey: [...queryKey, wanted],
    queryFn: () => find(wanted),
    placeholderData: (before) => before,
  });
  const offered = found.data ?? [];
  const data = current && !offered.some((choice) => choice.value === value) ? [current, ...offered] : offered;
  return (
    <Select
      {...shown}
      searchable
      data={data}
      // The server has looked already.
      filter={({ options }) => options}
      value={value}
      searchValue={letters}
      onSearchChange={setLetters}
      onChange={(code) => {
        const choice = code === null ? null : choiceOf(code, data);
        setChosen(choice);
        onChange(choice);
      }}
      nothingFoundMessage={found.isFetching ? t('loading') : t('nothingFound')}
      clearButtonProps={{ 'aria-label': t('clear') }}
      error={error ?? (found.error ? errorText(found.error) : undefined)}
      data-testid={testId}
    />
  );
}

function choiceOf(value: string, known: Choice[]): Choice {
  return known.find((choice) => choice.value === value) ?? { value, label: value };
}
