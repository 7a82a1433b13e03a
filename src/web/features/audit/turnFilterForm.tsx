import { Button, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { turnFilterSchema } from '../../../shared/audit';
import { type TurnFilters, withoutEmptyFilters } from './turnFilters';

interface TurnFilterFormProps {
  filters: TurnFilters;
  onSearch: (filters: TurnFilters) => void;
}

const statuses = turnFilterSchema.shape.status.unwrap().options;

/** Narrows the list of turns by text, person, days and outcome. */
export function TurnFilterForm({ filters, onSearch }: TurnFilterFormProps) {
  const { t } = useTranslation('audit');
  const form = useForm({
    initialValues: { q: '', employeeNo: '', from: '', to: '', status: '', ...filters },
  });
  return (
    <form onSubmit={form.onSubmit((values) => onSearch(withoutEmptyFilters(values)))}>
      <Group align="flex-end" mb="md">
        <TextInput
          label={t('filter.text')}
          maxLength={200}
          {...form.getInputProps('q')}
          data-testid="turn-search"
        />
        <TextInput
          label={t('filter.employeeNo')}
          maxLength={40}
          w={140}
          {...form.getInputProps('employeeNo')}
        />
        <TextInput type="date" label={t('filter.from')} {...form.getInputProps('from')} />
        <TextInput type="date" label={t('filter.to')} {...form.getInputProps('to')} />
        <Select
          label={t('filter.status')}
          placeholder={t('filter.all')}
          w={140}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          {...form.getInputProps('status')}
          value={form.values.status || null}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {t('filter.submit')}
        </Button>
      </Group>
    </form>
  );
}
