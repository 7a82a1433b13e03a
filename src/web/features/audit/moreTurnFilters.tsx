import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { turnFilterSchema, type NamedCode } from '../../../shared/audit';
import { ErrorNotice } from '../../components/errorNotice';
import { onceRead } from '../../lib/onceRead';
import { readTurnChoices } from './auditApi';
import type { TurnFilters } from './turnFilters';

type Name = Exclude<keyof TurnFilters, 'q'>;

interface Choice {
  value: string;
  label: string;
}

/** Filters by what a turn was about, what it used, what it cost and what was thought of it. */
export function MoreTurnFilters({ form }: { form: UseFormReturnType<Record<string, string>> }) {
  const { t } = useTranslation(['audit', 'review']);
  const offered = useQuery({ queryKey: ['turn-choices'], queryFn: readTurnChoices, ...onceRead });
  const choices = offered.data;
  const { feedback, evidence } = turnFilterSchema.shape;

  const select = (name: Name, known: Choice[]) => {
    const value = form.values[name] || null;
    // What an address asks for is shown, also where the newest turns do not have it.
    const data =
      value !== null && !known.some((choice) => choice.value === value)
        ? [{ value, label: value }, ...known]
        : known;
    return (
      <Select
        key={name}
        label={t(`filter.${name}`)}
        placeholder={t('filter.all')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('filter.clear') }}
        nothingFoundMessage={t('filter.noChoice')}
        data={data}
        value={value}
        onChange={(chosen) => form.setFieldValue(name, chosen ?? '')}
        data-testid={`filter-${name}`}
      />
    );
  };
  const amount = (name: Name) => (
    <TextInput
      key={name}
      type="number"
      min={0}
      step="any"
      label={t(`filter.${name}`)}
      {...form.getInputProps(name)}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      {offered.error && <ErrorNotice error={offered.error} onRetry={() => void offered.refetch()} />}
      {select('product', (choices?.products ?? []).map(named))}
      {select('customer', (choices?.customers ?? []).map(named))}
      {select(
        'documentId',
        (choices?.documents ?? []).map(({ id, title }) => ({ value: id, label: title })),
      )}
      {select('team', (choices?.teams ?? []).map(itself))}
      {select(
        'tool',
        (choices?.tools ?? []).map((value) => ({ value, label: t(`review:tool.${value}`, value) })),
      )}
      {select('model', (choices?.models ?? []).map(itself))}
      {select(
        'feedback',
        feedback.unwrap().options.map((value) => ({ value, label: t(`feedback.${value}`) })),
      )}
      {select(
        'evidence',
        evidence.unwrap().options.map((value) => ({ value, label: t(`evidence.${value}`) })),
      )}
      {select(
        'flag',
        (choices?.flags ?? []).map((value) => ({ value, label: t(`review:kind.${value}`, value) })),
      )}
      {(['minCostKrw', 'maxCostKrw', 'minMs', 'maxMs'] as const).map(amount)}
    </SimpleGrid>
  );
}

function named({ code, name }: NamedCode): Choice {
  return { value: code, label: name === code ? code : `${name} (${code})` };
}

function itself(value: string): Choice {
  return { value, label: value };
}
